internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import GeoJSONCoding
internal import Messages
internal import PlanCheck
internal import PlanFindings

/// How GeoJSON files without a plan are measured.
struct FileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Files: the projected CRS to measure in.", valueName: "crs"))
  var crs: String?

  @Option(name: .long, help: ArgumentHelp("Files: how near is the same place.", valueName: "2 mm"))
  var tolerance: String?

  @Option(name: .long, help: ArgumentHelp("Files: areas up to this are noise.", valueName: "area"))
  var minArea: String?

  @Option(
    name: .long, help: ArgumentHelp("Files: areas up to this wide are noise.", valueName: "width"))
  var minWidth: String?

  @Option(
    name: .long, help: ArgumentHelp("Files: lengths up to this are noise.", valueName: "length"))
  var minLength: String?

  /// The settings by the key that rules know them under.
  func settings() throws(UsageError) -> [String: String] {
    var result: [String: String] = [:]
    for (key, text, dimension) in [
      ("tolerance", tolerance, Quantity.Dimension.length), ("min_area", minArea, .area),
      ("min_width", minWidth, .length), ("min_length", minLength, .length),
    ] {
      guard let text else { continue }
      guard Quantity(text)?.dimension == dimension else {
        let flag = "--\(key.replacing("_", with: "-"))"
        let example = dimension == .area ? "0.5 m2" : "2 mm"
        throw UsageError(
          Wording(
            "'\(flag)' is '\(text)'; expected a number with its unit, such as '\(example)'",
            zh: "“\(flag)”为“\(text)”，应为带单位的数值，例如“\(example)”"))
      }
      result[key] = text
    }
    return result
  }

  /// Whether any of them is set.
  var isUsed: Bool {
    [crs, tolerance, minArea, minWidth, minLength].contains { $0 != nil }
  }
}

/// The plans that one run of `check` is about.
struct CheckInput {
  /// Folders that hold a plan, and GeoJSON files.
  let paths: [String]
  let plan: PlanOptions
  let files: FileOptions
  /// The rules named on the command line; each is a code, a name or a declaration `{rule: …}`.
  let rules: [String]

  /// The revision to compare with; `nil` for none.
  let since: String?
  /// How near to a change a finding belongs to it, in metres.
  let reach: Double

  /// Something to check, and what it was before.
  struct Item {
    let plan: LoadedPlan
    let earlier: EarlierPlan?
    /// How files are measured; `nil` for a plan, which says so itself.
    var terms: MeasuringTerms?
  }

  /// Reads everything: each folder is a plan, the files together are another.
  func load() throws -> [Item] {
    let folders = paths.filter { $0 != "-" && isFolder($0) }
    let loose = paths.filter { $0 == "-" || !isFolder($0) }
    if loose.isEmpty, files.isUsed {
      throw UsageError(
        Wording(
          "--crs, --tolerance and the --min options are for GeoJSON files; a plan says them in plan.yaml",
          zh: "--crs、--tolerance 及各 --min 选项只用于 GeoJSON 文件；规划在 plan.yaml 中设定"))
    }
    let plans = try paths.isEmpty ? [plan.directory()] : folders.map(PlanOptions.planFolder)
    var items = try plans.map {
      Item(plan: try declaring(PlanLoader.load($0)), earlier: try earlier($0))
    }
    if !loose.isEmpty {
      let files = try looseFiles(loose)
      let now = try declaring(loaded(files))
      let terms = files.terms(of: now.plan)
      let earlier = try earlierFiles(loose, of: now.plan, on: terms)
      items.append(Item(plan: now, earlier: earlier, terms: terms))
    }
    return items
  }

  /// The plan under the declarations of the command line, where there are any.
  private func declaring(_ plan: LoadedPlan) throws -> LoadedPlan {
    let own = try declarations()
    return own.isEmpty ? plan : plan.declaring(own, only: named)
  }

  private func earlier(_ folder: String) throws -> EarlierPlan? {
    guard let since else { return nil }
    let revision = try GitRevision(since, of: folder)
    let existed = try revision.bytes(of: PlanFolder.manifestName) != nil
    let before = existed ? try declaring(PlanLoader.load(from: revision)).plan : nil
    return EarlierPlan(name: since, plan: before, reach: reach)
  }

  /// The files as they were, measured as they are now: else all would have moved with the zone.
  private func earlierFiles(
    _ paths: [String], of plan: Plan, on terms: MeasuringTerms
  ) throws -> EarlierPlan? {
    guard let since else { return nil }
    let files = LooseFiles(paths: paths, crs: terms.crs, tolerance: terms.tolerance) {
      path throws(PlanError) in
      let url = URL(fileURLWithPath: path)
      let revision = try GitRevision(since, of: url.deletingLastPathComponent().path)
      return try revision.bytes(of: url.lastPathComponent).map {
        SourceText(file: PlanFolder.displayPath(path), bytes: $0)
      }
    }
    return EarlierPlan(name: since, plan: try files.load { _ in plan.rules }.plan, reach: reach)
  }

  /// The codes and names among the rules.
  var named: [String] { rules.filter { !$0.hasPrefix("{") } }

  private func looseFiles(_ paths: [String]) throws -> LooseFiles {
    let tolerance = try files.settings()["tolerance"].flatMap { Quantity($0)?.value }
    return LooseFiles(paths: paths, crs: files.crs, tolerance: tolerance ?? 0.002)
  }

  private func loaded(_ loose: LooseFiles) throws -> LoadedPlan {
    let settings = try files.settings()
    for name in named {
      let rule = try RuleArgument.require(name)
      guard rule.needsPartner else { continue }
      throw UsageError(
        Wording("rule \(rule.code) holds one layer against another", zh: "规则 \(rule.code) 需要两个图层"),
        help: Wording(
          "declare it: --rule '{rule: \(rule.code), on: LAYER, with: LAYER}'; a layer is called as its file",
          zh: "写明声明：--rule '{rule: \(rule.code), on: 图层, with: 图层}'，图层名即文件名"))
    }
    return try loose.load {
      DefaultRules.declarations(for: $0, adding: named, settings: settings)
    }
  }

  private func declarations() throws -> [RuleDeclaration] {
    try rules.filter { $0.hasPrefix("{") }.map { text in
      let declaration = try usage { () throws(PlanError) in
        try RuleDeclaration(parsing: text, named: "--rule")
      }
      try RuleArgument.require(declaration.rule)
      return declaration
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    // A path without an extension that does not exist was probably meant as a folder.
    // A manifest is asked for by its folder.
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return true }
    return exists ? isDirectory.boolValue : !path.contains(".")
  }
}
