/// Looking for values in strings and arrays, as ECMAScript counts.
enum Search {
  /// The index of a value in an array, or of its text in a string, counted in Unicode scalars.
  static func index(of needle: StyleValue, in haystack: StyleValue, from start: Double?) -> Int? {
    switch haystack {
    case .array(let elements):
      let from = offset(start ?? 0, count: elements.count)
      return elements[from...].firstIndex { $0.isSame(as: needle) }
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      let sought = Array((needle.isNull ? "null" : needle.text).unicodeScalars)
      var index = Swift.min(Swift.max(whole(start ?? 0), 0), scalars.count)
      while index + sought.count <= scalars.count {
        if scalars[index...].starts(with: sought) { return index }
        index += 1
      }
      return nil
    default:
      return nil
    }
  }

  /// The range that two indices mark; negative ones count from the end.
  static func range(_ begin: Double, _ end: Double?, count: Int) -> Range<Int> {
    let from = offset(begin, count: count)
    let to = end.map { offset($0, count: count) } ?? count
    return from..<Swift.max(from, to)
  }

  private static func offset(_ index: Double, count: Int) -> Int {
    let index = whole(index)
    return index < 0 ? Swift.max(count + index, 0) : Swift.min(index, count)
  }

  private static func whole(_ number: Double) -> Int {
    number.isNaN ? 0 : Int(Swift.max(-1e9, Swift.min(1e9, number)).rounded(.towardZero))
  }
}

extension StyleValue {
  /// Whether two values are equal without any conversion; arrays and objects never are.
  func isSame(as other: StyleValue) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.number(let a), .number(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    case (.color(let a), .color(let b)): a == b
    default: false
    }
  }
}
