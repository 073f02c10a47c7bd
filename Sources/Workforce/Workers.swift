internal import Dispatch
internal import Synchronization

/// Work spread over the processor's cores, with answers that do not depend on how.
public enum Workers {
  private static let asked = Atomic<Int>(0)

  /// How many pieces of work are done at a time: as many as there are cores, unless told otherwise.
  public static var count: Int {
    get {
      let asked = asked.load(ordering: .relaxed)
      return asked > 0 ? asked : cores
    }
    set { asked.store(max(newValue, 0), ordering: .relaxed) }
  }

  private static let cores = max(1, ProcessorCount.active)

  /// What `body` makes of each stretch of `0..<count`, in order.
  ///
  /// The stretches are the same for any number of workers, so what is made of them is as well.
  ///
  /// - Parameter stretch: How many are done in one piece: enough that handing it out costs nothing.
  public static func map<Answer: Sendable>(
    _ count: Int, by stretch: Int, _ body: @Sendable (Range<Int>) -> Answer
  ) -> [Answer] {
    map(count, by: stretch, atOnce: Workers.count, body)
  }

  /// What `work` makes of each thing, in their order.
  ///
  /// - Parameter most: How many are worked on at once, at most.
  /// - Throws: The error of the first thing that failed, in their order.
  public static func map<Item: Sendable, Answer: Sendable>(
    _ items: [Item], atOnce most: Int, _ work: @Sendable (Item) throws -> Answer
  ) throws -> [Answer] {
    try map(items.count, by: 1, atOnce: most) { place in
      Result { try work(items[place.lowerBound]) }
    }.map { try $0.get() }
  }

  private static func map<Answer: Sendable>(
    _ count: Int, by stretch: Int, atOnce most: Int, _ body: @Sendable (Range<Int>) -> Answer
  ) -> [Answer] {
    let pieces = (count + stretch - 1) / stretch
    @Sendable func piece(_ index: Int) -> Answer {
      body(index * stretch..<min((index + 1) * stretch, count))
    }
    let workers = min(most, pieces)
    Progress.worked(0, of: pieces)
    guard workers > 1 else {
      return (0..<pieces).map { index in
        defer { Progress.worked(index + 1, of: pieces) }
        return piece(index)
      }
    }
    let next = Atomic<Int>(0)
    let answers = Guarded<[Answer?]>(Array(repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < pieces else { return }
        let answer = piece(index)
        answers.withLock { $0[index] = answer }
        Progress.worked(index + 1, of: pieces)
      }
    }
    return answers.withLock { $0.compactMap { $0 } }
  }
}
