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
    var boxes: [Box] = []
    var owners: [Int32] = []
    boxes.reserveCapacity(items.count)
    owners.reserveCapacity(items.count)
    for (item, bounds) in items.enumerated() {
      guard let bounds else { continue }
      boxes.append(Box(bounds))
      owners.append(Int32(item))
    }
    self.init(boxes, of: owners.count == items.count ? nil : owners, count: items.count)
  }

  /// Creates an index of items that all have a box.
  public init(_ items: [Bounds<PlanePoint>]) {
    self.init(items.map { Box($0) }, of: nil, count: items.count)
  }

  /// - Parameters:
  ///   - owners: The item of each box; `nil` where each item has one.
  ///   - count: How many items there are.
  private init(_ present: [Box], of owners: [Int32]?, count: Int) {
    leafCount = present.count
    let size = present.count + present.count / (Self.nodeSize - 1) + 8
    var boxes: [Box] = []
    var entries: [Int32] = []
    var levelEnds: [Int] = []
    var leaves = [Int32](repeating: -1, count: count)
    boxes.reserveCapacity(size)
    entries.reserveCapacity(size)
    if let first = present.first {
      let curve = HilbertCurve(over: present.reduce(first) { $0.union($1) })
      // The place on the curve above, the box below: sorting plain numbers is several times faster.
      var keys = present.enumerated().map { UInt64(curve.place(of: $1)) << 32 | UInt64($0) }
      KeySort.sort(&keys)
      for key in keys {
        let own = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
        let item = owners?[own] ?? Int32(truncatingIfNeeded: own)
        leaves[Int(item)] = Int32(boxes.count)
        boxes.append(present[own])
        entries.append(item)
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
    query(bounds, margin: margin, into: &found)
    return found
  }

  /// As ``query(_:margin:)``, into a list that is used again: for whoever asks often.
  ///
  /// - Parameter inOrder: Whether the answer is in ascending order, rather than in any.
  public func query(
    _ bounds: Bounds<PlanePoint>, margin: Double = 0, inOrder: Bool = true, into found: inout [Int]
  ) {
    found.removeAll(keepingCapacity: true)
    search(Box(bounds).grown(by: margin), after: -1, into: &found)
    if inOrder { found.sort() }
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
    for item in items where leaves[item] >= 0 {
      found.removeAll(keepingCapacity: true)
      let box = boxes[Int(leaves[item])].grown(by: margin)
      other.search(box, after: onlyLater ? item : -1, into: &found)
      found.sort()
      for match in found { try body(item, match) }
    }
  }

  private func search(_ box: Box, after item: Int, into found: inout [Int]) {
    guard leafCount > 0 else { return }
    // On each level no more than the children of one node wait.
    let most = levelEnds.count * Self.nodeSize
    withUnsafeTemporaryAllocation(of: (first: Int32, level: Int32).self, capacity: most) {
      pending in
      pending[0] = (Int32(boxes.count - 1), Int32(levelEnds.count - 1))
      var waiting = 1
      while waiting > 0 {
        waiting -= 1
        let (first, level) = (Int(pending[waiting].first), Int(pending[waiting].level))
        for place in first..<min(first + Self.nodeSize, levelEnds[level])
        where boxes[place].touches(box) {
          let entry = entries[place]
          if level > 0 {
            pending[waiting] = (entry, Int32(level - 1))
            waiting += 1
          } else if Int(entry) > item {
            found.append(Int(entry))
          }
        }
      }
    }
  }
}
