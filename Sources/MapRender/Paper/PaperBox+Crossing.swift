extension PaperBox {
  /// Whether a segment runs through the box.
  func isCrossed(from a: PaperPoint, to b: PaperPoint) -> Bool {
    if a.x > maxX && b.x > maxX || a.x < minX && b.x < minX { return false }
    if a.y > maxY && b.y > maxY || a.y < minY && b.y < minY { return false }
    // The corners lie on one side of the line where it passes by.
    let dx = b.x - a.x
    let dy = b.y - a.y
    let topLeft = dx * (minY - a.y) - dy * (minX - a.x)
    let topRight = dx * (minY - a.y) - dy * (maxX - a.x)
    let bottomLeft = dx * (maxY - a.y) - dy * (minX - a.x)
    let bottomRight = dx * (maxY - a.y) - dy * (maxX - a.x)
    if topLeft > 0 { return topRight <= 0 || bottomLeft <= 0 || bottomRight <= 0 }
    if topLeft < 0 { return topRight >= 0 || bottomLeft >= 0 || bottomRight >= 0 }
    return true
  }
}

extension PaperPoint {
  /// Whether the segments from `a` to `b` and from `c` to `d` cross.
  static func cross(_ a: PaperPoint, _ b: PaperPoint, _ c: PaperPoint, _ d: PaperPoint) -> Bool {
    func side(_ p: PaperPoint, _ q: PaperPoint, _ r: PaperPoint) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}
