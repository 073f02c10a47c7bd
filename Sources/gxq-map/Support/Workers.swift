internal import Dispatch
internal import Synchronization

/// Work on several things at once whose results come in the order of the things.
enum Workers {
  /// - Parameters:
  ///   - count: How many at once, at most.
  /// - Throws: The error of the first thing that failed, in their order.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce count: Int,
    _ work: @Sendable (Item) throws -> Result
  ) throws -> [Result] {
    let next = Mutex(0)
    let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, min(count, items.count))) { _ in
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < items.count else { return }
        let result = Swift.Result { try work(items[index]) }
        results.withLock { $0[index] = result }
      }
    }
    let done = results.withLock { $0 }
    return try items.indices.compactMap { try done[$0]?.get() }
  }
}
