/// The smallest box that holds some positions, sides parallel to the axes.
///
/// Like all that is generic here it is compiled anew where its positions are known: left generic, each
/// coordinate would cost a call.
public struct Bounds<P: Position>: Hashable, Sendable {
  /// The corner with the smallest coordinates.
  public let minimum: P
  /// The corner with the largest coordinates.
  public let maximum: P

  @inlinable
  package init(minimum: P, maximum: P) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Creates a box from two opposite corners.
  @inlinable
  public init(_ a: P, _ b: P) {
    self.init(
      minimum: P(first: min(a.first, b.first), second: min(a.second, b.second)),
      maximum: P(first: max(a.first, b.first), second: max(a.second, b.second)))
  }

  /// Creates the box of the positions; `nil` when there are none.
  @inlinable
  public init?(_ positions: some Sequence<P>) {
    var iterator = positions.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(first, first)
    while let next = iterator.next() { extend(to: next) }
  }

  /// Creates the box that holds all of the boxes; `nil` when there are none.
  @inlinable
  public init?(joining boxes: some Sequence<Bounds?>) {
    var joined: Bounds?
    for case let box? in boxes { joined = joined?.union(box) ?? box }
    guard let joined else { return nil }
    self = joined
  }

  /// Grows the box until it holds the position.
  @inlinable
  public mutating func extend(to position: P) {
    self = Bounds(
      minimum: P(
        first: min(minimum.first, position.first), second: min(minimum.second, position.second)),
      maximum: P(
        first: max(maximum.first, position.first), second: max(maximum.second, position.second)))
  }

  /// The box that holds both.
  @inlinable
  public func union(_ other: Bounds) -> Bounds {
    var result = self
    result.extend(to: other.minimum)
    result.extend(to: other.maximum)
    return result
  }

  /// Whether the boxes share a point, grown by `margin` on every side.
  @inlinable
  public func touches(_ other: Bounds, margin: Double = 0) -> Bool {
    minimum.first <= other.maximum.first + margin && other.minimum.first <= maximum.first + margin
      && minimum.second <= other.maximum.second + margin
      && other.minimum.second <= maximum.second + margin
  }

  /// Whether the position lies in the box or on its edge.
  @inlinable
  public func contains(_ position: P) -> Bool {
    position.first >= minimum.first && position.first <= maximum.first
      && position.second >= minimum.second && position.second <= maximum.second
  }

  /// The extent along the first axis.
  @inlinable
  public var width: Double { maximum.first - minimum.first }
  /// The extent along the second axis.
  @inlinable
  public var height: Double { maximum.second - minimum.second }
  /// The middle.
  @inlinable
  public var center: P {
    P(
      first: (minimum.first + maximum.first) / 2, second: (minimum.second + maximum.second) / 2)
  }

  /// The box made smaller by `margin` on every side; a negative margin makes it larger.
  @inlinable
  public func insetBy(_ margin: Double) -> Bounds {
    Bounds(
      P(first: minimum.first + margin, second: minimum.second + margin),
      P(first: maximum.first - margin, second: maximum.second - margin))
  }
}

extension Geometry {
  /// The box around the geometry; `nil` for an empty collection.
  @inlinable
  public var bounds: Bounds<P>? {
    switch self {
    case .point(let point): Bounds(point, point)
    case .multiPoint(let points): Bounds(points)
    case .line(let line): Bounds(line.points)
    case .multiLine(let lines): Bounds(joining: lines.lazy.map { Bounds($0.points) })
    case .polygon(let polygon): polygon.bounds
    case .multiPolygon(let polygons): Bounds(joining: polygons.lazy.map { $0.bounds })
    case .collection(let parts): Bounds(joining: parts.lazy.map { $0.bounds })
    }
  }
}

extension Polygon {
  /// The box around all rings.
  @inlinable
  public var bounds: Bounds<P>? {
    let box = Bounds(exterior.points)
    guard !holes.isEmpty else { return box }
    // A hole of a faulty polygon may lie outside.
    return Bounds(joining: [box] + holes.map { Bounds($0.points) })
  }
}
