internal import MapGeometry
internal import Messages
public import PlanCheck

/// The reference of all rules in Markdown, made from the rules themselves.
public struct RuleReference: Sendable {
  /// The text, ending in a line break.
  public let text: String

  private static let groups: [(letter: Character, title: Wording)] = [
    ("G", Wording("Single geometries", zh: "单个几何")),
    ("A", Wording("Areas", zh: "面")),
    ("L", Wording("Lines", zh: "线")),
    ("P", Wording("Points", zh: "点")),
    ("N", Wording("Networks", zh: "网络")),
    ("W", Wording("Works in time", zh: "工程时序")),
    ("D", Wording("Data", zh: "数据")),
    ("K", Wording("Documents against the map", zh: "文件与图的对照")),
  ]

  /// Writes the reference of some rules.
  public init(_ rules: [RuleDescription]) {
    var lines = [
      "# Rules", "",
      "Made by `gxq-map rules --markdown` from the rules themselves; `gxq-map explain CODE` adds reasons, traps",
      "and examples. A declaration in `plan.yaml` may narrow either side by `where:` and `with_where:`.",
      "",
    ]
    for (letter, title) in Self.groups {
      let own = rules.filter { $0.code.first == letter }
      guard !own.isEmpty else { continue }
      lines += ["## \(letter) · \(title.english) · \(title.chinese)", ""]
      lines += [
        "| code | name | on | finds | 含义 | settings |", "| --- | --- | --- | --- | --- | --- |",
      ]
      lines += own.map(Self.row)
      lines.append("")
    }
    for program in Counterpart.Program.allCases {
      let named = rules.flatMap { rule in
        rule.counterparts.filter { $0.program == program }.map { (name: $0.name, rule: rule) }
      }.sorted { ($0.name, $0.rule.code) < ($1.name, $1.rule.code) }
      guard !named.isEmpty else { continue }
      lines += ["## \(program.rawValue)", "", "| rule there | here |", "| --- | --- |"]
      lines += Self.grouped(named.map { ($0.name, "`\($0.rule.code)` \($0.rule.name)") })
      lines.append("")
    }
    text = lines.joined(separator: "\n")
  }

  private static func row(_ rule: RuleDescription) -> String {
    func title(_ families: [GeometryFamily]) -> String {
      families.isEmpty ? "any" : families.map(\.rawValue).joined(separator: ", ")
    }
    let sides =
      title(rule.looksAt) + (rule.takesPartner ? "; `with` \(title(rule.partnersAre))" : "")
      + (rule.takesPartner && !rule.needsPartner ? " or none" : "")
    let settings = rule.parameters.map { parameter in
      "`\(parameter.name)`" + (parameter.fallback.map { " \($0)" } ?? "")
    }
    let cells = [
      "`\(rule.code)`", rule.name, sides, rule.summary.english, rule.summary.chinese,
      settings.joined(separator: ", "),
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  /// One row for each name, with everything that answers to it.
  private static func grouped(_ pairs: [(name: String, rule: String)]) -> [String] {
    var rows: [(name: String, rules: [String])] = []
    for (name, rule) in pairs {
      if rows.last?.name == name {
        rows[rows.count - 1].rules.append(rule)
      } else {
        rows.append((name, [rule]))
      }
    }
    return rows.map { "| \($0.name) | \($0.rules.joined(separator: ", ")) |" }
  }
}
