import Foundation

/// JSON as a program of another make reads it.
enum JSON {
  /// The object that data holds.
  static func object(_ data: Data) throws -> [String: Any] {
    try cast(JSONSerialization.jsonObject(with: data))
  }

  /// The list of objects that data holds.
  static func list(_ data: Data) throws -> [[String: Any]] {
    try cast(JSONSerialization.jsonObject(with: data))
  }

  /// A value of the type it should have.
  static func cast<Value>(_ value: Any?, as type: Value.Type = Value.self) throws -> Value {
    guard let value = value as? Value else { throw WrongType(found: "\(value ?? "nothing")") }
    return value
  }

  /// A value that is no such thing.
  struct WrongType: Error {
    let found: String
  }
}

extension [String: Any] {
  /// The text under a key.
  func text(_ key: String) -> String? { self[key] as? String }
  /// The number under a key.
  func number(_ key: String) -> Double? { (self[key] as? NSNumber)?.doubleValue }
  /// The object under a key.
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  /// The list of objects under a key.
  func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
}
