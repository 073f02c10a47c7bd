public import MapGeometry
internal import Workforce

/// Which of many areas may share ground, found by their outlines on all cores.
public struct AreaContacts: Sendable {
  /// Two areas, by their places, the smaller first.
  public struct Pair: Hashable, Sendable {
    /// The place of one.
    public let first: Int
    /// The place of the other.
    public let second: Int
  }

  /// How many pairs have boxes that touch.
  public private(set) var pairCount = 0
  /// The pairs that are not surely apart, in order.
  public private(set) var unclear: [Pair] = []
  let outlines: [AreaOutline]

  /// Holds each area against its neighbours.
  ///
  /// - Parameters:
  ///   - shapes: Valid areas.
  ///   - index: Their boxes.
  public init(among shapes: [PlaneGeometry], index: BoxIndex) {
    let outlines = Workers.each(shapes.count, by: 1024) { AreaOutline(shapes[$0]) }
    let pieces = Workers.map(shapes.count, by: 256) { items in
      var (count, unclear) = (0, [Pair]())
      var room = Contact.Room()
      index.forEachPair(of: items) { first, second in
        count += 1
        if !outlines[first].isSurelyApart(from: outlines[second], in: &room) {
          unclear.append(Pair(first: first, second: second))
        }
      }
      return (count, unclear)
    }
    for (count, pairs) in pieces {
      pairCount += count
      unclear += pairs
    }
    self.outlines = outlines
  }
}
