import Testing

@testable import PlanCheck

struct DefaultRulesTests {
  @Test func everyDefaultRuleExistsAndLooksAtItsFamily() throws {
    for code in DefaultRules.everywhere { #expect(RuleRegistry.rule(code) != nil, "\(code)") }
    for (family, rules) in DefaultRules.byFamily {
      for (code, _) in rules {
        let rule = try #require(RuleRegistry.rule(code)?.description, "\(code)")
        #expect(rule.looksAt.isEmpty || rule.looksAt.contains(family), "\(code)")
        #expect(!rule.needsPartner, "\(code)")
      }
    }
  }
}
