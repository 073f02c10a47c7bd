import FileShapes
import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

@testable import DistrictPlan
@testable import PlanCheck

/// What the schema says of a rule's settings is what the rule's declaration is read by.
struct RuleShapeTests {
  private static let location = SourceLocation(file: "plan.yaml", line: 1, column: 1)

  private static let plan = Result {
    try SamplePlan(SamplePlan.road("road.a", (0, 0), (100, 0))).load().plan
  }

  /// What reading a declaration reports.
  private func faults(_ rule: String, _ parameters: [String: [String]]) throws -> [String] {
    var builder = TaskBuilder(plan: try Self.plan.get())
    _ = builder.task(for: RuleDeclaration(rule, parameters: parameters, location: Self.location))
    return builder.faults.map(\.message.english)
  }

  @Test func everyRuleHasAShape() {
    guard case .variants(let variants) = RuleShapes.declarations else {
      Issue.record("no variants")
      return
    }
    let rules = RuleRegistry.all.map { $0.description }
    #expect(variants.words == rules.flatMap { [$0.code, $0.name] })
    for rule in rules {
      let names = rule.parameters.map(\.name) + TaskBuilder.commonKeys(of: rule) + ["rule"]
      #expect(Set(RuleShapes.shape(of: rule).names) == Set(names), "\(rule.code)")
    }
  }

  @Test func whatARuleNeedsIsRequired() throws {
    for rule in RuleRegistry.all.map({ $0.description }) {
      let missing = try faults(rule.code, [:]).filter { $0.contains("needs") }
      let required = RuleShapes.shape(of: rule).keys.filter(\.isRequired).map(\.name)
      #expect(
        Set(missing)
          == Set(required.filter { $0 != "rule" }.map { "rule \(rule.code) needs '\($0)'" }))
    }
  }

  @Test func aKeyThatTheShapeLacksIsReported() throws {
    for rule in RuleRegistry.all.map({ $0.description }) {
      let said = try faults(rule.code, ["zzz": ["1"]])
      #expect(said.contains { $0.hasPrefix("rule \(rule.code) takes no 'zzz'") })
    }
  }

  /// Texts of every form, and of none.
  private static let texts = [
    "5", "-5", "+5", "0.5", "1e3", "5 m", "5m", ".5 m", "-5 m", "5 mu", "5 m2", "5 m²", "5 ha",
    "5 km2",
    "45 deg", "45 °", "80 %", "80%", "zzz", "", "nan", "inf", "true", "false", "both", "from",
    "5 M",
  ]

  @Test func aSettingIsRefusedByTheShapeAndByTheRule() throws {
    var compared = 0
    var seen: Set<String> = []
    for rule in RuleRegistry.all.map({ $0.description }) {
      for parameter in rule.parameters {
        switch parameter.type {
        case .quantity, .count, .number, .word: break
        case .text, .texts, .reference, .mapping: continue
        }
        // How a setting is read depends on nothing but its type.
        guard seen.insert("\(parameter.type)").inserted else { continue }
        for text in Self.texts {
          let node = try #require(
            YAMLFile.root(of: SourceText(file: "plan.yaml", "v: '\(text)'")).members?.first?.value)
          var log = FaultLog()
          let fits = log.holds(node, parameter.type.shape)
          let said = try faults(rule.code, [parameter.name: [text]])
          let isRead = !said.contains { $0.hasPrefix("'\(parameter.name)' is '\(text)'") }
          #expect(fits == isRead, "\(rule.code) \(parameter.name): '\(text)'")
          compared += 1
        }
      }
    }
    #expect(compared > 300)
  }
}
