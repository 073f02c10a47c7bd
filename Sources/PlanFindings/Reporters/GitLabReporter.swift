internal import GeoJSONCoding
public import Messages

/// Findings as a code quality report, which GitLab shows in a merge request.
///
/// GitLab compares the reports of two branches itself, by fingerprint, so findings that a baseline
/// knows are in it, too; accepted ones are not.
public struct GitLabReporter: Reporter {
  private let language: Language

  /// Creates a reporter.
  public init(language: Language) { self.language = language }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let issues = report.items.filter(\.isOpen).map { issue($0, in: report) }
    return JSONValue.lines(issues, indent: "") + "\n"
  }

  private func issue(_ item: ReportItem, in report: CheckReport) -> JSONValue {
    let finding = item.finding
    var members: [JSONMember] = []
    members.add("description", PlainText.line(finding.message[language]))
    members.add("check_name", "\(finding.code) \(finding.ruleName)")
    members.add("fingerprint", item.fingerprint)
    members.add("severity", Self.severity(finding.severity))
    let place = report.place(of: finding)
    members.add(
      "location",
      .object([
        JSONMember("path", .string(place?.file ?? "plan.yaml")),
        JSONMember("lines", .object([JSONMember("begin", .number(place?.line ?? 1))])),
      ]))
    return .object(members)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
