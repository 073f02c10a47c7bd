public import Messages

extension JSONValue {
  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The truth value, if it is one.
  public var bool: Bool? {
    if case .bool(let value) = kind { value } else { nil }
  }

  /// The number, if it is one.
  public var number: Double? {
    if case .number(let value, _) = kind { value } else { nil }
  }

  /// The number, if it is a whole one that an Int holds exactly: `3`, `3.0` and `3e0` are.
  public var integer: Int? {
    number.flatMap { Int(exactly: $0) }
  }

  /// The string, if it is one.
  public var text: String? {
    if case .string(let value) = kind { value } else { nil }
  }

  /// The elements, if it is an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The members, if it is an object.
  public var object: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The value of a key; the last one where the key is repeated.
  public subscript(key: String) -> JSONValue? { object?.value(of: key) }

  /// What the value is, for a message: `a string`, `an object`.
  public var kindName: Wording {
    switch kind {
    case .null: Wording("null", zh: " null")
    case .bool: .aBoolean
    case .number: .aNumber
    case .string: .aString
    case .array: .anArray
    case .object: .anObject
    }
  }

  /// Every member, at any depth, whose key the same object has already used.
  public var duplicateMembers: [JSONMember] {
    switch kind {
    case .array(let elements): elements.flatMap(\.duplicateMembers)
    case .object(let members):
      members.repeatedIndices.map { members[$0] } + members.flatMap(\.value.duplicateMembers)
    default: []
    }
  }
}

extension [JSONMember] {
  /// The value of a key; the last one where the key is repeated.
  public func value(of key: String) -> JSONValue? { last { $0.key == key }?.value }

  /// The positions of members whose key an earlier member has.
  var repeatedIndices: [Int] {
    var result = [Int]()
    if count <= 16 {
      for index in indices.dropFirst() {
        let key = self[index].key
        if self[..<index].contains(where: { $0.key.isWritten(as: key) }) { result.append(index) }
      }
    } else {
      var seen = Set<[UInt8]>(minimumCapacity: count)
      for index in indices where !seen.insert([UInt8](self[index].key.utf8)).inserted {
        result.append(index)
      }
    }
    return result
  }
}

extension String {
  /// Whether both have the same bytes; `==` takes canonically equivalent strings for equal.
  func isWritten(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }
}
