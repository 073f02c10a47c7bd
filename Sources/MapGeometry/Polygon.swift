/// An area with one exterior ring and any number of holes.
public struct Polygon<P: Position>: Hashable, Sendable {
  /// The outline.
  public var exterior: Ring<P>
  /// The outlines of what is cut out.
  public var holes: [Ring<P>]

  /// Creates a polygon; nothing is checked beyond what its rings promise.
  @inlinable
  public init(exterior: Ring<P>, holes: [Ring<P>] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// The exterior ring followed by the holes.
  @inlinable
  public var rings: [Ring<P>] { [exterior] + holes }
}
