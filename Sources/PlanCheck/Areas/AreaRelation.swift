internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// How other features lie with regard to one area, with what is noise left out of account.
final class AreaRelation {
  /// What is true of a feature and the area.
  struct Facts {
    /// Whether they come within the tolerance.
    var isNear = false
    /// Whether the feature meets the interior of the area.
    var isInside = false
    /// Whether part of the feature lies beyond the area.
    var isOutside = false
  }

  private let area: PlaneGeometry
  private let index: ShapeIndex
  private let task: RuleTask
  private let context: CheckContext
  private lazy var outline = ShapeIndex(area, as: .outlines)
  private lazy var grown = try? context.topology.buffer(area, by: task.edgeReach + 0.001)
  private lazy var shrunk = try? context.topology.buffer(area, by: -task.edgeReach - 0.001)

  /// - Parameter area: A valid shape; one without areas gives `nil`.
  init?(_ area: PlaneGeometry, _ task: RuleTask, _ context: CheckContext) {
    let polygons = area.polygons
    guard let index = ShapeIndex(area, as: .areas) else { return nil }
    self.area = polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
    self.index = index
    self.task = task
    self.context = context
  }

  /// The box around the area.
  var bounds: Bounds<PlanePoint> { index.bounds }

  /// Whether a shape comes within the tolerance of the area.
  func isNear(_ other: ShapeIndex) -> Bool { index.link(to: other, within: task.edgeReach) != nil }

  /// Whether the outline of a shape, or a shape without one, comes within the tolerance of the boundary.
  func touchesBoundary(_ other: ShapeIndex) -> Bool {
    outline?.link(to: other, within: task.edgeReach) != nil
  }

  /// What is true of a shape and the area.
  func facts(of shape: UsableShape, _ other: ShapeIndex) throws -> Facts {
    var facts = Facts()
    facts.isNear = isNear(other)
    guard facts.isNear else {
      facts.isOutside = true
      return facts
    }
    for point in shape.geometry.points {
      let location = index.location(of: point, tolerance: task.edgeReach)
      facts.isInside = facts.isInside || location == .inside
      facts.isOutside = facts.isOutside || location == .outside
    }
    if !shape.geometry.lines.isEmpty {
      let lines = PlaneGeometry.multiLine(shape.geometry.lines)
      facts.isOutside = try facts.isOutside || counts(beyond(lines, grown ?? area))
      facts.isInside = try facts.isInside || counts(common(lines, shrunk))
    }
    if !shape.geometry.polygons.isEmpty {
      let polygons = PlaneGeometry.multiPolygon(shape.geometry.polygons)
      let outside = try context.topology.difference(polygons, area)
      facts.isOutside = try context.aboveNoise(outside, for: task) != nil || facts.isOutside
      let inside = try context.topology.intersection(polygons, area)
      facts.isInside = try context.aboveNoise(inside, for: task) != nil || facts.isInside
    }
    return facts
  }

  /// Whether the area lies in a shape: none of it beyond the shape's own areas.
  func liesIn(_ shape: UsableShape) throws -> Bool {
    let polygons = shape.geometry.polygons
    guard !polygons.isEmpty, shape.geometry.bounds?.touches(bounds) == true else { return false }
    let rest = try context.topology.difference(area, .multiPolygon(polygons))
    return try context.aboveNoise(rest, for: task) == nil
  }

  private func beyond(_ lines: PlaneGeometry, _ cover: PlaneGeometry) throws -> Double {
    try context.topology.difference(lines, cover)?.length ?? 0
  }

  private func common(_ lines: PlaneGeometry, _ ground: PlaneGeometry?) throws -> Double {
    guard let ground else { return 0 }
    return try context.topology.intersection(lines, ground)?.length ?? 0
  }

  private func counts(_ length: Double) -> Bool {
    let isCounted = length > task.quantity("min_length")
    if !isCounted, length > 0 { context.verified(belowNoiseFloor: 1) }
    return isCounted
  }
}
