import Foundation

/// How much of what takes long is tried: a part in everyday tests, all of it in the deep tests, which set
/// `GXQ_THOROUGH=1`.
public enum Thoroughness {
  /// Whether all of it is tried.
  public static let isFull = ProcessInfo.processInfo.environment["GXQ_THOROUGH"] == "1"

  /// Everything, or an even choice of it beginning with the first.
  public static func chosen<Item>(of items: [Item], oneIn step: Int) -> [Item] {
    isFull ? items : stride(from: 0, to: items.count, by: step).map { items[$0] }
  }
}
