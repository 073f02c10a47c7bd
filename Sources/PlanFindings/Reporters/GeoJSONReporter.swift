internal import GeoJSONCoding
internal import MapGeometry
public import Messages

/// The places of findings as GeoJSON, to be opened in a GIS; coloured where simplestyle is known.
///
/// Findings without a place are in it with a geometry of `null`.
public struct GeoJSONReporter: Reporter {
  private let language: Language

  /// Creates a reporter; keys are the same in every language.
  public init(language: Language) { self.language = language }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let features = report.items.map { feature($0, in: report) }
    return String(
      decoding: GeoJSONWriter.collection(features, decimals: FindingObject.decimals),
      as: UTF8.self)
  }

  private func feature(_ item: ReportItem, in report: CheckReport) -> GeoJSONFeature {
    let finding = item.finding
    var members: [JSONMember] = []
    members.add("code", finding.code)
    members.add("rule", finding.ruleName)
    members.add("severity", finding.severity.rawValue)
    members.add("message", finding.message[language])
    members.add("features", .array(finding.parties.map { .string($0.id) }))
    if let measure = finding.measure {
      members.add("measure", .number(measure.value, decimals: 6))
      members.add("unit", measure.unit.rawValue)
      members.add("limit", measure.limit.map { .number($0, decimals: 6) })
    }
    if let place = report.place(of: finding) {
      members.add("file", place.file)
      members.add("line", .number(place.line))
      members.add("column", .number(place.column))
    }
    members.add("help", finding.help?[language])
    members.add("accepted", finding.acceptance?.reason)
    if report.comparison != nil, item.isOpen { members.add("baseline", item.baselineState) }
    members.add("fingerprint", item.fingerprint)
    members += Self.style(item)
    return GeoJSONFeature(
      identifier: .string(item.fingerprint), properties: members, geometry: finding.geometry)
  }

  /// Colours that stay apart for the colour-blind; grey for what nobody need look at.
  private static func style(_ item: ReportItem) -> [JSONMember] {
    let color =
      switch item.finding.severity {
      case _ where !item.counts: "#767676"
      case .error: "#d55e00"
      case .warning: "#e69f00"
      case .info: "#0072b2"
      }
    let width = item.finding.severity == .error ? 3 : 2
    return [
      JSONMember("stroke", .string(color)), JSONMember("stroke-width", .number(width)),
      JSONMember("stroke-opacity", .number(1)), JSONMember("fill", .string(color)),
      JSONMember("fill-opacity", .number(0.4)), JSONMember("marker-color", .string(color)),
      JSONMember(
        "marker-size", .string(item.finding.severity == .error ? "medium" : "small")),
    ]
  }
}
