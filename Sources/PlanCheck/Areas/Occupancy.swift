internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Which of some areas a feature lies in, and with how much of it.
struct Occupancy {
  /// What of a feature lies in one area.
  struct Hold {
    let area: PlanFeature
    /// Which share of the feature's area, length or points it is, 0 to 1; 0 for points on the boundary.
    let share: Double
    /// What lies inside; `nil` for points.
    let part: PlaneGeometry?
    /// Whether the area takes part as a repaired copy.
    let isRepaired: Bool
  }

  private struct Area {
    let feature: PlanFeature
    let shape: UsableShape
    let prepared: PreparedGeometry
    let outline: Vicinity
  }

  private let areas: [Area]
  private let index: BoxIndex
  private let tolerance: Double
  private let context: CheckContext

  init(of features: [PlanFeature], tolerance: Double, _ context: CheckContext) throws {
    areas = try features.compactMap { feature in
      guard let shape = context.shape(of: feature), !shape.geometry.polygons.isEmpty else {
        return nil
      }
      let rings = shape.geometry.polygons.flatMap(\.rings)
      return Area(
        feature: feature, shape: shape, prepared: try context.topology.prepared(shape.geometry),
        outline: Vicinity(
          of: try rings.map { .line(try Line($0.points)) }, within: tolerance))
    }
    index = BoxIndex(areas.map { $0.shape.geometry.bounds })
    self.tolerance = tolerance
    self.context = context
  }

  /// The areas that hold some of a feature, in order; those that a point only touches have share 0.
  func holds(of geometry: PlaneGeometry) throws -> [Hold] {
    guard let box = geometry.bounds else { return [] }
    return try index.query(box, margin: tolerance).compactMap { place in
      try hold(of: geometry, in: areas[place])
    }
  }

  private func hold(of geometry: PlaneGeometry, in area: Area) throws -> Hold? {
    let shape = area.shape
    func hold(_ share: Double, _ part: PlaneGeometry?) -> Hold {
      Hold(area: area.feature, share: share, part: part, isRepaired: shape.isRepaired)
    }
    if geometry.polygons.isEmpty, geometry.lines.isEmpty {
      return try held(geometry.points, in: area).map { hold($0, nil) }
    }
    let isArea = !geometry.polygons.isEmpty
    let whole = isArea ? geometry.area : geometry.length
    if try area.prepared.covers(geometry) { return hold(1, geometry) }
    guard whole > 0, let part = try context.topology.intersection(geometry, shape.geometry) else {
      return nil
    }
    let inside = isArea ? part.area : part.length
    return inside > 0 ? hold(min(1, inside / whole), part) : nil
  }

  /// The share of points that lie in the interior; `nil` when none even touches the area.
  private func held(_ points: [PlanePoint], in area: Area) throws -> Double? {
    var (inside, touching) = (0, 0)
    for point in points {
      if area.outline.contains(point) {
        touching += 1
      } else if try area.prepared.covers(.point(point)) {
        inside += 1
      }
    }
    guard inside + touching > 0 else { return nil }
    return Double(inside) / Double(points.count)
  }
}
