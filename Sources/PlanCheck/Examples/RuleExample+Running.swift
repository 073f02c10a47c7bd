internal import DistrictPlan
public import PlanFindings

extension RuleExample {
  /// The findings of a rule on the example, in reporting order.
  public func findings(of rule: RuleDescription) throws -> [Finding] {
    let loaded = try PlanLoader.load(from: plan.texts(for: rule))
    return CheckRunner.check(loaded).findings
  }
}
