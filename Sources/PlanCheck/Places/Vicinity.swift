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
    let length = segment.start.distance(to: segment.end)
    let near = index.query(Bounds(segment.start, segment.end), margin: reach)
      .compactMap { segment.stretch(within: reach, of: edges[$0]) }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var found: [(PlanePoint, PlanePoint)] = []
    var reached = 0.0
    func point(at distance: Double) -> PlanePoint {
      distance <= 0
        ? segment.start
        : distance >= length
          ? segment.end : segment.start.interpolated(to: segment.end, at: distance / length)
    }
    func close(at end: Double) {
      guard end > reached else { return }
      // No outline is near, so that the whole stretch lies inside of a polygon or outside.
      let middle = point(at: (reached + end) / 2)
      let isInside = polygonIndex.query(Bounds(middle, middle)).contains {
        polygons[$0].contains(middle)
      }
      if !isInside { found.append((point(at: reached), point(at: end))) }
    }
    for stretch in near {
      close(at: min(stretch.lowerBound, length))
      reached = max(reached, stretch.upperBound)
    }
    close(at: length)
    return found
  }
}

extension Segment {
  /// The stretch within a distance of another segment, in metres from the start.
  ///
  /// What is near a segment is convex: a box beside it and a disc about either end.
  fileprivate func stretch(within reach: Double, of other: Segment) -> ClosedRange<Double>? {
    let length = start.distance(to: end)
    let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    var found: [ClosedRange<Double>] = []
    let otherLength = other.start.distance(to: other.end)
    if otherLength > 0 {
      let vx = (other.end.x - other.start.x) / otherLength
      let vy = (other.end.y - other.start.y) / otherLength
      let (gx, gy) = (start.x - other.start.x, start.y - other.start.y)
      let along = Self.solution(gx * vx + gy * vy, ux * vx + uy * vy, in: 0...otherLength)
      let across = Self.solution(vx * gy - vy * gx, vx * uy - vy * ux, in: -reach...reach)
      if let along, let across, along.overlaps(across) { found.append(along.clamped(to: across)) }
    }
    for point in [other.start, other.end] {
      let (dx, dy) = (point.x - start.x, point.y - start.y)
      let (along, across) = (dx * ux + dy * uy, dx * uy - dy * ux)
      guard abs(across) <= reach else { continue }
      let half = (reach * reach - across * across).squareRoot()
      found.append((along - half)...(along + half))
    }
    guard let low = found.map(\.lowerBound).min(), let high = found.map(\.upperBound).max(),
      low < length, high > 0
    else { return nil }
    return max(0, low)...min(length, high)
  }

  /// Where `first + slope * t` lies in a range.
  private static func solution(
    _ first: Double, _ slope: Double, in range: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    // A slope of rounding alone would be divided by.
    guard abs(slope) > 1e-12 else {
      let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
      return range.contains(first) ? all : nil
    }
    let (one, other) = ((range.lowerBound - first) / slope, (range.upperBound - first) / slope)
    return min(one, other)...max(one, other)
  }
}
