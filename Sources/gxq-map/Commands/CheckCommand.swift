internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import PlanCheck
internal import Messages
internal import PlanFindings

struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold the plan against its rules and its documents.",
    discussion: """
      Examples:
        gxq-map check --format json -o findings.json
        gxq-map check parcels.geojson roads.geojson --min-area '1 m2'
        gxq-map check parcels.geojson zone.geojson --rule '{rule: A08, on: parcels, with: zone}'

      Files without a plan are checked by what they hold: areas must not overlap or leave gaps, lines \
      must form a network, points must be apart. A layer is called as its file.
      """)

  @Argument(help: "Folders that hold a plan, or GeoJSON files; else the plan found here.")
  var paths: [String] = []

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var files: FileOptions

  @Option(name: .long, help: "How to report: text or json.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report there; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Run only this rule, or this declaration '{rule: …}'; may repeat.", valueName: "code"))
  var rule: [String] = []

  @Option(name: .long, help: ArgumentHelp("Leave this rule out; may repeat.", valueName: "code"))
  var skip: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Report only what changed since this git revision, and what lies near it.",
      valueName: "revision"))
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --since: how near to a change a finding belongs to it.", valueName: "distance"))
  var reach = "100 m"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hold every term of a statement against the documents' texts in this folder.",
      valueName: "dir"))
  var documents: String?

  @Option(name: .long, help: "What makes the exit status 1: error, warning or never.")
  var failOn: Threshold = .error

  @Option(
    name: .long,
    help: ArgumentHelp("The day on which exceptions expire or not.", valueName: "date"))
  var today: CalendarDay?

  @Flag(
    name: .long,
    help:
      "Make the safe fixes in the files, then check what is left; a surveyed feature never moves.")
  var fix = false

  @Flag(name: .long, help: "With --fix: write nothing, print the patch; exit 1 when there is one.")
  var diff = false

  @Flag(name: .long, help: "Show accepted findings too.")
  var accepted = false

  func run() throws {
    let language = options.language
    try reporting(language) {
      guard let distance = Quantity(reach), distance.dimension == .length else {
        throw UsageError(
          Wording(
            "'--reach' is '\(reach)'; expected a length, such as '100 m'",
            zh: "“--reach”为“\(reach)”，应为长度，例如“100 m”"))
      }
      let input = CheckInput(
        paths: paths, plan: options, files: files, rules: rule, since: since,
        reach: distance.value)
      for name in input.named + skip { try RuleArgument.require(name) }
      guard fix || !diff else {
        throw UsageError(
          Wording("'--diff' shows what '--fix' would do", zh: "--diff 用于查看 --fix 的改动"),
          help: Wording("write --fix --diff", zh: "写作 --fix --diff"))
      }
      if fix, !diff, paths.contains("-") {
        throw UsageError(
          Wording("standard input cannot be fixed", zh: "无法修改标准输入"),
          help: Wording("use --fix --diff to see the patch", zh: "用 --fix --diff 查看补丁"))
      }
      if fix, try fixed(input, language) { return }
      let report = CheckReport(try input.load().map { try self.report(on: $0, named: input.named) })
      try OutputFile.write(Array(text(of: report, language).utf8), toFileOrStream: output)
      if isFailure(report) { throw Status.findings }
    }
  }

  /// Makes the fixes, or prints the patch.
  ///
  /// - Returns: Whether that was all there is to do.
  private func fixed(_ input: CheckInput, _ language: Language) throws -> Bool {
    var patch: [UInt8] = []
    for item in try input.load() {
      let open = try report(on: item, named: input.named).open
      let run = FixRun(plan: item.plan.plan, findings: open, language: language)
      if diff { patch += run.patch() } else { _ = try run.write() }
    }
    guard diff else { return false }
    try OutputFile.write(patch, toFileOrStream: output)
    if !patch.isEmpty { throw Status.findings }
    return true
  }

  private func report(on item: CheckInput.Item, named: [String]) throws -> CheckReport {
    var check = CheckOptions()
    check.asOf = time.asOf
    check.works = try time.selection(of: item.plan.plan)
    check.since = item.earlier
    if let documents { check.documents = try DocumentTexts(of: item.plan.plan, in: documents) }
    check.only = named.count == rule.count ? Set(named) : []
    check.skipped = Set(skip)
    check.today = today ?? Self.systemDay
    let result = CheckRunner.check(item.plan, options: check)
    return CheckReport(
      findings: result.findings, summary: result.summary, version: GxqMap.version)
  }

  private func text(of report: CheckReport, _ language: Language) -> String {
    switch format {
    case .text:
      TextReporter(
        language: language, isColored: output == "-" && Terminal.isColored,
        showsAccepted: accepted
      ).text(of: report)
    case .json: JSONReporter(language: language).text(of: report)
    }
  }

  private func isFailure(_ report: CheckReport) -> Bool {
    switch failOn {
    case .error: report.open.contains { $0.severity == .error }
    case .warning: report.open.contains { $0.severity >= .warning }
    case .never: false
    }
  }

  /// `SOURCE_DATE_EPOCH` where set, so that builds repeat; else the day it is.
  private static var systemDay: CalendarDay? {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(secondsFromGMT: 0), epoch != nil { calendar.timeZone = zone }
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}
