internal import DistrictPlan
internal import Messages

/// Finds declarations and claims that look at nothing: silent green is the worst fault of a check.
struct EmptySelections {
  let plan: Plan

  /// The declared rules and the claims whose references name no feature.
  ///
  /// References to names that do not exist have been reported already. A claim that counts features
  /// or says that they exist is judged by its own rule.
  func faults() -> [PlanFault] {
    var faults: [PlanFault] = []
    for declaration in plan.rules {
      guard let description = RuleRegistry.rule(declaration.rule)?.description else { continue }
      for key in declaration.parameters.keys.sorted() where description.isReference(key) {
        guard let reference = declaration.reference(key), isEmpty(reference) else { continue }
        faults.append(
          PlanFault(
            code: "D11", location: reference.location,
            message: Wording(
              "rule \(description.code) looks at nothing: '\(key): \(reference.text)' names no feature",
              zh: "规则 \(description.code) 没有检查任何要素：“\(key): \(reference.text)”为空"),
            help: Wording("draw the features, or drop the rule", zh: "补上要素，或删去该规则")))
      }
    }
    for claim in plan.claims where claim.kind != .count && claim.kind != .exists {
      for reference in claim.test.references where isEmpty(reference) {
        faults.append(
          PlanFault(
            code: "D11", location: claim.location,
            message: Wording(
              "claim '\(claim.id)' looks at nothing: '\(reference.text)' names no feature",
              zh: "论断“\(claim.id)”没有检查任何要素：“\(reference.text)”为空"),
            help: Wording("draw the features, or correct the claim", zh: "补上要素，或更正论断"),
            subject: claim.statement))
      }
    }
    return faults
  }

  private func isEmpty(_ reference: Reference) -> Bool {
    reference.names.allSatisfy(plan.canResolve) && plan.features(reference).isEmpty
  }
}

extension RuleDescription {
  /// Whether a key of a declaration names features.
  fileprivate func isReference(_ key: String) -> Bool {
    key == featuresKey || key == "with"
      || parameters.contains { $0.name == key && $0.type == .reference }
  }
}
