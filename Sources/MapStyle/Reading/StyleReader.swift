import GeoJSONCoding
import Messages

/// Reads a style and collects its faults.
struct StyleReader {
  let source: SourceText
  var faults: [Fault] = []

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
    _ message: String, at offset: Int, in path: String, help: String? = nil,
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
  mutating func wrongKind(_ value: JSONValue, in path: String, needed: String) {
    fault("\(value.kindName) where \(needed) is needed", at: value.offset, in: path)
  }

  /// Records a key that nothing knows.
  mutating func unknown(
    _ member: JSONMember, in path: String, known: some Sequence<String>, isWarning: Bool = false
  ) {
    let question = Suggestion.question(for: member.key, in: known).english
    fault(
      "unknown property '\(member.key)'\(question)", at: member.keyOffset, in: path,
      isWarning: isWarning)
  }

  /// Takes over the faults of an expression.
  mutating func take(_ found: [ExpressionFault], in path: String) {
    for fault in found {
      self.fault(fault.message, at: fault.offset, in: path + fault.path, help: fault.help)
    }
  }
}
