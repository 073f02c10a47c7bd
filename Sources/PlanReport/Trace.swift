public import DistrictPlan
public import PlanCheck
internal import PlanFindings

/// The chain document → statement → claim → feature → check → map, read in either direction.
public struct Trace: Sendable {
  /// What became of a statement.
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    /// Every claim of it was evaluated and holds.
    case holds
    /// A claim fails, and an exception accepts that.
    case accepted
    /// Nothing contradicts it, and no document tells how it went: a deadline has passed.
    case unknown
    /// A claim fails.
    case fails
    /// A claim that no rule evaluated.
    case unevaluated
    /// Nothing to test; the statement says why.
    case outOfScope = "out-of-scope"
  }

  let plan: Plan
  let result: CheckResult
  /// The sheets that show a feature, by feature id.
  let sheets: [String: [String]]

  /// Creates a trace.
  ///
  /// - Parameter sheets: The ids of the sheets that draw each feature, by feature id.
  public init(_ plan: Plan, checked result: CheckResult, sheets: [String: [String]]) {
    self.plan = plan
    self.result = result
    self.sheets = sheets
  }

  /// What became of a statement.
  public func fate(of statement: Statement) -> Fate {
    if statement.outOfScope != nil { return .outOfScope }
    let verdicts = statement.claims.map { result.verdicts[$0.id] }
    if verdicts.isEmpty || verdicts.contains(nil) { return .unevaluated }
    if verdicts.allSatisfy({ $0?.holds ?? false }) { return .holds }
    let own = result.findings.filter { $0.statements.contains(statement.id) }
    let weighty = own.filter { $0.severity != .info }
    if weighty.isEmpty { return own.isEmpty ? .fails : .unknown }
    return weighty.allSatisfy { $0.acceptance != nil } ? .accepted : .fails
  }

  /// The features that a statement is about: those its claims name, and those that name it.
  func features(of statement: Statement) -> [PlanFeature] {
    var ids = Set(plan.features.filter { $0.why.contains(statement.id) }.map(\.id))
    for claim in statement.claims {
      for reference in claim.test.references {
        ids.formUnion(plan.features(reference).map(\.id))
      }
      if let structure = claim.test.structure.flatMap({ plan.structure($0) }) {
        for part in structure.parts { ids.formUnion(plan.features(part.members).map(\.id)) }
      }
    }
    return ids.sorted().compactMap { plan.feature($0) }
  }

  /// The sheets that show any of the features, in order of their ids.
  func sheets(showing features: [PlanFeature]) -> [String] {
    Set(features.flatMap { sheets[$0.id] ?? [] }).sorted()
  }
}

extension ClaimTest {
  /// The structure that the claim counts or lists.
  var structure: String? {
    switch self {
    case .structureCount(let id), .structureMembers(let id, _, _, _): id
    default: nil
    }
  }
}
