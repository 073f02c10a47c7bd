public import MapGeometry

extension BoxIndex {
  /// The item nearest to a box, and its distance; `nil` when none lies within the limit.
  ///
  /// The caller measures: `distance` is asked for items in the order of their boxes, and for no more of
  /// them than needed. It is told the distance from which on an answer no longer matters, and may
  /// then give `nil`. Of items equally near the first wins.
  /// - Parameter distance: Never less than the distance of the item's box.
  public func nearest<E: Error>(
    to bounds: Bounds<PlanePoint>, within limit: Double = .infinity,
    by distance: (_ item: Int, _ limit: Double) throws(E) -> Double?
  ) throws(E) -> (item: Int, distance: Double)? {
    guard leafCount > 0 else { return nil }
    let box = Box(bounds)
    var best: (item: Int, distance: Double)?
    var reach = limit
    // The distance of a box may be rounded up above that of what it holds.
    func mayHold(_ gap: Double) -> Bool { gap <= reach * (1 + 1e-12) }
    var queue = NearestFirst()
    queue.push(boxes.count - 1, at: box.distance(to: boxes[boxes.count - 1]))
    while let next = queue.pop(), mayHold(next.distance) {
      let entry = Int(entries[next.place])
      guard next.place < leafCount else {
        for child in entry..<min(entry + Self.nodeSize, levelEnds.first { entry < $0 } ?? entry) {
          let gap = box.distance(to: boxes[child])
          if mayHold(gap) { queue.push(child, at: gap) }
        }
        continue
      }
      guard let found = try distance(entry, reach), found <= reach else { continue }
      if let best, best.distance == found, best.item < entry { continue }
      best = (entry, found)
      reach = found
    }
    return best
  }
}

/// Places of the tree that wait their turn, the nearest on top of a binary heap.
private struct NearestFirst {
  private var heap: [(distance: Double, place: Int)] = []

  mutating func push(_ place: Int, at distance: Double) {
    heap.append((distance, place))
    var child = heap.count - 1
    while child > 0, heap[child].distance < heap[(child - 1) / 2].distance {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (distance: Double, place: Int)? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].distance < heap[least].distance {
        least = child
      }
      guard least != parent else { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
