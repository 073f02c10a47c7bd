import GeoJSONCoding
import Messages

/// Reads a style and collects its faults.
struct StyleReader {
  let source: SourceText
  var faults: [Fault] = []
  /// What names mean besides the style's own defaults.
  var values = NamedValues()
  /// Whether the style names a sprite, in which symbols are found.
  var hasSprite = true

  /// A fault and the offset of what is wrong, by which faults are put in order.
  struct Fault {
    let offset: Int
    let error: StyleError
  }

  init(_ source: SourceText) { self.source = source }

  /// The faults in the order of the file.
  var ordered: [StyleError] {
    faults.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element.error)
  }

  /// Records a fault.
  mutating func fault(
    _ message: Wording, at offset: Int, in path: String, help: Wording? = nil,
    isWarning: Bool = false
  ) {
    faults.append(
      Fault(
        offset: offset,
        error: StyleError(
          location: source.location(at: offset), path: path, message: message, help: help,
          isWarning: isWarning)))
  }

  /// Records that a value is of another kind than it has to be.
  mutating func wrongKind(_ value: JSONValue, in path: String, needed: Wording) {
    // An array that starts with a name was meant as an expression.
    let name = value.array.flatMap { $0.count > 1 ? $0[0].text : nil }
    let meant = name.flatMap { Suggestion.nearest(to: $0, in: ExpressionLanguage.forms.keys) }
    let help: Wording? =
      if let name, let meant, meant != name {
        Wording(
          "'\(name)' is no expression; did you mean '\(meant)'?",
          zh: "“\(name)”不是表达式；是否为“\(meant)”？")
      } else {
        nil
      }
    fault(.mistyped(value, needed: needed), at: value.offset, in: path, help: help)
  }

  /// Records a key that nothing knows.
  mutating func unknown(
    _ member: JSONMember, in path: String, known: some Sequence<String>, isWarning: Bool = false
  ) {
    let question = Suggestion.question(for: member.key, in: known)
    fault(
      Wording(
        "unknown property '\(member.key)'\(question.english)",
        zh: "未知的属性“\(member.key)”\(question.chinese)"), at: member.keyOffset, in: path,
      isWarning: isWarning)
  }

  /// Records that a property is not there.
  mutating func missing(_ name: String, of value: JSONValue, in path: String) {
    fault(Wording("missing property '\(name)'", zh: "缺少属性“\(name)”"), at: value.offset, in: path)
  }

  /// Records that an array has another number of elements than it has to have.
  mutating func wrongCount(_ count: Int, of value: JSONValue, in path: String, needed: Wording) {
    fault(
      Wording(
        "an array of \(count) where \(needed.english) are needed",
        zh: "数组有 \(count) 个元素，应为 \(needed.chinese) 个"), at: value.offset, in: path)
  }

  /// Takes over the faults of an expression.
  mutating func take(_ found: [ExpressionFault], in path: String) {
    for fault in found {
      self.fault(fault.message, at: fault.offset, in: path + fault.path, help: fault.help)
    }
  }
}
