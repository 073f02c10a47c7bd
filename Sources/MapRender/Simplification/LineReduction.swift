internal import MapGeometry

/// Lines with fewer points.
enum LineReduction {
  /// The line without the points that it needs least: none of the others lies farther than the tolerance
  /// from the result, by Douglas and Peucker.
  ///
  /// Ends stay; a line that ends where it starts keeps at least its two farthest points.
  static func reduced(_ points: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard points.count > 2, tolerance > 0 else { return points }
    var isKept = Array(repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var open = [(0, points.count - 1)]
    if points[0] == points[points.count - 1] {
      guard points.count > 4 else { return points }
      let far =
        points.indices.max {
          points[0].distance(to: points[$0]) < points[0].distance(to: points[$1])
        } ?? 0
      isKept[far] = true
      open = [(0, far), (far, points.count - 1)]
    }
    while let (start, end) = open.popLast() {
      guard end - start > 1 else { continue }
      let chord = Segment(points[start], points[end])
      var worst = (index: start, distance: tolerance)
      for index in start + 1..<end {
        let distance = chord.distance(to: points[index])
        if distance > worst.distance { worst = (index, distance) }
      }
      guard worst.index != start else { continue }
      isKept[worst.index] = true
      open.append((start, worst.index))
      open.append((worst.index, end))
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }

  /// The line with its corners cut twice, by Chaikin, none by more than a limit.
  ///
  /// Ends stay; a whole ring is rounded where it starts, too.
  ///
  /// - Parameter limit: How far from a corner its cut may begin.
  static func rounded(_ points: [PlanePoint], isRing: Bool, limit: Double) -> [PlanePoint] {
    var result = points
    for _ in 0..<2 where result.count > 2 {
      var next: [PlanePoint] = isRing ? [] : [result[0]]
      next.reserveCapacity(result.count * 2)
      let corners =
        isRing ? Array(result.indices.dropLast()) : Array(result.indices.dropFirst().dropLast())
      for index in corners {
        let corner = result[index]
        let before = result[index == 0 ? result.count - 2 : index - 1]
        let after = result[index + 1]
        for neighbour in [before, after] {
          let length = corner.distance(to: neighbour)
          let share = length > 0 ? min(0.25, limit / length) : 0
          next.append(corner.interpolated(to: neighbour, at: share))
        }
      }
      next.append(isRing ? next[0] : result[result.count - 1])
      result = next
    }
    return result
  }
}
