public import MapGeometry

/// A square degree of ground and the series that projects it.
///
/// Who projects many short runs asks for it once, instead of once for each.
public struct GroundSeries: Sendable {
  private let ground: Bounds<GeoPosition>
  private let patch: ConformalPatch
  private let bend: BendBound?

  init(_ square: SquareDegree, _ patch: ConformalPatch, _ bend: BendBound?) {
    ground = square.bounds
    self.patch = patch
    self.bend = bend
  }

  /// Whether all of a box lies within the square degree.
  public func contains(_ box: Bounds<GeoPosition>) -> Bool {
    ground.minimum.longitude <= box.minimum.longitude
      && ground.minimum.latitude <= box.minimum.latitude
      && box.maximum.longitude < ground.maximum.longitude
      && box.maximum.latitude < ground.maximum.latitude
  }

  /// Writes the points of positions within the square degree, the same as ``Transformer/project(_:)``.
  public func project(
    _ positions: UnsafeBufferPointer<GeoPosition>, into points: UnsafeMutablePointer<PlanePoint>
  ) {
    patch.project(positions, into: points)
  }

  /// Whether edges within a box surely stay within `sagitta` metres of their chords, however long they are.
  public func keepsEdges(within box: Bounds<GeoPosition>, sagitta: Double = Transformer.sagitta)
    -> Bool
  {
    bend?.keeps(box.minimum, box.maximum, within: sagitta) ?? false
  }

  /// Whether all edges of a run surely stay within `sagitta` metres of their chords.
  public func keepsEdges(
    of run: UnsafeBufferPointer<GeoPosition>, sagitta: Double = Transformer.sagitta
  ) -> Bool {
    guard let bend else { return false }
    for index in run.indices.dropFirst()
    where !bend.keeps(run[index - 1], run[index], within: sagitta) {
      return false
    }
    return true
  }
}

extension Transformer {
  /// How far an edge may leave its chord on the plane, in metres, unless told otherwise.
  public static let sagitta = 0.0005

  /// The ground around a position; `nil` where PROJ itself has to project.
  public func ground(at position: GeoPosition) -> GroundSeries? {
    guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else { return nil }
    let square = SquareDegree(position)
    return patch(of: square).map { GroundSeries(square, $0, bend) }
  }
}
