internal import DistrictPlan
internal import MapGeometry
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
      faults += unsuited(declaration, description)
      for key in declaration.parameters.keys.sorted() where description.isReference(key) {
        guard let reference = declaration.reference(key), !reference.names.isEmpty,
          isEmpty(reference)
        else { continue }
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

  /// Rules that hold of every layer against itself.
  private static let holdOfThemselves: Set = ["A08", "A10", "A16", "D07"]

  /// What a declaration looks at that the rule cannot find anything in.
  private func unsuited(
    _ declaration: RuleDeclaration, _ description: RuleDescription
  ) -> [PlanFault] {
    guard let reference = declaration.reference(description.featuresKey) else { return [] }
    let code = description.code
    if let partners = declaration.reference("with"), Self.holdOfThemselves.contains(code),
      !plan.isEmpty(reference),
      plan.features(reference).map(\.id) == plan.features(partners).map(\.id),
      !declaration.parameters.keys.contains(where: ["where", "with_where"].contains)
    {
      return [
        PlanFault(
          code: "D11", location: partners.location,
          message: Wording(
            "rule \(code) holds '\(reference.text)' against itself, which finds nothing",
            zh: "规则 \(code) 以“\(reference.text)”对照自身，不会有任何发现"),
          help: Wording("name another layer in 'with'", zh: "在 with 中写另一个图层"))
      ]
    }
    return []
  }

  private func isEmpty(_ reference: Reference) -> Bool {
    plan.isEmpty(reference) && reference.names.allSatisfy(plan.canResolve)
  }
}

extension RuleDescription {
  /// Whether a key of a declaration names features.
  fileprivate func isReference(_ key: String) -> Bool {
    key == featuresKey || key == "with"
      || parameters.contains { $0.name == key && $0.type == .reference }
  }
}
