public import GeoJSONCoding

extension StyleValue {
  /// Creates a value from JSON; the last of repeated keys counts.
  public init(_ json: JSONValue) {
    self =
      switch json.kind {
      case .null: .null
      case .bool(let value): .bool(value)
      case .number(let value, _): .number(value)
      case .string(let value): .string(value)
      case .array(let elements): .array(elements.map { StyleValue($0) })
      case .object(let members):
        .object(
          members.reduce(into: [:]) { object, member in
            object[member.key] = StyleValue(member.value)
          })
      }
  }

  /// The value as JSON text, keys in alphabetical order.
  var json: String {
    switch self {
    case .null, .collator: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value.isFinite ? NumberText.of(value) : "null"
    case .string(let value): Self.quoted(value)
    case .color(let color): Self.quoted(color.css)
    case .formatted(let text): Self.quoted(text.plain)
    case .image(let image): Self.quoted(image.name)
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
