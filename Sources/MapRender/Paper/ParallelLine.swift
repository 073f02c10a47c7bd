internal import MapGeometry
internal import MapTopology

/// Lines that run beside others.
enum ParallelLine {
  /// The shape's lines moved to their right, seen along them, and its outlines moved inwards.
  ///
  /// A negative distance, in millimetres, moves them to the other side. What has no room vanishes.
  static func shape(_ shape: PaperShape, at distance: Double, join: Stroke.Join) -> PaperShape {
    guard distance != 0 else { return shape }
    let topology = Topology()
    return PaperShape(
      lines: shape.lines.flatMap {
        lines(beside: $0, at: distance, join.topology, topology)
      },
      areas: shape.areas.flatMap { areas(within: $0, at: distance, join.topology, topology) })
  }

  private static func lines(
    beside points: [PaperPoint], at distance: Double, _ join: Topology.JoinStyle,
    _ topology: Topology
  ) -> [[PaperPoint]] {
    guard let line = try? Line(points.map(\.upright)),
      let found = try? topology.offsetCurve(of: line, at: -distance, join: join)
    else { return [points] }
    return found.map { $0.points.map(PaperPoint.init(upright:)) }
  }

  private static func areas(
    within rings: [[PaperPoint]], at distance: Double, _ join: Topology.JoinStyle,
    _ topology: Topology
  ) -> [[[PaperPoint]]] {
    let upright = rings.compactMap { try? Ring($0.map(\.upright)) }
    guard let exterior = upright.first,
      let area = try? topology.repaired(
        .polygon(Polygon(exterior: exterior, holes: Array(upright.dropFirst())))),
      let found = try? topology.buffer(area, by: -distance, join: join)
    else { return [] }
    return found.polygons.map { polygon in
      polygon.rings.map { $0.points.map(PaperPoint.init(upright:)) }
    }
  }
}

extension PaperPoint {
  /// The point where y grows upwards, as it does on the ground.
  fileprivate var upright: PlanePoint { PlanePoint(x: x, y: -y) }

  fileprivate init(upright point: PlanePoint) { self.init(x: point.x, y: -point.y) }
}

extension Stroke.Join {
  fileprivate var topology: Topology.JoinStyle {
    switch self {
    case .miter: .mitre
    case .round: .round
    case .bevel: .bevel
    }
  }
}
