#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Workforce

/// Values that the program keeps until it ends.
///
/// What it ends with need not be taken apart: to free a plan of many features piece by piece takes a while, and the
/// system takes all memory back at once.
enum Kept {
  private static let values = Guarded<[any Sendable]>([])
  /// Whether a leak checker looks on, which would take for lost what is kept behind tagged pointers.
  private static let isChecked = dlsym(nil, "__lsan_do_leak_check") != nil

  static func keep(_ value: any Sendable) {
    guard !isChecked else { return }
    values.withLock { $0.append(value) }
  }
}
