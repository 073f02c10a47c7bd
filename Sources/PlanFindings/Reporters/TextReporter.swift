internal import GeoJSONCoding
internal import MapGeometry
public import Messages

/// Findings for people: one block each, then what was verified.
public struct TextReporter: Reporter {
  private let language: Language
  private let isColored: Bool
  private let showsAll: Bool

  /// Creates a reporter.
  ///
  /// - Parameters:
  ///   - isColored: Whether to mark severities and places with terminal colours.
  ///   - showsAll: Whether to show findings that are accepted or known from a baseline, too.
  public init(language: Language, isColored: Bool, showsAll: Bool = false) {
    self.language = language
    self.isColored = isColored
    self.showsAll = showsAll
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let shown = report.items.filter { showsAll || $0.counts }
    let scope = report.summary.scope.map { $0.phrase[language] + "\n" } ?? ""
    return shown.map { block(for: $0, in: report) + "\n" }.joined() + closing(of: report) + scope
  }

  private func block(for item: ReportItem, in report: CheckReport) -> String {
    let finding = item.finding
    let place = report.place(of: finding).map { "\($0): " } ?? ""
    let head =
      "\(PlainText.line(place))\(label(of: finding)): \(PlainText.line(finding.message[language]))"
    let lines = item.notes.map { "  " + PlainText.line($0[language]) }
    return ([head] + excerpt(of: finding, in: report) + lines).joined(separator: "\n")
  }

  /// The line of the file with a mark below, where someone will want to edit it.
  ///
  /// A whole feature is known by its name, and its line tells no more.
  private func excerpt(of finding: Finding, in report: CheckReport) -> [String] {
    guard finding.severity > .info, let location = report.place(of: finding),
      let source = report.background.files[location.file],
      let offset = source.offset(line: location.line, column: location.column),
      let excerpt = SourceExcerpt(location, in: source, width: Self.width)
    else { return [] }
    let isFeature =
      source.bytes(in: offset..<offset + 1) == [UInt8(ascii: "{")]
      && source.file.hasSuffix("json")
    guard !isFeature else { return [] }
    let number = "\(location.line)"
    let margin = String(repeating: " ", count: number.count)
    let mark = "^" + String(repeating: "~", count: excerpt.mark - 1)
    return [
      "  \(dim("\(number) |")) \(excerpt.text)",
      "  \(dim("\(margin) |")) \(String(repeating: " ", count: excerpt.indent))"
        + colored(mark, finding.severity),
    ]
  }

  /// How many places of a terminal an excerpt takes beside its line number.
  private static let width = 92

  private func label(of finding: Finding) -> String {
    colored("\(finding.severity.label[language])[\(finding.code)]", finding.severity)
  }

  private func colored(_ text: String, _ severity: Severity) -> String {
    guard isColored else { return text }
    let color =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .info: "36"
      }
    return "\u{1B}[1;\(color)m\(text)\u{1B}[0m"
  }

  private func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private func closing(of report: CheckReport) -> String {
    var lines = [report.tally]
    if let baseline = report.baselineTally { lines.append(baseline) }
    for entry in report.comparison?.fixed ?? [] {
      let text = "\(entry.code) \(entry.ids.joined(separator: ", "))"
      lines.append(Wording("  fixed: \(text)", zh: "  已修复：\(text)"))
    }
    lines.append(report.proof)
    if let terms = report.summary.terms { lines.append(terms.phrase) }
    // What is only to be known needs nobody's consent.
    if report.count(.error) + report.count(.warning) > 0 { lines.append(way(of: report)) }
    return lines.map { PlainText.line($0[language]) + "\n" }.joined()
  }

  /// How to live with findings that are right as they are.
  private func way(of report: CheckReport) -> Wording {
    report.takesExceptions
      ? Wording(
        "to accept a finding: 'gxq-map check --suggest-exceptions' prints its entry",
        zh: "如需接受某项发现：gxq-map check --suggest-exceptions 给出对应条目")
      : Wording(
        "to count only new findings: 'gxq-map check --write-baseline FILE', then '--baseline FILE'",
        zh: "如只计新的发现：先 gxq-map check --write-baseline 文件，以后加 --baseline 文件")
  }
}
