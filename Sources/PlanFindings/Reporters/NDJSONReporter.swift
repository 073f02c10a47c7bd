internal import FileShapes
internal import GeoJSONCoding
public import Messages

/// Findings for programs that read line by line: an object a line, the summary last.
public struct NDJSONReporter: Reporter {
  private let object: FindingObject

  /// Creates a reporter; rule codes and keys are the same in every language.
  public init(language: Language) { object = FindingObject(language: language) }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    var lines = report.items.map { line("finding", object.finding($0, in: report)) }
    lines += (report.comparison?.fixed ?? []).map { line("fixed", object.entry($0)) }
    lines += report.summary.runs.map { line("run", object.run($0)) }
    lines.append(
      line(
        "summary",
        [JSONMember("program", .string("gxq-map")), JSONMember("version", .string(report.version))]
          + object.summary(of: report)))
    return lines.joined()
  }

  private func line(_ type: String, _ members: [JSONMember]) -> String {
    let all = [JSONMember("type", .string(type))] + members
    return "\(JSONValue.object(FindingShapes.line.shape(type)?.holding(all) ?? all))\n"
  }
}
