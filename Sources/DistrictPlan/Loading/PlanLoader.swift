internal import MapProjection
internal import Messages

/// A plan and the faults met while reading it.
public struct LoadedPlan: Sendable {
  /// What could be read.
  public let plan: Plan
  /// What is wrong with the files, in the order in which they were read.
  public let faults: [PlanFault]

  /// The plan, if its files are in order.
  ///
  /// - Throws: ``PlanError`` for the first fault that a writing command must refuse.
  public func faultless() throws(PlanError) -> Plan {
    if let fault = refused.first { throw PlanError(fault) }
    return plan
  }

  /// The plan under other rules.
  ///
  /// - Parameter only: Codes or names of the plan's own rules that stay.
  public func declaring(_ rules: [RuleDeclaration], only kept: [String]) -> LoadedPlan {
    let own = plan.rules.filter { kept.contains($0.rule) }
    return LoadedPlan(plan: plan.replacing(rules: own + rules), faults: faults)
  }

  /// The faults that writing commands refuse: all but those of form alone.
  public var refused: [PlanFault] { faults.filter { $0.code != "D10" } }
}

/// Reads a plan folder.
public enum PlanLoader {
  /// Reads the plan in a folder.
  ///
  /// - Parameter directory: The folder that holds `plan.yaml`.
  public static func load(_ directory: String) throws(PlanError) -> LoadedPlan {
    try load(from: PlanFolder(directory))
  }

  /// Reads a plan.
  ///
  /// - Throws: ``PlanError`` when a file cannot be opened or does not parse. Everything else becomes a
  ///   fault, and the rest of the plan is still read.
  public static func load(from files: some PlanSource) throws(PlanError) -> LoadedPlan {
    var log = FaultLog()
    let manifestText = try files.read(PlanFolder.manifestName, namedAt: nil)
    let draft = try ManifestReader.draft(from: YAMLFile.root(of: manifestText), log: &log)
    let (crs, transformer) = try workingCRS(draft)
    let documents =
      try root(draft.documentsFile, in: files, log: &log)
      .map { DocumentReader.documents(in: $0, log: &log) } ?? []
    let (statements, conflicts) =
      try root(draft.statementsFile, in: files, log: &log).map {
        StatementReader.statements(
          in: $0, documents: documents, statusWords: draft.statusWords, log: &log)
      } ?? ([], [])
    let exceptions =
      try root(draft.exceptionsFile, in: files, log: &log)
      .map { ExceptionReader.exceptions(in: $0, log: &log) } ?? []

    var geometryFiles: [String: PlanFile] = [:]
    var features: [PlanFeature] = []
    for (name, location) in draft.geometryFiles {
      let read = try FeatureFile(
        name, files.read(name, namedAt: location), precision: draft.manifest.precision,
        on: transformer, log: &log)
      geometryFiles[name] = read.file
      features = features.isEmpty ? read.features : features + read.features
    }
    features = Self.ordered(features, log: &log)

    let plan = Plan(
      directory: files.directory, manifest: draft.manifest, crs: crs, transformer: transformer,
      documents: documents, statements: statements, conflicts: conflicts,
      structures: draft.structures, layers: draft.layers, rules: draft.rules,
      exceptions: exceptions, statusWords: draft.statusWords, files: geometryFiles,
      features: features)
    ReferenceCheck.run(on: plan, log: &log)
    return LoadedPlan(plan: plan, faults: log.faults)
  }

  private static func workingCRS(
    _ draft: ManifestDraft
  ) throws(PlanError) -> (CRS, Transformer) {
    do {
      let crs = try CRS(draft.crs.text)
      return (crs, try Transformer(to: crs))
    } catch {
      throw PlanError(
        location: draft.crs.location, message: error.wording,
        help: error.isOfLibrary
          ? error.help
          : Wording(
            "name a projected CRS in metres, such as 'EPSG:4547'", zh: "写明以米为单位的投影坐标系，例如 EPSG:4547")
      )
    }
  }

  /// The root of a YAML file that the manifest names; absent when it names none.
  private static func root(
    _ node: YAMLNode?, in files: some PlanSource, log: inout FaultLog
  ) throws(PlanError) -> YAMLNode? {
    guard let node, let name = node.text else { return nil }
    return try YAMLFile.root(
      of: files.read(name, namedAt: node.location))
  }

  /// The features in order of ids, each id once: the first in reading order has it.
  static func ordered(_ features: [PlanFeature], log: inout FaultLog) -> [PlanFeature] {
    func isOrdered(_ features: [PlanFeature]) -> Bool {
      !zip(features, features.dropFirst()).contains { $0.id >= $1.id }
    }
    // Most files are in order of ids, and then none can stand twice.
    if isOrdered(features) { return features }
    let sorted = features.sorted { $0.id < $1.id }
    return isOrdered(sorted) ? sorted : unique(features, log: &log).sorted { $0.id < $1.id }
  }

  private static func unique(
    _ features: [PlanFeature], log: inout FaultLog
  ) -> [PlanFeature] {
    var seen: [String: PlanFeature] = Dictionary(minimumCapacity: features.count)
    return features.filter { feature in
      if let first = seen[feature.id] {
        log.report(
          "D02", at: feature.location,
          Wording("the id '\(feature.id)' stands twice", zh: "标识“\(feature.id)”重复"),
          help: Wording(
            "give this one or that at \(first.location) another id",
            zh: "首次出现在 \(first.location)，修改其中一个标识"),
          subject: feature.id)
        return false
      }
      seen[feature.id] = feature
      return true
    }
  }
}
