import GeoJSONCoding

/// Finds the names that a style asks its state for.
enum StateNames {
  /// Each `["global-state", name]` below a value: the name and where it stands.
  static func asked(in value: JSONValue) -> [JSONValue] {
    switch value.kind {
    case .array(let items):
      if items.first?.text == "literal" { return [] }
      if items.count == 2, items[0].text == "global-state", items[1].text != nil {
        return [items[1]]
      }
      return items.flatMap { asked(in: $0) }
    case .object(let members): return members.flatMap { asked(in: $0.value) }
    default: return []
    }
  }
}
