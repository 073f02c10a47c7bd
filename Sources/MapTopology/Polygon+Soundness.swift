public import MapGeometry

extension Polygon<PlanePoint> {
  /// Whether the polygon is surely valid: one ring that meets itself nowhere; `false` says nothing.
  ///
  /// For rings of up to some hundred points; the engine judges the others, and whatever has holes.
  public var isSurelyValid: Bool {
    let points = exterior.points
    guard holes.isEmpty, points.count <= 200 else { return false }
    return points.withUnsafeBufferPointer { points in
      let last = points.count - 1
      for first in 0..<last {
        let (a, b) = (points[first], points[first + 1])
        guard a != b else { return false }
        let box = Box(a, b)
        for second in first + 1..<last {
          let (c, d) = (points[second], points[second + 1])
          guard box.touches(Box(c, d)) else { continue }
          if second == first + 1 {
            guard Turn.surelyParts(at: b, a, d) else { return false }
          } else if first == 0, second == last - 1 {
            guard Turn.surelyParts(at: a, b, c) else { return false }
          } else {
            guard let one = Turn(a, b, c), let other = Turn(a, b, d) else { return false }
            if one == other, one != .straight { continue }
            guard let one = Turn(c, d, a), let other = Turn(c, d, b), one == other,
              one != .straight
            else { return false }
          }
        }
      }
      return true
    }
  }
}
