public import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapTopology
internal import PlanFindings

/// An earlier state of the plan under check.
public struct EarlierPlan: Sendable {
  /// What the state is called, such as a git revision.
  public let name: String
  /// The plan as it was; `nil` when there was none, so that everything is new.
  public let plan: Plan?
  /// How near to a change a finding belongs to it, in metres.
  public let reach: Double

  /// Creates a description of an earlier state.
  public init(name: String, plan: Plan?, reach: Double) {
    self.name = name
    self.plan = plan
    self.reach = reach
  }
}

/// What differs between an earlier state of a plan and the present one.
struct PlanChange {
  let earlier: EarlierPlan
  let plan: Plan
  /// The ids of features that are new or not what they were.
  let changed: Set<String>
  /// The ids of features that are no longer there.
  let removed: Set<String>
  /// The ids of claims that are new, not what they were, or about features that changed.
  let claims: Set<String>
  /// The codes of rules whose declarations changed.
  let rules: Set<String>
  /// Where changed features lie and lay.
  private let places: [PlaneGeometry]
  private let index: BoxIndex

  init(from earlier: EarlierPlan, to plan: Plan) {
    self.earlier = earlier
    self.plan = plan
    let old = earlier.plan
    let changed = plan.features.filter { feature in
      old?.feature(feature.id).map { !feature.isSame(as: $0) } ?? true
    }
    let removed = (old?.features ?? []).filter { plan.feature($0.id) == nil }
    let moved = Set((changed + removed).map(\.id))
    self.changed = Set(changed.map(\.id))
    self.removed = Set(removed.map(\.id))
    let oldClaims = Dictionary(
      (old?.claims ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    claims = Set(
      plan.claims.filter { claim in
        guard let before = oldClaims[claim.id], before.test == claim.test else { return true }
        return !plan.subjects(of: claim).isDisjoint(with: moved)
          || old?.subjects(of: before).isDisjoint(with: moved) == false
      }.map(\.id))
    let known = Set(old?.rules ?? [])
    rules = Set(
      plan.rules.filter { !known.contains($0) }
        .map { RuleRegistry.rule($0.rule)?.description.code ?? $0.rule })
    places =
      changed.compactMap(\.densePlane) + removed.compactMap(\.densePlane)
      + changed.compactMap { old?.feature($0.id)?.densePlane }
    index = BoxIndex(places.map(\.bounds))
  }

  /// Whether a finding is about something that changed, or lies near it.
  ///
  /// A finding that names no feature and no claim, such as one about a file, always counts.
  func concerns(_ finding: Finding, _ topology: Topology) -> Bool {
    if rules.contains(finding.code) { return true }
    let ids = finding.parties.map(\.id)
    let isAboutClaims = plan.claims.contains { ids.contains($0.id) || ids.contains($0.statement) }
    if ids.contains(where: { changed.contains($0) || claims.contains($0) }) { return true }
    guard isAboutClaims || ids.contains(where: { plan.feature($0) != nil }) else { return true }
    return isNear(finding, topology)
  }

  private func isNear(_ finding: Finding, _ topology: Topology) -> Bool {
    guard let geometry = finding.geometry, let plane = try? plan.transformer.project(geometry),
      let box = plane.bounds
    else { return false }
    return index.query(box, margin: earlier.reach).contains { place in
      let distance = (try? topology.distance(plane, places[place])).flatMap { $0 }
      return distance.map { $0 <= earlier.reach } ?? true
    }
  }
}

extension PlanFeature {
  /// Whether another state of the feature says the same.
  fileprivate func isSame(as other: PlanFeature) -> Bool {
    kind == other.kind && file == other.file && geometry == other.geometry
      && properties == other.properties
  }
}

extension Plan {
  /// The ids of the features that a claim is about.
  func subjects(of claim: Claim) -> Set<String> {
    var references = claim.test.references
    switch claim.test {
    case .structureCount(let id), .structureMembers(let id, _, _, _):
      references += structure(id)?.parts.map(\.members) ?? []
    default: break
    }
    return Set(references.flatMap(features).map(\.id))
  }
}
