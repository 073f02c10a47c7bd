internal import GeoJSONCoding
internal import MapStyle

extension JSONValue {
  /// The object with a member changed or added.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    var members = object ?? []
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(JSONMember(key, value))
    }
    return .object(members)
  }

  /// The object with a member of one of its objects changed, added, or, with `nil`, removed.
  func setting(_ key: String, _ value: JSONValue?, in group: String) -> JSONValue {
    let inner = self[group] ?? .object([])
    return setting(group, value.map { inner.setting(key, $0) } ?? inner.removing(key))
  }

  /// The object without a member.
  func removing(_ key: String) -> JSONValue {
    .object((object ?? []).filter { $0.key != key })
  }

  /// The expression with each colour that it can give replaced by a string.
  func replacingColors(_ name: (StyleColor) -> String?) -> JSONValue {
    replacingTexts { StyleColor(css: $0).flatMap(name) }
  }

  /// The expression with some of its strings replaced.
  func replacingTexts(_ replacement: (String) -> String?) -> JSONValue {
    switch kind {
    case .string(let text): return .string(replacement(text) ?? text)
    case .array(let items): return .array(items.map { $0.replacingTexts(replacement) })
    default: return self
    }
  }

  /// Every string of the expression.
  var texts: [String] {
    switch kind {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    default: []
    }
  }
}
