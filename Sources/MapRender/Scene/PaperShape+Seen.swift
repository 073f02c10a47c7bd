extension PaperShape {
  /// Whether anything of the shape is seen in a frame.
  ///
  /// - Parameter isFilled: Whether areas are seen where only their inside is.
  func isSeen(in frame: PaperBox, isFilled: Bool) -> Bool {
    guard let bounds, bounds.grown(by: 0.01).overlaps(frame) else { return false }
    if frame.contains(bounds) { return true }
    if points.contains(where: frame.contains) { return true }
    if outlines.contains(where: { !Clip.line($0, to: frame).isEmpty }) { return true }
    return isFilled && areas.contains { Self.contains(frame.center, $0) }
  }

  /// Whether a point lies inside an area, by the even-odd rule.
  private static func contains(_ point: PaperPoint, _ rings: [[PaperPoint]]) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
        let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
        if x > point.x { isInside.toggle() }
      }
    }
    return isInside
  }
}
