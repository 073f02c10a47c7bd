import GeoJSONCoding

/// Strings in which `{name}` stands for a property of the feature.
enum TokenText {
  /// The string as an expression; itself where it has no such token.
  static func expression(_ value: JSONValue) -> JSONValue {
    guard let text = value.string else { return value }
    var parts: [JSONValue] = []
    var plain = ""
    var hasToken = false
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      guard let end = inner.firstIndex(where: { $0 == "{" || $0 == "}" }) else { break }
      if inner[end] == "{" || inner.startIndex == end {
        plain += rest[..<end]
        rest = rest[end...]
        if rest.first == "}" {
          plain += "}"
          rest = rest.dropFirst()
        }
        continue
      }
      plain += rest[..<open]
      if !plain.isEmpty { parts.append(JSONValue(.string(plain), offset: value.offset)) }
      plain = ""
      hasToken = true
      parts.append(
        JSONValue(
          .array([.string("get"), .string(String(inner[..<end]))]), offset: value.offset))
      rest = inner[inner.index(after: end)...]
    }
    guard hasToken else { return value }
    plain += rest
    if !plain.isEmpty { parts.append(JSONValue(.string(plain), offset: value.offset)) }
    let name = parts.count == 1 ? "to-string" : "concat"
    return JSONValue(.array([.string(name)] + parts), offset: value.offset)
  }

  /// The token that a whole string is, such as `{name}`.
  static func onlyToken(of text: String) -> Substring? {
    guard text.first == "{", text.last == "}", text.count > 2 else { return nil }
    let name = text.dropFirst().dropLast()
    return name.contains("}") ? nil : name
  }
}
