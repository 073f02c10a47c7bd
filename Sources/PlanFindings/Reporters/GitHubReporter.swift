internal import GeoJSONCoding
public import Messages

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// GitHub shows ten errors and ten warnings of a step; the others stand in the log, and the job summary
/// has room for all.
public struct GitHubReporter: Reporter {
  private let language: Language

  /// How many annotations of a kind GitHub shows of one step.
  private static let shown = 10

  /// Creates a reporter.
  public init(language: Language) { self.language = language }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    var written: [Severity: Int] = [:]
    var lines = report.items.filter(\.counts).map { item in
      written[item.finding.severity, default: 0] += 1
      return written[item.finding.severity, default: 0] > Self.shown
        ? plain(item, in: report) : command(for: item, in: report)
    }
    lines += [report.tally, report.baselineTally, report.proof].compactMap { $0?[language] }
    if Severity.allCases.contains(where: { report.count($0) > Self.shown }) {
      let note = Wording(
        "GitHub shows \(Self.shown) annotations of a kind; the job summary has all of them",
        zh: "GitHub 每类只显示 \(Self.shown) 条注释，作业摘要中有全部")
      lines.append(note[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func command(for item: ReportItem, in report: CheckReport) -> String {
    let finding = item.finding
    let word =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    var properties: [(String, String)] = []
    if let place = report.place(of: finding) {
      properties += [
        ("file", place.file), ("line", "\(place.line)"), ("endLine", "\(place.line)"),
        ("col", "\(place.column)"), ("endColumn", "\(report.background.endColumn(of: place))"),
      ]
    }
    properties.append(("title", "\(finding.code) \(finding.ruleName)"))
    let lines = [finding.message[language]] + item.notes.map { $0[language] }
    let text = lines.map { Self.data(PlainText.line($0)) }.joined(separator: "%0A")
    let list = properties.map { "\($0.0)=\(Self.property(PlainText.line($0.1)))" }
    return "::\(word) \(list.joined(separator: ","))::\(text)"
  }

  /// A line of the log; the dash keeps a name at its start from being read as a command.
  private func plain(_ item: ReportItem, in report: CheckReport) -> String {
    let finding = item.finding
    let place = report.place(of: finding).map { "\($0): " } ?? ""
    let label = "\(finding.severity.label[language])[\(finding.code)]: "
    return PlainText.line("- " + place + label + finding.message[language])
  }

  /// Text of a command; what is left unescaped could start another.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
