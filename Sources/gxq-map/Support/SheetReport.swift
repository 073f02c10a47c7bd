internal import DistrictPlan
internal import MapRender
internal import Messages
internal import PlanFindings

/// What `render --report` says of the sheets that it has drawn.
struct SheetReport {
  private let report: CheckReport
  private let statistics: [SheetStatistics]

  init(plan: Plan, sheets: [Sheet], lints: [SheetLint]) {
    statistics = lints.map(\.statistics)
    report = SheetCheck.report(
      lints, of: plan, on: sheets, .all, today: nil, isWhole: false, .english)
  }

  /// Says it on standard error, what was seen of each sheet last.
  func say(_ language: Language) {
    let text = TextReporter(language: language, isColored: false).text(of: report)
    for line in text.split(separator: "\n") { Terminal.note(String(line)) }
    for sheet in statistics { Terminal.note(PlainText.line(sheet.phrase[language])) }
  }

  /// Writes it as JSON, as `check --sheets --format json` does.
  func write(to path: String, _ language: Language) throws {
    let text = JSONReporter(language: language).text(of: report)
    try OutputFile.write(Array(text.utf8), toFileOrStream: path)
  }
}
