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
      Example: gxq-map check --format json -o findings.json
      """)

  @Argument(help: "Folders that hold a plan; else the plan found here.")
  var paths: [String] = []

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions

  @Option(name: .long, help: "How to report: text or json.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report there; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(name: .long, help: ArgumentHelp("Run only this rule; may repeat.", valueName: "code"))
  var rule: [String] = []

  @Option(name: .long, help: ArgumentHelp("Leave this rule out; may repeat.", valueName: "code"))
  var skip: [String] = []

  @Option(name: .long, help: "What makes the exit status 1: error, warning or never.")
  var failOn: Threshold = .error

  @Option(
    name: .long,
    help: ArgumentHelp("The day on which exceptions expire or not.", valueName: "date"))
  var today: CalendarDay?

  @Flag(name: .long, help: "Show accepted findings too.")
  var accepted = false

  func run() throws {
    let language = options.language
    try reporting(language) {
      for name in rule + skip { try RuleArgument.require(name) }
      let folders = try paths.isEmpty ? [options.directory()] : paths.map(PlanOptions.planFolder)
      let report = CheckReport(try folders.map(report))
      try OutputFile.write(Array(text(of: report, language).utf8), toFileOrStream: output)
      if isFailure(report) { throw Status.findings }
    }
  }

  private func report(on folder: String) throws -> CheckReport {
    let loaded = try PlanLoader.load(folder)
    var check = CheckOptions()
    check.asOf = time.asOf
    check.works = try time.selection(of: loaded.plan)
    check.only = Set(rule)
    check.skipped = Set(skip)
    check.today = today ?? Self.systemDay
    let result = CheckRunner.check(loaded, options: check)
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
