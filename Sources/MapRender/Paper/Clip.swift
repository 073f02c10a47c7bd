/// Cuts lines and rings off at a box.
enum Clip {
  /// The pieces of a line inside the box, by Liang and Barsky.
  static func line(_ points: [PaperPoint], to box: PaperBox) -> [[PaperPoint]] {
    if points.allSatisfy({ box.contains($0) }) { return points.count > 1 ? [points] : [] }
    var pieces: [[PaperPoint]] = []
    var piece: [PaperPoint] = []
    for (a, b) in zip(points, points.dropFirst()) {
      guard let (low, high) = span(a, b, in: box) else {
        finish(&piece, into: &pieces)
        continue
      }
      if piece.isEmpty { piece.append(a.interpolated(to: b, at: low)) }
      piece.append(high == 1 ? b : a.interpolated(to: b, at: high))
      if high < 1 { finish(&piece, into: &pieces) }
    }
    finish(&piece, into: &pieces)
    return pieces
  }

  private static func finish(_ piece: inout [PaperPoint], into pieces: inout [[PaperPoint]]) {
    if piece.count > 1 { pieces.append(piece) }
    piece = []
  }

  /// The shares of the way from `a` to `b` between which the segment lies in the box.
  private static func span(_ a: PaperPoint, _ b: PaperPoint, in box: PaperBox) -> (Double, Double)?
  {
    var low = 0.0
    var high = 1.0
    let dx = b.x - a.x
    let dy = b.y - a.y
    for (p, q) in [
      (-dx, a.x - box.minX), (dx, box.maxX - a.x), (-dy, a.y - box.minY), (dy, box.maxY - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        low = max(low, q / p)
      } else {
        high = min(high, q / p)
      }
    }
    return low <= high ? (low, high) : nil
  }

  /// The part of a closed ring inside the box, closed, by Sutherland and Hodgman; empty when none is.
  static func ring(_ points: [PaperPoint], to box: PaperBox) -> [PaperPoint] {
    if points.allSatisfy({ box.contains($0) }) { return points }
    var ring = Array(points.dropLast())
    ring = half(ring, inside: { $0.x >= box.minX }) { a, b in
      (box.minX - a.x) / (b.x - a.x)
    }
    ring = half(ring, inside: { $0.x <= box.maxX }) { a, b in
      (box.maxX - a.x) / (b.x - a.x)
    }
    ring = half(ring, inside: { $0.y >= box.minY }) { a, b in
      (box.minY - a.y) / (b.y - a.y)
    }
    ring = half(ring, inside: { $0.y <= box.maxY }) { a, b in
      (box.maxY - a.y) / (b.y - a.y)
    }
    guard ring.count >= 3, let first = ring.first else { return [] }
    return ring + [first]
  }

  private static func half(
    _ ring: [PaperPoint], inside: (PaperPoint) -> Bool,
    share: (PaperPoint, PaperPoint) -> Double
  ) -> [PaperPoint] {
    guard var last = ring.last else { return [] }
    var result: [PaperPoint] = []
    for point in ring {
      if inside(point) != inside(last) {
        result.append(last.interpolated(to: point, at: share(last, point)))
      }
      if inside(point) { result.append(point) }
      last = point
    }
    return result
  }
}
