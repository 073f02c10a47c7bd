internal import GeoJSONCoding
internal import Messages

/// The rules of a SARIF run: those that ran and those that found something, ordered by code.
struct SARIFRules {
  /// The descriptors in order.
  let descriptors: [JSONValue]
  private let indices: [String: Int]

  init(_ report: CheckReport, _ language: Language) {
    let runs = report.summary.runs.map { ($0.code, $0.name) }
    let found = report.findings.map { ($0.code, $0.ruleName) }
    let names = Dictionary(runs + found, uniquingKeysWith: { first, _ in first })
    let codes = names.keys.sorted()
    indices = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let guides = Dictionary(
      report.guides.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    descriptors = codes.map { code in
      Self.descriptor(code, names[code] ?? code, guides[code], language)
    }
  }

  /// The place of a rule in the list.
  func index(of code: String) -> Int? { indices[code] }

  private static func descriptor(
    _ code: String, _ name: String, _ guide: RuleGuide?, _ language: Language
  ) -> JSONValue {
    var members: [JSONMember] = []
    members.add("id", code)
    members.add("name", name)
    guard let guide else { return .object(members) }
    members.add("shortDescription", text(guide.summary[language]))
    members.add("fullDescription", text(guide.rationale[language]))
    let parts = help(for: guide, language)
    members.add(
      "help",
      .object([
        JSONMember(
          "text", .string(parts.map { "\($0.title): \($0.text)" }.joined(separator: "\n"))),
        JSONMember(
          "markdown",
          .string(parts.map { "**\($0.title)**: \($0.text)" }.joined(separator: "\n\n"))),
      ]))
    members.add(
      "defaultConfiguration",
      .object([JSONMember("level", .string(guide.severity.sarifLevel))]))
    var properties: [JSONMember] = []
    if let group = RuleGroup(code: code) {
      properties.add("tags", .array([.string(group.title.english)]))
    }
    properties.add("precision", "very-high")
    properties.add(
      "problem.severity", guide.severity == .info ? "recommendation" : guide.severity.rawValue)
    members.add("properties", .object(properties))
    return .object(members)
  }

  private static func help(
    for guide: RuleGuide, _ language: Language
  ) -> [(title: String, text: String)] {
    var parts = [
      (Wording("why", zh: "缘由"), guide.rationale), (Wording("fix", zh: "处理"), guide.fix),
    ]
    if let trap = guide.trap { parts.append((Wording("trap", zh: "易错"), trap)) }
    parts.append(
      (
        Wording("more", zh: "详情"),
        Wording("gxq-map explain \(guide.code)", zh: "gxq-map explain \(guide.code)")
      ))
    return parts.map { ($0.0[language], $0.1[language]) }
  }

  private static func text(_ text: String) -> JSONValue {
    .object([JSONMember("text", .string(text))])
  }
}
