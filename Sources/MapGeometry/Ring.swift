/// A closed line that bounds an area.
///
/// A `Ring` holds at least four finite points and ends where it starts. It may still cross
/// itself; ask the topology engine about that.
public struct Ring<P: Position>: Hashable, Sendable {
  /// The points, the last equal to the first.
  public let points: [P]

  /// Creates a ring from points that are already closed.
  @inlinable
  public init(_ points: [P]) throws(GeometryError) {
    guard points.count >= 4 else { throw .tooFewPoints(found: points.count, required: 4) }
    guard points.allSatisfy({ $0.isFinite }) else { throw .notFinite }
    guard points.first == points.last else { throw .openRing }
    self.points = points
  }

  /// Creates a ring from points that are known to be closed, finite and enough.
  @inlinable
  package init(unchecked points: [P]) { self.points = points }

  /// Twice the area in the square of the coordinate unit would have the sign of this: positive when
  /// counter-clockwise.
  ///
  /// Computed about the first point, so that large eastings lose no digits.
  @inlinable
  public var signedArea: Double {
    let origin = points[0]
    var sum = 0.0
    for index in 1..<(points.count - 1) {
      let a = points[index]
      let b = points[index + 1]
      sum += (a.first - origin.first) * (b.second - origin.second)
      sum -= (b.first - origin.first) * (a.second - origin.second)
    }
    return sum / 2
  }

  /// Whether the ring turns counter-clockwise, as RFC 7946 3.1.6 asks of exterior rings.
  @inlinable
  public var isCounterClockwise: Bool { signedArea > 0 }

  /// The ring digitised the other way.
  @inlinable
  public var reversed: Ring { Ring(unchecked: points.reversed()) }
}
