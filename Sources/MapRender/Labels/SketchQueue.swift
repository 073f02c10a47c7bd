/// Gives the places of a label in the order of their costs, without asking what all of them cover.
///
/// What a place covers only adds to what is wrong with it by itself. So places are looked at in that order, and one
/// is given as soon as no other can be better.
struct SketchQueue {
  struct Place {
    /// The cost in thousandths, by which places are ordered; then the earlier comes first.
    let rounded: Double
    let cost: Double
    let index: Int

    func precedes(_ other: Place) -> Bool {
      rounded < other.rounded || rounded == other.rounded && index < other.index
    }
  }

  private let sketches: [LabelSketch]
  private let penalty: Double
  /// Not yet looked at, the best last.
  private var waiting: [Place]
  /// Looked at and not yet given: a heap, the best first.
  private var heap: [Place] = []

  /// - Parameter penalty: What a place must cost less than.
  init(_ sketches: [LabelSketch], under penalty: Double) {
    (self.sketches, self.penalty) = (sketches, penalty)
    waiting = []
    waiting.reserveCapacity(sketches.count)
    for (index, sketch) in sketches.enumerated() where sketch.cost < penalty {
      waiting.append(
        Place(rounded: (sketch.cost * 1000).rounded(), cost: sketch.cost, index: index))
    }
    waiting.sort { $1.precedes($0) }
  }

  /// The best place left.
  ///
  /// - Parameter cost: What is wrong with a place, with what it covers.
  mutating func next(cost: (LabelSketch) -> Double) -> Place? {
    while let place = waiting.last, heap.first.map({ place.rounded <= $0.rounded }) ?? true {
      waiting.removeLast()
      let whole = cost(sketches[place.index])
      guard whole < penalty else { continue }
      push(Place(rounded: (whole * 1000).rounded(), cost: whole, index: place.index))
    }
    return pop()
  }

  private mutating func push(_ place: Place) {
    heap.append(place)
    var child = heap.count - 1
    while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Place? {
    guard let best = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return best }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[least]) {
        least = child
      }
      guard least != parent else { return best }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
