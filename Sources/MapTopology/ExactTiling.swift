public import MapGeometry

extension Geometry where P == PlanePoint {
  /// Whether parts surely share out this area exactly: no two overlap, none reaches outside, nothing is bare.
  ///
  /// Outlines walked with their inside on the left go round a place once for each area that holds it. So when
  /// every edge that one part walks is walked back by another part, or walked by the outline of the whole, the
  /// parts hold each place as often as the whole does. That is told from the coordinates alone, without an overlay.
  ///
  /// - Parameter parts: Valid, as this area is.
  /// - Returns: `false` says nothing: borders may still coincide where only one of two areas has a vertex.
  public func isSurelyTiled(by parts: [PlaneGeometry]) -> Bool {
    var open = OpenEdges()
    for part in parts { open.walk(AreaOutline(part)) }
    open.walk(AreaOutline(self), isBackwards: true)
    return open.count == 0
  }
}
