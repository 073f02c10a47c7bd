import Foundation
import PlanCheck
import PlanReport
import Testing

struct RuleReferenceTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/rules.md")

  @Test func theShippedReferenceIsWhatTheRulesSay() throws {
    let text = RuleReference(RuleRegistry.all.map { $0.description }).text
    let shipped = try? String(contentsOf: Self.path, encoding: .utf8)
    if ProcessInfo.processInfo.environment["GXQ_RECORD"] == "1" {
      try text.write(to: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(shipped == text, "docs/rules.md: run 'gxq-map rules --markdown > docs/rules.md'")
  }

  /// The rules of a geodatabase topology; those of the same name for areas, lines and points are told
  /// apart by what they look at.
  static let arcGIS = [
    "Must Be Larger Than Cluster Tolerance (Area)", "Must Be Larger Than Cluster Tolerance (Line)",
    "Must Not Overlap (Area)", "Must Not Have Gaps (Area)", "Must Not Overlap With (Area-Area)",
    "Must Be Covered By Feature Class Of (Area-Area)", "Must Cover Each Other (Area-Area)",
    "Must Be Covered By (Area-Area)", "Boundary Must Be Covered By (Area-Line)",
    "Area Boundary Must Be Covered By Boundary Of (Area-Area)", "Contains Point (Area-Point)",
    "Contains One Point (Area-Point)",
    "Must Not Overlap (Line)", "Must Not Intersect (Line)", "Must Not Intersect With (Line-Line)",
    "Must Not Have Dangles (Line)", "Must Not Have Pseudo-Nodes (Line)",
    "Must Not Intersect Or Touch Interior (Line)",
    "Must Not Intersect Or Touch Interior With (Line-Line)", "Must Not Overlap With (Line-Line)",
    "Must Be Covered By Feature Class Of (Line-Line)", "Must Be Covered By Boundary Of (Line-Area)",
    "Must Be Inside (Line-Area)", "Endpoint Must Be Covered By (Line-Point)",
    "Must Not Self-Overlap (Line)", "Must Not Self-Intersect (Line)", "Must Be Single Part (Line)",
    "Must Coincide With (Point-Point)", "Must Be Disjoint (Point)",
    "Must Be Covered By Boundary Of (Point-Area)", "Must Be Properly Inside (Point-Area)",
    "Must Be Covered By Endpoint Of (Point-Line)", "Point Must Be Covered By Line (Point-Line)",
  ]

  @Test func everyRuleOfArcGISHasACounterpart() {
    let named = Set(
      RuleRegistry.all.map { $0.description }.flatMap(\.counterparts)
        .filter { $0.program == .arcGIS }.map(\.name))
    // The cluster tolerance is one rule for areas and lines.
    #expect(Self.arcGIS.count - 1 == 32)
    #expect(named == Set(Self.arcGIS))
  }
}
