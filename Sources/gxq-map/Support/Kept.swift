/// A value that is kept until the program ends.
///
/// Handing back the memory of many features piece by piece, at the end of a program that leaves all of it to the
/// system anyway, would take a fiftieth of the time.
final class Kept<Value> {
  private let value: Value
  private init(_ value: Value) { self.value = value }

  static func keep(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }
}
