/// An open or closed run of at least two finite points.
public struct Line<P: Position>: Hashable, Sendable {
  /// The points in digitising order.
  public let points: [P]

  /// Creates a line.
  @inlinable
  public init(_ points: [P]) throws(GeometryError) {
    guard points.count >= 2 else { throw .tooFewPoints(found: points.count, required: 2) }
    guard points.allSatisfy({ $0.isFinite }) else { throw .notFinite }
    self.points = points
  }

  /// Creates a line from points that are known to be two or more and finite.
  @inlinable
  package init(unchecked points: [P]) { self.points = points }

  /// The first point.
  @inlinable
  public var start: P { points[0] }
  /// The last point.
  @inlinable
  public var end: P { points[points.count - 1] }

  /// The line digitised the other way.
  @inlinable
  public var reversed: Line { Line(unchecked: points.reversed()) }
}
