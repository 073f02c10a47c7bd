public import GeoJSONCoding

extension StyleDocument {
  /// The document with every name replaced by what it means, for programs that know no names.
  ///
  /// - Parameter isGrey: Turns every colour into the grey that is as light.
  public func folded(isGrey: Bool = false) -> JSONValue {
    let folding = StateFolding(state: named.state(over: state), isGrey: isGrey)
    return .object(
      (json.object ?? []).compactMap { member in
        switch member.key {
        case "state": nil
        case "layers":
          JSONMember(member.key, .array((member.value.array ?? []).map(folding.layer)))
        default: member
        }
      })
  }
}

/// Writes the values of a style's state in place of their names.
private struct StateFolding {
  let state: [String: StyleValue]
  let isGrey: Bool

  func layer(_ layer: JSONValue) -> JSONValue {
    .object(
      (layer.object ?? []).map { member in
        guard ["paint", "layout", "filter"].contains(member.key) else { return member }
        guard let group = member.value.object else {
          return JSONMember(member.key, folded(member.value, isArgument: true))
        }
        return JSONMember(
          member.key,
          .object(
            group.map { property in
              let value = folded(property.value, isArgument: false)
              let isColor = property.key.hasSuffix("-color")
              return JSONMember(property.key, isColor && isGrey ? grey(value) : value)
            }))
      })
  }

  /// - Parameter isArgument: Whether the value stands in an expression, where lists must be marked.
  private func folded(_ value: JSONValue, isArgument: Bool) -> JSONValue {
    guard let items = value.array, items.first?.text != "literal" else { return value }
    guard items.count == 2, items[0].text == "global-state", let name = items[1].text else {
      return .array(items.map { folded($0, isArgument: true) })
    }
    let found = JSONValue(state[name] ?? .null)
    switch found.kind {
    case .array where !isArgument: return found
    case .array, .object: return .array([.string("literal"), found])
    default: return found
    }
  }

  private func grey(_ value: JSONValue) -> JSONValue {
    switch value.kind {
    case .string(let text):
      guard let color = StyleColor(css: text) else { return value }
      return .string(color.alpha == 1 ? color.grey.hex : color.grey.css)
    case .array(let items): return .array(items.map(grey))
    case .object(let members):
      return .object(members.map { JSONMember($0.key, grey($0.value)) })
    default: return value
    }
  }
}

extension JSONValue {
  /// A style's value as JSON, members in alphabetical order; colours as CSS writes them.
  public init(_ value: StyleValue) {
    self =
      switch value {
      case .null, .collator: .null
      case .bool(let flag): .bool(flag)
      case .number(let number): .number(number)
      case .string(let text): .string(text)
      case .color(let color): .string(color.css)
      case .formatted(let text): .string(text.plain)
      case .image(let image): .string(image.name)
      case .array(let items): .array(items.map { JSONValue($0) })
      case .object(let members):
        .object(members.sorted { $0.key < $1.key }.map { JSONMember($0.key, JSONValue($0.value)) })
      }
  }
}
