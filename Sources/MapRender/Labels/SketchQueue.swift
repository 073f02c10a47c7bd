/// Gives the places of a label in the order of their costs, without asking what all of them cover.
///
/// What a place covers only adds to what is wrong with it by itself. So places are looked at in that order, and one
/// is given as soon as no other can be better.
struct SketchQueue {
  struct Place {
    let cost: Double
    let index: Int
  }

  /// What a place must cost less than.
  private let penalty: Double
  /// A heap, the best first: the cost in thousandths, whether what the place covers is counted in, the place's number.
  private var heap: [UInt64] = []
  /// What each place costs, as far as it is known.
  private var costs: [Double]
  private static let isWhole: UInt64 = 1 << 31

  /// - Parameter penalty: What a place must cost less than.
  init(_ sketches: [LabelSketch], under penalty: Double) {
    self.penalty = penalty
    costs = sketches.map { $0.cost }
    heap.reserveCapacity(costs.count)
    for (index, cost) in costs.enumerated() where cost < penalty {
      heap.append(Self.rank(of: index, cost))
    }
    for parent in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(from: parent) }
  }

  /// A number that is less where a place comes before another: by its cost, then the earlier first.
  private static func rank(of index: Int, _ cost: Double) -> UInt64 {
    let thousandths = Int32(clamping: Int((cost * 1000).rounded()))
    return UInt64(UInt32(bitPattern: thousandths) ^ 1 << 31) << 32 | UInt64(index)
  }

  /// The best place left.
  ///
  /// - Parameter cost: What is wrong with a place, with what it covers.
  mutating func next(cost: (Int) -> Double) -> Place? {
    while let first = heap.first {
      let index = Int(first & (Self.isWhole - 1))
      if first & Self.isWhole != 0 {
        removeFirst()
        return Place(cost: costs[index], index: index)
      }
      let whole = cost(index)
      if whole < penalty {
        costs[index] = whole
        heap[0] = Self.rank(of: index, whole) | Self.isWhole
        sink(from: 0)
      } else {
        removeFirst()
      }
    }
    return nil
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    sink(from: 0)
  }

  /// Moves a place behind all that are better.
  private mutating func sink(from start: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
      guard start < heap.count else { return }
      let own = heap[start]
      var parent = start
      while true {
        var child = 2 * parent + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
        guard heap[child] < own else { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = own
    }
  }
}
