extension CanonicalOutput {
  mutating func json(_ value: JSONValue) {
    switch value.kind {
    case .null: text("null")
    case .bool(let value): text(value ? "true" : "false")
    case .number(_, let literal): bytes.append(contentsOf: literal.utf8)
    case .string(let value): string(value)
    case .array(let elements):
      byte("[")
      for index in elements.indices {
        if index > 0 { byte(",") }
        json(elements[index])
      }
      byte("]")
    case .object(let members): object(members)
    }
  }

  mutating func object(_ members: [JSONMember]) {
    byte("{")
    for index in members.indices {
      if index > 0 { byte(",") }
      string(members[index].key)
      byte(":")
      json(members[index].value)
    }
    byte("}")
  }

  /// Writes a string with the shortest escapes; everything above U+001F but `"` and `\` stands as it is.
  mutating func string(_ value: String) {
    byte("\"")
    var value = value
    value.withUTF8 { all in
      // Mostly nothing is escaped, and all of it is copied at once.
      var rest = all[...]
      while let place = rest.firstIndex(where: Self.isEscaped) {
        bytes.append(contentsOf: rest[..<place])
        escaped(rest[place])
        rest = rest[(place + 1)...]
      }
      bytes.append(contentsOf: rest)
    }
    byte("\"")
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): text(#"\""#)
    case UInt8(ascii: "\\"): text(#"\\"#)
    case 0x08: text(#"\b"#)
    case 0x09: text(#"\t"#)
    case 0x0A: text(#"\n"#)
    case 0x0C: text(#"\f"#)
    case 0x0D: text(#"\r"#)
    default:
      text(byte < 16 ? #"\u000"# : #"\u00"#)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
