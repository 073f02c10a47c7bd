package import GeoJSONCoding
package import Messages
internal import Yams

/// A YAML value that knows where it stands.
package struct YAMLNode {
  let node: Node
  let file: String

  package var location: SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The text of a scalar; `nil` for a list, a mapping or null.
  package var text: String? {
    guard let scalar = node.scalar else { return nil }
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
    return scalar.string
  }

  /// The truth value of a scalar, in the spellings of YAML 1.2.
  package var flag: Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  package var isNull: Bool { node.scalar != nil && text == nil }

  /// The items of a list.
  package var items: [YAMLNode]? {
    node.sequence.map { $0.map { YAMLNode(node: $0, file: file) } }
  }

  /// One text, or the texts of a list.
  package var texts: [String]? { text.map { [$0] } ?? items?.compactMap(\.text) }

  /// The members of a mapping in order.
  package var members: [(key: YAMLNode, value: YAMLNode)]? {
    node.mapping.map { mapping in
      mapping.map { (YAMLNode(node: $0.key, file: file), YAMLNode(node: $0.value, file: file)) }
    }
  }

  /// Where a key of a mapping stands.
  func keyLocation(_ name: String) -> SourceLocation? {
    members?.last { $0.key.text == name }?.key.location
  }

  /// What the node is, for a sentence.
  package var typeName: Wording {
    if let items = node.sequence {
      return items.isEmpty ? Wording("an empty list", zh: "空列表") : Wording("a list", zh: "列表")
    }
    if node.mapping != nil { return Wording("a mapping", zh: "映射") }
    return isNull ? Wording("nothing", zh: "空值") : Wording("'\(text ?? "")'", zh: "“\(text ?? "")”")
  }
}
