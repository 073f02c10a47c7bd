/// Writes a report in one format.
public protocol Reporter: Sendable {
  /// The whole report, ending in a line break.
  func text(of report: CheckReport) -> String
}
