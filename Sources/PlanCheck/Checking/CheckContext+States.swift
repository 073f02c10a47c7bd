internal import DistrictPlan
internal import MapGeometry

extension CheckContext {
  /// The states in which a set of features is to be looked at, with the works that each takes as done.
  ///
  /// Roads are looked at as they are and with every work done, unless the run says which works are;
  /// a set without roads that any work changes has one state. A work belongs to the set when the
  /// set names it or the road it changes.
  func states(of features: [PlanFeature]) -> [(works: WorksSelection, features: [PlanFeature])] {
    guard !roadAdditions.isEmpty else { return [(works ?? .all, features)] }
    let named = Set(features.map(\.id))
    let additions = roadAdditions.filter { feature in
      named.contains(feature.id) || feature.text(.road).map(named.contains) == true
    }
    guard !additions.isEmpty else { return [(works ?? .all, features)] }
    let existing = features.filter { !$0.addsRoadLine }
    return (works.map { [$0] } ?? [.none, .all]).map { selection in
      let done = additions.filter(selection.includes)
      return (selection, (existing + done).sorted { $0.id < $1.id })
    }
  }

  /// Where works that are not done yet begin: a road may end there.
  func plannedStarts(beyond works: WorksSelection) -> [PlanePoint] {
    roadAdditions.filter { !works.includes($0) }
      .compactMap { $0.plane?.lines.first?.start }
  }
}

extension PlanFeature {
  /// Whether the feature is a work that lengthens the road network.
  var addsRoadLine: Bool { kind == .roadWork && action?.addsLine == true }
}
