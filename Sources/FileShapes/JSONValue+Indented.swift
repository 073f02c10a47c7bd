package import GeoJSONCoding

extension JSONValue {
  /// The value as text over several lines, as people read it; what fits on a line stands on one.
  package var indented: String { text(indent: "") }

  private func text(indent: String) -> String {
    let short = "\(self)"
    guard indent.count + short.count > 80 || indent.isEmpty else { return short }
    let inner = indent + "  "
    switch kind {
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { inner + $0.text(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        "\(inner)\(JSONValue.string($0.key)): \($0.value.text(indent: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return short
    }
  }
}
