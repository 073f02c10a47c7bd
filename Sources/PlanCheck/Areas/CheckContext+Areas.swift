internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// What several features cover together.
struct Coverage {
  /// The union of their areas; `nil` when they have none.
  let geometry: PlaneGeometry?
  /// Whether one of them had to be repaired first.
  let isRepaired: Bool
  /// The union, ready for many questions.
  let prepared: PreparedGeometry?
}

extension CheckContext {
  /// The union of the areas of features, made once for each set.
  func coverage(of features: [PlanFeature]) throws -> Coverage {
    let key = features.map { ObjectIdentifier($0) }
    if let known = coverages[key] { return known }
    judge(features)
    let shapes = features.compactMap { shape(of: $0) }.filter { !$0.geometry.polygons.isEmpty }
    let united =
      shapes.count > 1 ? try topology.union(shapes.map(\.geometry)) : shapes.first?.geometry
    let coverage = Coverage(
      geometry: united, isRepaired: shapes.contains(where: \.isRepaired),
      prepared: try united.map { try topology.prepared($0) })
    coverages[key] = coverage
    return coverage
  }

  /// The areas of a result that are large and wide enough to count; the others are tallied.
  func aboveNoise(_ geometry: PlaneGeometry?, for task: RuleTask) throws -> PlaneGeometry? {
    let (counted, noise) = try sifted(geometry, for: task)
    verified(belowNoiseFloor: noise)
    return counted
  }

  /// The areas of a result that are large and wide enough to count, and how many are not.
  func sifted(
    _ geometry: PlaneGeometry?, for task: RuleTask
  ) throws -> (counted: PlaneGeometry?, noise: Int) {
    try NoiseFloor(task).sifted(geometry, topology)
  }

  /// The features whose area comes within the tolerance of a place, in order.
  func neighbours(
    of place: PlaneGeometry, among features: [PlanFeature], tolerance: Double
  ) throws -> [PlanFeature] {
    try neighbours(of: place, among: areas(of: features), tolerance: tolerance)
  }

  /// The areas of a set that come within the tolerance of a place, in order.
  func neighbours(
    of place: PlaneGeometry, among areas: AreaSet, tolerance: Double
  ) throws -> [PlanFeature] {
    // The place was rounded to the millimetre grid of the overlay.
    try areas.places(near: place, within: tolerance + 0.001, topology).map { areas.features[$0] }
  }
}
