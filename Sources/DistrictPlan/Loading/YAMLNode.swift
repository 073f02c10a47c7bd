internal import GeoJSONCoding
internal import Messages
internal import Yams

/// A YAML value that knows where it stands.
struct YAMLNode {
  let node: Node
  let file: String

  var location: SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The text of a scalar; `nil` for a list, a mapping or null.
  var text: String? {
    guard let scalar = node.scalar else { return nil }
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
    return scalar.string
  }

  var isNull: Bool { node.scalar != nil && text == nil }

  /// The items of a list.
  var items: [YAMLNode]? {
    node.sequence.map { $0.map { YAMLNode(node: $0, file: file) } }
  }

  /// The members of a mapping in order; keys that are no text are left out.
  var members: [(key: YAMLNode, value: YAMLNode)]? {
    node.mapping.map { mapping in
      mapping.map { (YAMLNode(node: $0.key, file: file), YAMLNode(node: $0.value, file: file)) }
    }
  }

  /// What the node is, for a sentence.
  var typeName: Wording {
    if node.sequence != nil { return Wording("a list", zh: "列表") }
    if node.mapping != nil { return Wording("a mapping", zh: "映射") }
    return isNull ? Wording("nothing", zh: "空值") : Wording("'\(text ?? "")'", zh: "“\(text ?? "")”")
  }
}
