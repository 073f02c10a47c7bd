internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import Messages

/// Which plan, and in which language to speak.
struct PlanOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder that holds plan.yaml.", valueName: "dir"))
  var plan: String?

  @Option(name: .long, help: "Language of messages and maps: zh or en; else from the locale.")
  var lang: Language?

  /// The language to speak.
  var language: Language { Terminal.language(lang) }

  /// The plan folder: the flag, else `GXQ_PLAN`, else found from here upward.
  ///
  /// - Throws: `PlanError` when there is none: silent success in the wrong folder is the worst bug.
  func directory() throws(PlanError) -> String {
    if let named { return try Self.planFolder(named) }
    let here = FileManager.default.currentDirectoryPath
    if let found = PlanFolder.find(from: here) { return found }
    throw PlanError(
      message: Wording(
        "no plan here or above: no plan.yaml, no geodata/plan.yaml",
        zh: "此处及上级文件夹中没有 plan.yaml 或 geodata/plan.yaml"),
      help: Wording(
        "name the folder with --plan, or start one with 'gxq-map init DIR'",
        zh: "用 --plan 指定文件夹，或用 gxq-map init DIR 新建"))
  }

  /// The folder that the user asks for: the flag, else `GXQ_PLAN`.
  var named: String? {
    let variable = ProcessInfo.processInfo.environment["GXQ_PLAN"] ?? ""
    return plan ?? (variable.isEmpty ? nil : variable)
  }

  /// The plan and the faults of its files.
  func load() throws(PlanError) -> LoadedPlan { try PlanLoader.load(directory()) }

  /// A folder that holds a plan, itself or in its `geodata`.
  static func planFolder(_ path: String) throws(PlanError) -> String {
    let manifest = PlanFolder.manifestName
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    guard exists, isDirectory.boolValue else {
      throw PlanError(
        message: exists
          ? Wording("'\(path)' is a file, not a plan folder", zh: "“\(path)”是文件，不是规划文件夹")
          : Wording("no folder '\(path)'", zh: "没有文件夹“\(path)”"),
        help: Wording("name the folder that holds plan.yaml", zh: "指定含有 plan.yaml 的文件夹"))
    }
    for folder in [path, path + "/geodata"]
    where FileManager.default.fileExists(atPath: "\(folder)/\(manifest)") {
      return folder
    }
    throw PlanError(
      message: Wording("no plan.yaml in '\(path)'", zh: "“\(path)”中没有 plan.yaml"),
      help: Wording("'gxq-map init DIR' starts a plan", zh: "用 gxq-map init DIR 新建规划"))
  }
}

/// The two axes of a plan in time: what is said, and what is built.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only what the documents had said by this day.", valueName: "YYYY-MM-DD"))
  var asOf: CalendarDay?

  @Option(
    name: .long,
    help: ArgumentHelp("Road works taken as done: all, none, or ids.", valueName: "works"))
  var works: String?

  /// The works taken as done; `nil` when the user did not say.
  func selection(of plan: Plan) throws(UsageError) -> WorksSelection? {
    guard let works else { return nil }
    return try usage { () throws(PlanError) in try WorksSelection(works, of: plan) }
  }
}
