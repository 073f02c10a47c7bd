internal import DistrictPlan
public import Messages
public import PlanCheck

/// The coverage of a plan's layers by its rules, as a table.
public struct CoverageTable: Sendable {
  /// The text, ending in a line break.
  public let text: String

  /// Writes the table.
  public init(_ coverage: RuleCoverage, _ language: Language) {
    let isChinese = language == .chinese
    var table = TextTable(
      header: isChinese
        ? ["图层", "要素", "规则", "作为对方", "论断"]
        : ["layer", "features", "rules", "as partner", "claims"])
    func list(_ items: [String]) -> String { items.isEmpty ? "-" : items.joined(separator: " ") }
    for row in coverage.rows {
      table.add([
        row.layer.id, String(row.features), list(row.rules), list(row.asPartner),
        list(row.claims.map(\.rawValue)),
      ])
    }
    let everywhere = list(coverage.rows.first?.byAll ?? [])
    let unwatched = list(coverage.rows.filter(\.isUnwatched).map(\.layer.id))
    let undeclared = list(coverage.undeclared)
    text =
      table.text + "\n"
      + (isChinese
        ? """
        检查全部要素的规则：\(everywhere)
        没有其他规则检查的图层：\(unwatched)
        规划未声明的规则：\(undeclared)

        """
        : """
        rules on every feature: \(everywhere)
        layers that no other rule looks at: \(unwatched)
        rules that the plan does not declare: \(undeclared)

        """)
  }
}
