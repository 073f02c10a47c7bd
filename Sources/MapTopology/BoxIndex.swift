public import MapGeometry

/// Finds boxes that touch a box, among many that do not change: a packed R-tree.
///
/// Boxes are put in the order of a Hilbert curve and then grouped by sixteen, level by level. Items
/// are known by their place in the array the index was made from; answers come in that order.
public struct BoxIndex: Sendable {
  static let nodeSize = 16
  /// How many boxes have a place in the tree.
  let leafCount: Int
  let boxes: [Box]  // leaves in curve order, then each level, then the root
  let entries: [Int32]  // of a leaf: its item; of a node: its first child
  let levelEnds: [Int]
  /// The place of each item's box among the leaves; -1 for an item without one.
  private let leaves: [Int32]

  /// Creates an index; an item without a box is never found.
  public init(_ items: [Bounds<PlanePoint>?]) {
    let present = items.compactMap { $0.map { Box($0) } }
    leafCount = present.count
    var boxes: [Box] = []
    var entries: [Int32] = []
    var levelEnds: [Int] = []
    var leaves = [Int32](repeating: -1, count: items.count)
    boxes.reserveCapacity(present.count + present.count / (Self.nodeSize - 1) + 8)
    entries.reserveCapacity(present.count + present.count / (Self.nodeSize - 1) + 8)
    if let first = present.first {
      let extent = present.reduce(first) { $0.union($1) }
      // The place on the curve above, the item below: sorting plain numbers is several times faster.
      var keys: [UInt64] = []
      keys.reserveCapacity(present.count)
      for (item, bounds) in items.enumerated() {
        guard let bounds else { continue }
        keys.append(UInt64(HilbertCurve.place(of: Box(bounds), in: extent)) << 32 | UInt64(item))
      }
      keys.sort()
      for key in keys {
        let item = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
        guard let bounds = items[item] else { continue }
        leaves[item] = Int32(boxes.count)
        boxes.append(Box(bounds))
        entries.append(Int32(item))
      }
      levelEnds.append(boxes.count)
      var start = 0
      repeat {
        let end = boxes.count
        for child in stride(from: start, to: end, by: Self.nodeSize) {
          var box = boxes[child]
          for place in child..<min(child + Self.nodeSize, end) { box = box.union(boxes[place]) }
          boxes.append(box)
          entries.append(Int32(child))
        }
        start = end
        levelEnds.append(boxes.count)
      } while boxes.count - start > 1
    }
    self.boxes = boxes
    self.entries = entries
    self.levelEnds = levelEnds
    self.leaves = leaves
  }

  /// The items whose box touches `bounds` grown by `margin`, in ascending order.
  public func query(_ bounds: Bounds<PlanePoint>, margin: Double = 0) -> [Int] {
    var found: [Int] = []
    var pending: [Int] = []
    search(Box(bounds).grown(by: margin), after: -1, into: &found, pending: &pending)
    return found
  }

  /// Calls `body` once for each two items whose boxes come within `margin`, the smaller first.
  ///
  /// Pairs come sorted by the first item, then by the second.
  public func forEachPair<E: Error>(
    margin: Double = 0, _ body: (Int, Int) throws(E) -> Void
  ) throws(E) {
    try forEachMatch(leaves.indices, of: self, margin: margin, onlyLater: true, body)
  }

  /// As ``forEachPair(margin:_:)``, of the pairs whose first item is one of some.
  public func forEachPair<E: Error>(
    of items: Range<Int>, margin: Double = 0, _ body: (Int, Int) throws(E) -> Void
  ) throws(E) {
    try forEachMatch(items, of: self, margin: margin, onlyLater: true, body)
  }

  /// Calls `body` for each item of this index and each of another whose boxes come within `margin`.
  ///
  /// Pairs come sorted by the item of this index, then by that of the other.
  public func forEachPair<E: Error>(
    with other: BoxIndex, margin: Double = 0, _ body: (Int, Int) throws(E) -> Void
  ) throws(E) {
    try forEachMatch(leaves.indices, of: other, margin: margin, onlyLater: false, body)
  }

  private func forEachMatch<E: Error>(
    _ items: Range<Int>, of other: BoxIndex, margin: Double, onlyLater: Bool,
    _ body: (Int, Int) throws(E) -> Void
  ) throws(E) {
    var found: [Int] = []
    var pending: [Int] = []
    for item in items where leaves[item] >= 0 {
      found.removeAll(keepingCapacity: true)
      let box = boxes[Int(leaves[item])].grown(by: margin)
      other.search(box, after: onlyLater ? item : -1, into: &found, pending: &pending)
      for match in found { try body(item, match) }
    }
  }

  private func search(
    _ box: Box, after item: Int, into found: inout [Int], pending: inout [Int]
  ) {
    guard leafCount > 0 else { return }
    pending.append(boxes.count - 1)
    while let node = pending.popLast() {
      let levelEnd = levelEnds.first { node < $0 } ?? boxes.count
      for place in node..<min(node + Self.nodeSize, levelEnd) where boxes[place].touches(box) {
        let entry = Int(entries[place])
        if place >= leafCount {
          pending.append(entry)
        } else if entry > item {
          found.append(entry)
        }
      }
    }
    found.sort()
  }
}
