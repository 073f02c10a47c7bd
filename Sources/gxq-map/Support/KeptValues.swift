internal import Workforce

/// Values that the program keeps until it ends.
///
/// What it ends with need not be taken apart: a plan of many features is freed piece by piece in a tenth of the time
/// that it takes to draw, and the system takes the memory back at once.
enum KeptValues {
  private static let values = Guarded<[any Sendable]>([])

  static func keep(_ value: any Sendable) { values.withLock { $0.append(value) } }
}
