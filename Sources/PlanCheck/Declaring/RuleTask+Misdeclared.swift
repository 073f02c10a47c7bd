internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

extension RuleTask {
  /// The finding that a setting is missing or says nothing that the rule could use.
  ///
  /// An error whatever the rule weighs: it checks nothing then, which looks like a plan without faults.
  func misdeclared(
    _ key: String, _ message: Wording, at location: SourceLocation? = nil
  ) -> Finding {
    finding(
      message,
      parties: [Finding.Party(id: key, name: nil, location: location ?? self.location)],
      help: Wording("correct the declaration in plan.yaml", zh: "更正 plan.yaml 中的声明"),
      severity: .error)
  }
}
