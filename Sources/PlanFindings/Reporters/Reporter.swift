/// Everything a reporter needs to know about one run of `check`.
public struct CheckReport: Sendable {
  /// Findings in reporting order, accepted ones included.
  public let findings: [Finding]
  /// What was verified.
  public let summary: CheckSummary
  /// The version of gxq-map.
  public let version: String

  /// Creates a report.
  public init(findings: [Finding], summary: CheckSummary, version: String) {
    self.findings = findings
    self.summary = summary
    self.version = version
  }

  /// Joins the reports on several plans into one, in their order.
  public init(_ reports: [CheckReport]) {
    var summary = CheckSummary()
    for report in reports { summary.add(report.summary) }
    self.init(
      findings: reports.flatMap(\.findings), summary: summary,
      version: reports.first?.version ?? "")
  }

  /// Findings that no exception accepts.
  public var open: [Finding] { findings.filter { $0.acceptance == nil } }
  /// Findings that an exception accepts.
  public var accepted: [Finding] { findings.filter { $0.acceptance != nil } }
}
