internal import DistrictPlan
internal import Messages
internal import PlanFindings

// What the rules of group K share: they go through claims, and leave a verdict on each.

extension CheckContext {
  /// Tests each claim of a kind that counts at the day of the check, and notes what came of it.
  ///
  /// - Parameter findings: What offends the claim; `nil` leaves the claim to another rule.
  func test(
    _ kind: ClaimKind, by task: RuleTask, _ findings: (Claim) throws -> [Finding]?
  ) rethrows -> [Finding] {
    var result: [Finding] = []
    for claim in claims(kind) {
      guard let found = try findings(claim) else { continue }
      note(claim, tested: found, by: task)
      result += found
    }
    return result
  }

  /// Notes the verdict: a claim holds when everything it refers to is in the plan and nothing found
  /// weighs as much as the rule does.
  func note(_ claim: Claim, tested found: [Finding], by task: RuleTask) {
    let isComplete = claim.test.references.allSatisfy { $0.names.allSatisfy(plan.canResolve) }
    record(claim, by: task, holds: isComplete && !found.contains { $0.severity >= task.severity })
  }

  /// The finding that a claim speaks of features of which none is drawn.
  ///
  /// `nil` when one is, and when the reference itself is at fault: rule D03 reports that.
  func nothingDrawn(_ reference: Reference, for claim: Claim, by task: RuleTask) -> Finding? {
    guard reference.names.allSatisfy(plan.canResolve),
      plan.features(reference).allSatisfy({ $0.plane == nil })
    else { return nil }
    return task.finding(
      Wording(
        "nothing of '\(reference.text)' is drawn, so the claim '\(claim.kind.rawValue)' cannot hold",
        zh: "“\(reference.text)”没有绘出，论断“\(claim.kind.rawValue)”无从成立"),
      parties: plan.features(reference).map(\.party) + [claim.party],
      statements: [claim.statement],
      help: Wording(
        "draw it, or correct the reference of the claim", zh: "绘出该要素，或更正论断的引用"))
  }
}

extension Wording {
  /// Names one after another, each in quotes.
  static func names(_ names: [String]) -> Wording {
    .list(names.map { Wording("'\($0)'", zh: "“\($0)”") })
  }

  /// Features one after another, each with its kind and name.
  static func phrases(_ features: [PlanFeature]) -> Wording {
    .list(features.map(\.phrase))
  }
}

extension PlanFeature {
  /// The feature in a sentence, or what of it is meant.
  func phrase(of what: String?) -> Wording {
    guard let what else { return phrase }
    return Wording("'\(what)' of \(phrase.english)", zh: "\(phrase.chinese)的“\(what)”")
  }

  /// Everything that a document may call the feature: its name, its aliases, and its function where
  /// documents speak of fields instead of places.
  var documentedNames: [String] { [name, text(.function)].compactMap { $0 } + aliases }
}

extension Measure {
  /// An area in the unit that keeps its number short.
  static func area(_ squareMetres: Double, limit: Double? = nil) -> Measure {
    squareMetres < 100_000
      ? Measure(squareMetres, .squareMetres, limit: limit)
      : Measure(squareMetres / 1e6, .squareKilometres)
  }
}
