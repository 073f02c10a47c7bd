import CGEOS
public import MapGeometry

extension Topology {
  /// How far the two stray from each other at most: the longest of all shortest ways from a point of
  /// one to the other, in metres; `nil` when one of the two is empty.
  ///
  /// Only some points of an edge are asked, so that the true distance may be larger by half of a piece.
  /// Areas count by their outlines.
  /// - Parameter pieces: Into how many pieces each edge is cut; `1` asks its ends only.
  public func hausdorffDistance(_ a: PlaneGeometry, _ b: PlaneGeometry, pieces: Int = 8)
    throws(TopologyError) -> Double?
  {
    guard a.bounds != nil, b.bounds != nil else { return nil }
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    var distance = 0.0
    guard
      GEOSHausdorffDistanceDensify_r(
        session.context, first.borrowed, second.borrowed, 1 / Double(max(1, pieces)), &distance)
        == 1
    else { throw session.failure(of: "Hausdorff distance") }
    return distance
  }
}
