internal import Workforce

/// A value that is made when somebody first asks for it, once for all copies of what holds it.
final class Later<Value: Sendable>: Sendable {
  private let made = Guarded<Value?>(nil)

  /// The value, which `make` makes the first time.
  func value(_ make: () -> Value) -> Value {
    if let known = made.withLock({ $0 }) { return known }
    let fresh = make()
    made.withLock { $0 = fresh }
    return fresh
  }
}
