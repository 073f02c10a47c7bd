public import GeoJSONCoding

extension StyleValue {
  /// The value as JSON for whoever looks at it: texts and symbols with all that they are made of.
  ///
  /// JSON has neither NaN nor infinity; they become null.
  public var written: JSONValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .color(let color): .string(color.css)
    case .image(let image):
      .object([
        JSONMember("name", .string(image.name)), JSONMember("available", .bool(image.isAvailable)),
      ])
    case .formatted(let text):
      .object([JSONMember("sections", .array(text.sections.map(\.written)))])
    case .collator(let rules):
      .object([
        JSONMember("case-sensitive", .bool(rules.isCaseSensitive)),
        JSONMember("diacritic-sensitive", .bool(rules.isDiacriticSensitive)),
        JSONMember("locale", rules.locale.map { .string($0) } ?? .null),
      ])
    case .array(let elements): .array(elements.map(\.written))
    case .object(let members):
      .object(members.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value.written) })
    }
  }

  /// The name of the value's type, as the specification has it.
  public var typeName: String { type.name }
}

extension FormattedText.Section {
  /// The section as an object that leaves out what is not said.
  fileprivate var written: JSONValue {
    var members = [JSONMember("text", .string(text))]
    if let image { members.append(JSONMember("image", .string(image.name))) }
    if let scale { members.append(JSONMember("font-scale", .number(scale))) }
    if let fonts { members.append(JSONMember("text-font", .array(fonts.map { .string($0) }))) }
    if let color { members.append(JSONMember("text-color", .string(color.css))) }
    if let verticalAlign {
      members.append(JSONMember("vertical-align", .string(verticalAlign)))
    }
    return .object(members)
  }
}
