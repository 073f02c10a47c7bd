import DistrictPlan
import Messages
import PlanFindings
import Testing

@testable import PlanCheck

/// Rules that hold two layers against each other find the same when the layers change places.
struct ExampleSwappingTests {
  /// Rules for which a pair has no first and second.
  static let symmetric = ["A07", "A10", "A19", "L02", "L04", "L06", "N10", "P01"]

  /// Rules that ask one side for something that the other side gives; what.
  static let oneSided = [
    "A08": "the partners cover", "A09": "a partner covers", "A11": "the partners cover",
    "A12": "the partners' outlines cover", "A13": "the partners lie within",
    "A14": "the partners lie within", "A15": "the partners are counted",
    "A16": "the partners are divided", "A20": "a partner is near", "A21": "a partner adjoins",
    "D07": "the partners contain", "K28": "the partners are rivers",
    "K29": "the partners are streets", "K30": "the partners are sites",
    "K32": "the partners are divided", "L14": "the partners cover",
    "L15": "the partners' outlines cover", "L16": "the partners contain",
    "L17": "a partner lies at each end", "L20": "the partners are crossed",
    "N02": "the partners are sources", "N03": "the partners are the network",
    "N06": "the partners are nodes", "N07": "the partners are nodes",
    "N09": "the partners are served", "P02": "a partner lies there",
    "P03": "a partner's outline runs there", "P04": "a partner contains",
    "P05": "a partner runs there", "P06": "a partner ends there", "P07": "the partners contain",
    "W02": "the partners were resurfaced", "W04": "the partners are the network",
    "W05": "the partners are the network",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleDescription
    let example: RuleExample
    var testDescription: String { "\(rule.code) \(example.title.english)" }
  }

  static let cases = RuleRegistry.all.map { $0.description }
    .filter { symmetric.contains($0.code) }.flatMap { rule in
      (rule.accepts + rule.flags).filter { $0.plan.settings.contains { $0.hasPrefix("with: ") } }
        .map { Case(rule: rule, example: $0) }
    }

  @Test(arguments: cases)
  func findingsAreTheSame(_ example: Case) throws {
    var plan = example.example.plan
    plan.settings = try swapped(plan, example.rule)
    let before = try ExampleFindings.verdicts(of: example.example, example.rule)
    let findings = try RuleExample("swapped", plan).findings(of: example.rule)
    let after = ExampleFindings.verdicts(findings, example.rule)
    #expect(agree(before, after), "\(before), then \(after) with \(plan.settings)")
  }

  @Test(arguments: symmetric)
  func everySymmetricRuleHasAnExampleThatItFlags(code: String) {
    #expect(
      Self.cases.contains { example in
        example.rule.code == code
          && example.rule.flags.contains { $0.title == example.example.title }
      })
  }

  @Test func everyRuleWithPartnersIsOneOrTheOther() {
    let needing = RuleRegistry.all.map { $0.description }.filter(\.needsPartner).map(\.code)
    let known = Set(Self.symmetric).union(Self.oneSided.keys)
    #expect(needing.filter { !known.contains($0) } == [])
    #expect(known.filter { RuleRegistry.rule($0) == nil } == [])
    #expect(Set(Self.symmetric).isDisjoint(with: Self.oneSided.keys))
  }

  /// The settings with the two sides in each other's place.
  private func swapped(_ plan: ExamplePlan, _ rule: RuleDescription) throws -> [String] {
    var settings = plan.settings
    if !settings.contains(where: { $0.hasPrefix("on: ") }) {
      let used = Set(plan.features.map { $0.kind.replacing("_", with: "-") + "s" }).sorted()
      settings.append("on: [\(used.joined(separator: ", "))]")
    }
    let names = [
      "on: ": "with: ", "with: ": "on: ", "where: ": "with_where: ", "with_where: ": "where: ",
    ]
    return settings.map { setting in
      for (name, other) in names.sorted(by: { $0.key > $1.key }) where setting.hasPrefix(name) {
        return other + setting.dropFirst(name.count)
      }
      return setting
    }
  }
}
