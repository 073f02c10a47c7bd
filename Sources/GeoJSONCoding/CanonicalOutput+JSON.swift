extension CanonicalOutput {
  mutating func json(_ value: JSONValue) {
    switch value.kind {
    case .null: text("null")
    case .bool(let value): text(value ? "true" : "false")
    case .number(_, let literal): bytes.append(contentsOf: literal.utf8)
    case .string(let value): string(value)
    case .array(let elements):
      byte("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { byte(",") }
        json(element)
      }
      byte("]")
    case .object(let members): object(members)
    }
  }

  mutating func object(_ members: [JSONMember]) {
    byte("{")
    for (index, member) in members.enumerated() {
      if index > 0 { byte(",") }
      string(member.key)
      byte(":")
      json(member.value)
    }
    byte("}")
  }

  /// Writes a string with the shortest escapes; everything above U+001F but `"` and `\` stands as it is.
  mutating func string(_ value: String) {
    byte("\"")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text(#"\""#)
      case UInt8(ascii: "\\"): text(#"\\"#)
      case 0x20...: bytes.append(byte)
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
    byte("\"")
  }
}
