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
      return withUnsafeTemporaryAllocation(of: Box.self, capacity: max(last, 1)) { boxes in
        for index in 0..<last {
          guard points[index] != points[index + 1] else { return false }
          boxes.initializeElement(at: index, to: Box(points[index], points[index + 1]))
        }
        return Self.meetsItselfNowhere(points, UnsafeBufferPointer(boxes))
      }
    }
  }

  /// - Parameter boxes: Those of the edges, one fewer than the points.
  private static func meetsItselfNowhere(
    _ points: UnsafeBufferPointer<PlanePoint>, _ boxes: UnsafeBufferPointer<Box>
  ) -> Bool {
    let last = points.count - 1
    for first in 0..<last {
      let (a, b, box) = (points[first], points[first + 1], boxes[first])
      for second in first + 1..<last where box.touches(boxes[second]) {
        let (c, d) = (points[second], points[second + 1])
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
