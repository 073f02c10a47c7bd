internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The edges of many features, ready to be asked what is near.
///
/// Edges follow what is straight in longitude and latitude, so a long one is several short pieces on
/// the plane; only where a piece ends at a vertex of the file does it say so.
struct EdgeSet {
  /// A straight piece of an outline or line.
  struct Edge {
    /// The place of the feature in the set.
    let feature: Int
    let segment: Segment
    /// The place of the first point among the feature's vertices, where it is one.
    let startVertex: Int?
    /// The place of the second point among the feature's vertices, where it is one.
    let endVertex: Int?
    /// The last of the feature's vertices at or before the first point.
    let vertexBefore: Int
    /// Whether the first point is the free end of a line.
    let startsLine: Bool
    /// Whether the second point is the free end of a line.
    let endsLine: Bool

    /// The points of the piece that are vertices of the file, with their places.
    var vertices: [(index: Int, point: PlanePoint)] {
      [(startVertex, segment.start), (endVertex, segment.end)].compactMap { vertex in
        vertex.0.map { ($0, vertex.1) }
      }
    }

    /// The points of the piece that are free ends of a line.
    var lineEnds: [PlanePoint] {
      (startsLine ? [segment.start] : []) + (endsLine ? [segment.end] : [])
    }
  }

  let features: [PlanFeature]
  let edges: [Edge]
  let index: BoxIndex

  init(_ features: [PlanFeature]) {
    self.features = features
    var edges: [Edge] = []
    for (place, feature) in features.enumerated() {
      guard let plane = feature.plane else { continue }
      let dense = (feature.densePlane ?? plane).runs
      var vertex = 0
      for (run, denseRun) in zip(plane.runs, dense) {
        Self.append(run, denseRun.points, feature: place, firstVertex: vertex, to: &edges)
        vertex += run.points.count
      }
    }
    self.edges = edges
    index = BoxIndex(edges.map { Bounds($0.segment.start, $0.segment.end) })
  }

  /// The edges within a distance of a point, in order.
  func edges(near point: PlanePoint, within distance: Double) -> [Edge] {
    index.query(Bounds(point, point), margin: distance)
      .filter { edges[$0].segment.distance(to: point) <= distance }.map { edges[$0] }
  }

  private static func append(
    _ run: PlaneGeometry.Run, _ dense: [PlanePoint], feature: Int, firstVertex: Int,
    to edges: inout [Edge]
  ) {
    var next = 0  // the vertex to meet next along the dense points
    var previous: (point: PlanePoint, vertex: Int?)?
    for point in dense {
      var vertex: Int?
      if next < run.points.count, run.points[next] == point {
        vertex = next
        next += 1
      }
      if let previous {
        edges.append(
          Edge(
            feature: feature, segment: Segment(previous.point, point),
            startVertex: previous.vertex.map { $0 + firstVertex },
            endVertex: vertex.map { $0 + firstVertex },
            vertexBefore: firstVertex + max(0, next - (vertex == nil ? 1 : 2)),
            startsLine: run.isOpen && previous.vertex == 0,
            endsLine: run.isOpen && vertex == run.points.count - 1))
      }
      previous = (point, vertex)
    }
  }
}

extension Geometry {
  /// A line, or the outline of an area.
  struct Run {
    let points: [P]
    let isOpen: Bool
  }

  /// The lines and outlines, in the order of ``Geometry/positions``.
  var runs: [Run] {
    lines.map { Run(points: $0.points, isOpen: $0.start != $0.end) }
      + polygons.flatMap { $0.rings }.map { Run(points: $0.points, isOpen: false) }
  }
}
