internal import MapGeometry

/// The places that lines share: vertices of several, and ends that touch another line.
///
/// Two vertices are one place within the tolerance. Lines of different `level` that both pass a place do not share it.
public struct LinePlaces: Sendable {
  /// The lines.
  public let lines: PlanLines
  /// How near is the same place, in metres.
  public let tolerance: Double
  /// Where each place is.
  let points: [PlanePoint]
  /// The places along each line; vertices that no other line shares are mostly left out.
  let stops: StopLists

  /// Finds where lines meet.
  ///
  /// - Parameter tolerance: How near is the same place, in metres.
  public init(of lines: PlanLines, tolerance: Double) {
    self.lines = lines
    self.tolerance = tolerance
    var finder = PlaceFinder(lines, tolerance: max(tolerance, 1e-6))
    (points, stops) = finder.find()
  }
}
