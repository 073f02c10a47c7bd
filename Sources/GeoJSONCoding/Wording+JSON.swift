package import Messages

// Words and sentences that several readers say of JSON values.

extension Wording {
  package static let aString = Wording("a string", zh: "字符串")
  package static let aNumber = Wording("a number", zh: "数字")
  package static let aBoolean = Wording("a boolean", zh: "布尔值")
  package static let anArray = Wording("an array", zh: "数组")
  package static let anObject = Wording("an object", zh: "对象")

  /// A value is of another type than the one needed in its place.
  package static func mistyped(_ value: JSONValue, needed: Wording) -> Wording {
    let kind = value.kindName
    return Wording(
      "\(kind.english) where \(needed.english) is needed",
      zh: "应为\(needed.chinese)，实际为\(kind.chinese)")
  }

  /// A member's value is of another type than the one needed.
  static func mistyped(_ key: String, _ value: JSONValue, needed: Wording) -> Wording {
    let kind = value.kindName
    return Wording(
      "'\(key)' is \(kind.english), where \(needed.english) is needed",
      zh: "“\(key)”为\(kind.chinese)，应为\(needed.chinese)")
  }
}

extension Wording? {
  /// A question after the word that was probably meant; nothing when there is none.
  static func proposal(_ word: String?) -> Wording? {
    word.map { Wording("did you mean '\($0)'?", zh: "是否为“\($0)”？") }
  }
}
