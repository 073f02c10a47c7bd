internal import MapGeometry
internal import MapTopology

/// All the ground within a distance of some shapes, to hold lines against.
///
/// Exact: nothing is rounded off as a buffer would, and no edge is asked at some of its points only.
struct Vicinity {
  /// How far it reaches, in metres.
  let reach: Double
  private let edges: [Segment]
  private let index: BoxIndex
  private let polygons: [Polygon<PlanePoint>]
  private let polygonIndex: BoxIndex

  /// The ground about shapes.
  ///
  /// Grows by a millimetre, because an edge is known to half of one between its vertices.
  init(of shapes: [PlaneGeometry], within distance: Double) {
    reach = distance + 0.001
    polygons = shapes.flatMap(\.polygons)
    let runs = shapes.flatMap(\.lines).map(\.points) + polygons.flatMap(\.rings).map(\.points)
    edges =
      shapes.flatMap(\.points).map { Segment($0, $0) }
      + runs.flatMap { run in zip(run, run.dropFirst()).map { Segment($0, $1) } }
    index = BoxIndex(edges.map { Bounds($0.start, $0.end) })
    polygonIndex = BoxIndex(polygons.map { Bounds($0.exterior.points) })
  }

  /// The stretches of a line that lie beyond, in its direction.
  func parts(beyond line: Line<PlanePoint>) -> [Line<PlanePoint>] {
    var runs: [[PlanePoint]] = []
    for segment in line.segments where segment.start != segment.end {
      for (start, end) in gaps(in: segment) {
        if runs.last?.last == start {
          runs[runs.count - 1].append(end)
        } else {
          runs.append([start, end])
        }
      }
    }
    return runs.compactMap { try? Line($0) }
  }

  /// Whether a point lies within.
  func contains(_ point: PlanePoint) -> Bool {
    let box = Bounds(point, point)
    return index.query(box, margin: reach).contains { edges[$0].distance(to: point) <= reach }
      || polygonIndex.query(box).contains { polygons[$0].contains(point) }
  }

  /// The distance to the nearest of the shapes' points and edges, in metres.
  func distance(to point: PlanePoint) -> Double {
    edges.reduce(.infinity) { min($0, $1.distance(to: point)) }
  }

  /// What of a segment no edge is near to, and no polygon contains.
  private func gaps(in segment: Segment) -> [(PlanePoint, PlanePoint)] {
    let near = index.query(Bounds(segment.start, segment.end), margin: reach)
      .compactMap { segment.stretch(within: reach, of: edges[$0]) }
    return Stretches(near).rest(of: 0...1).filter { gap in
      // No outline is near, so that the whole stretch lies inside of a polygon or outside.
      let middle = segment.point(atShare: (gap.lowerBound + gap.upperBound) / 2)
      return !polygonIndex.query(Bounds(middle, middle)).contains {
        polygons[$0].contains(middle)
      }
    }.map { (segment.point(atShare: $0.lowerBound), segment.point(atShare: $0.upperBound)) }
  }
}
