internal import GeoJSONCoding
public import Messages

/// Findings for programs: one JSON object with every finding, accepted ones included.
public struct JSONReporter: Reporter {
  private let object: FindingObject

  /// Creates a reporter; rule codes and keys are the same in every language.
  public init(language: Language) { object = FindingObject(language: language) }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    var parts = [
      ("program", "\"gxq-map\""), ("version", "\(JSONValue.string(report.version))"),
      ("summary", "\(JSONValue.object(object.summary(of: report)))"),
      ("findings", lines(report.items.lazy.map { object.finding($0, in: report) })),
    ]
    if let comparison = report.comparison {
      parts.append(("fixed", lines(comparison.fixed.map(object.entry))))
    }
    parts.append(("runs", lines(report.summary.runs.map(object.run))))
    return "{\n" + parts.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}\n"
  }

  private func lines(_ objects: some Sequence<[JSONMember]>) -> String {
    JSONValue.lines(objects.lazy.map { .object($0) }, indent: "  ")
  }
}
