internal import Workforce

/// Values that the program keeps until it ends.
///
/// What it ends with need not be taken apart: to free a plan of many features piece by piece takes a while, and the
/// system takes all memory back at once.
enum Kept {
  private static let values = Guarded<[any Sendable]>([])

  static func keep(_ value: any Sendable) { values.withLock { $0.append(value) } }
}
