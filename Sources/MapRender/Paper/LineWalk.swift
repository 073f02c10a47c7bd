#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line measured once, so that places along it can be found quickly.
struct LineWalk: Sendable {
  let points: [PaperPoint]
  /// The distance of each point from the first, in millimetres.
  let distances: [Double]

  init(_ points: [PaperPoint]) {
    self.points = points
    var total = 0.0
    var distances: [Double] = []
    distances.reserveCapacity(points.count)
    for (index, point) in points.enumerated() {
      if index > 0 { total += points[index - 1].distance(to: point) }
      distances.append(total)
    }
    self.distances = distances
  }

  var length: Double { distances.last ?? 0 }

  /// The point at a distance along the line, clamped to its ends, and the index of its edge.
  func place(at distance: Double) -> (point: PaperPoint, edge: Int) {
    guard points.count > 1 else { return (points.first ?? PaperPoint(x: 0, y: 0), 0) }
    var low = 0
    var high = points.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if distances[middle] <= distance { low = middle } else { high = middle - 1 }
    }
    return (point(at: distance, on: low), low)
  }

  /// The point at a distance along the line, found from the edge where one before it lies.
  func place(at distance: Double, after edge: inout Int) -> PaperPoint {
    guard points.count > 1 else { return points.first ?? PaperPoint(x: 0, y: 0) }
    while edge < points.count - 2, distances[edge + 1] <= distance { edge += 1 }
    return point(at: distance, on: edge)
  }

  /// The point at a distance along the line, found from an edge that may lie near it; that becomes its own.
  func place(at distance: Double, near edge: inout Int) -> PaperPoint {
    guard points.count > 1 else { return points.first ?? PaperPoint(x: 0, y: 0) }
    while edge < points.count - 2, distances[edge + 1] <= distance { edge += 1 }
    while edge > 0, distances[edge] > distance { edge -= 1 }
    return point(at: distance, on: edge)
  }

  @inline(__always)
  private func point(at distance: Double, on edge: Int) -> PaperPoint {
    let length = distances[edge + 1] - distances[edge]
    let share = length > 0 ? max(0, min(1, (distance - distances[edge]) / length)) : 0
    return points[edge].interpolated(to: points[edge + 1], at: share)
  }

  /// The direction at a distance, smoothed over some millimetres: degrees clockwise from rightward.
  func direction(at distance: Double, over window: Double) -> Double {
    let a = place(at: max(0, distance - window / 2)).point
    let b = place(at: min(length, distance + window / 2)).point
    return atan2(b.y - a.y, b.x - a.x) * 180 / .pi
  }

  /// The same, found from edges that may lie near both ends of what is smoothed over.
  func direction(
    at distance: Double, over window: Double, near edges: inout (Int, Int)
  ) -> Double {
    let a = place(at: max(0, distance - window / 2), near: &edges.0)
    let b = place(at: min(length, distance + window / 2), near: &edges.1)
    return atan2(b.y - a.y, b.x - a.x) * 180 / .pi
  }

  /// The line without bends shorter than `window` millimetres, for text that is to follow it calmly.
  func smoothed(over window: Double) -> LineWalk {
    guard length > window, window > 0 else { return self }
    let count = max(2, Int(length.rounded(.up)))
    var result: [PaperPoint] = []
    result.reserveCapacity(count + 1)
    // Each of the five points only moves forward.
    var edges = (0, 0, 0, 0, 0)
    for index in 0...count {
      let middle = length * Double(index) / Double(count)
      // Near an end the window shrinks, so that the ends stay where they are.
      let half = min(window / 2, middle, length - middle)
      let a = place(at: middle - half, after: &edges.0)
      let b = place(at: middle - half / 2, after: &edges.1)
      let c = place(at: middle, after: &edges.2)
      let d = place(at: middle + half / 2, after: &edges.3)
      let e = place(at: middle + half, after: &edges.4)
      result.append(
        PaperPoint(x: (a.x + b.x + c.x + d.x + e.x) / 5, y: (a.y + b.y + c.y + d.y + e.y) / 5))
    }
    return LineWalk(result)
  }

  /// The part of the line between two distances.
  func part(from start: Double, to end: Double) -> [PaperPoint] {
    let first = place(at: start)
    let last = place(at: end)
    var result = [first.point]
    if last.edge > first.edge { result += points[(first.edge + 1)...last.edge] }
    if let tail = result.last, tail.distance(to: last.point) > 1e-9 { result.append(last.point) }
    return result
  }
}
