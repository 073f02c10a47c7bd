/// What positions hold beyond longitude and latitude: the height, and whatever a file adds.
///
/// Empty for two-dimensional geometries, which then pay nothing for it.
public struct ExtraOrdinates: Hashable, Sendable {
  /// The numbers of all positions, one after the other.
  var values: [Double] = []
  /// Where the numbers of each position end; shorter than the positions when the rest has none.
  var ends: [UInt32] = []

  /// Creates the ordinates of two-dimensional positions.
  public init() {}

  /// Creates the ordinates of positions from a list for each.
  public init(_ lists: some Sequence<[Double]>) {
    for (index, list) in lists.enumerated() where !list.isEmpty { set(list, at: index) }
  }

  /// Whether no position has any.
  public var isEmpty: Bool { values.isEmpty }

  /// The ordinates of the position with this index in `Geometry.positions`.
  public subscript(position: Int) -> ArraySlice<Double> {
    guard ends.indices.contains(position) else { return [] }
    return values[(position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])]
  }

  /// Adds the ordinates of a position behind all that have some.
  mutating func set(_ list: some Sequence<Double>, at position: Int) {
    while ends.count < position { ends.append(UInt32(values.count)) }
    values.append(contentsOf: list)
    ends.append(UInt32(values.count))
  }
}

extension ExtraOrdinates {
  /// Starts the ordinates of a position behind all that have some.
  mutating func begin(at position: Int) {
    while ends.count <= position { ends.append(UInt32(values.count)) }
  }

  /// Adds a number to the position begun last.
  mutating func append(_ value: Double) {
    values.append(value)
    ends[ends.count - 1] = UInt32(values.count)
  }
}
