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

  /// What `body` makes of each of `0..<count`, in order, made in the place where it stays: long lists are in
  /// memory once.
  ///
  /// - Parameter stretch: How many are done in one piece: enough that handing it out costs nothing.
  public static func each<Answer: Sendable>(
    _ count: Int, by stretch: Int, _ body: @Sendable (Int) -> Answer
  ) -> [Answer] {
    guard count > 0 else { return [] }
    return Array(unsafeUninitializedCapacity: count) { buffer, filled in
      // Every place is written once, by whoever has its stretch.
      nonisolated(unsafe) let buffer = buffer
      _ = map(count, by: stretch) { range in
        for place in range { buffer.initializeElement(at: place, to: body(place)) }
      }
      filled = count
    }
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

  /// What `body` makes of each thing that `source` gives, in order.
  ///
  /// One worker at a time asks for the next thing, and then works on it while others ask.
  ///
  /// - Parameters:
  ///   - weight: How much of `whole` a thing is.
  ///   - whole: How much work there is, about.
  public static func map<Source: IteratorProtocol & Sendable, Answer: Sendable>(
    _ source: Source, weight: @Sendable (Source.Element) -> Int, of whole: Int,
    _ body: @Sendable (Source.Element) -> Answer
  ) -> [Answer] where Source.Element: Sendable {
    let pending = Guarded((source: source, count: 0))
    let finished = Guarded<(answers: [Int: Answer], weight: Int)>(([:], 0))
    Progress.worked(0, of: whole)
    DispatchQueue.concurrentPerform(iterations: Workers.count) { _ in
      while let (place, thing) = pending.withLock({ pending in
        pending.source.next().map { thing in
          defer { pending.count += 1 }
          return (pending.count, thing)
        }
      }) {
        let answer = body(thing)
        let done = finished.withLock { finished in
          finished.answers[place] = answer
          finished.weight += weight(thing)
          return finished.weight
        }
        Progress.worked(done, of: whole)
      }
    }
    return finished.withLock { finished in
      finished.answers.keys.sorted().compactMap { finished.answers[$0] }
    }
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
