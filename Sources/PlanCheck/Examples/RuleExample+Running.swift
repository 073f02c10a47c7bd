internal import DistrictPlan
public import PlanFindings

extension RuleExample {
  /// The findings of a rule on the example, in reporting order.
  public func findings(of rule: RuleDescription) throws -> [Finding] {
    let texts = try plan.texts(for: rule)
    let loaded = try PlanLoader.load(from: texts)
    var options = CheckOptions()
    if rule.needsDocuments { options.documents = try DocumentTexts(of: loaded.plan, from: texts) }
    if let earlier = plan.earlier {
      var before = plan
      before.features = earlier
      options.since = EarlierPlan(
        name: "HEAD", plan: try PlanLoader.load(from: before.texts(for: rule)).plan, reach: 100)
    }
    return CheckRunner.check(loaded, options: options).findings
  }
}
