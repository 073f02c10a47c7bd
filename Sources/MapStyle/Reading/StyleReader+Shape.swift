import GeoJSONCoding
import Messages

extension StyleReader {
  /// Checks that a value has a shape.
  mutating func check(_ value: JSONValue, _ shape: Shape, in path: String) {
    switch shape {
    case .any:
      return
    case .string:
      if value.text == nil { wrongKind(value, in: path, needed: .aString) }
    case .boolean:
      if value.bool == nil { wrongKind(value, in: path, needed: .aBoolean) }
    case .stringOrTable:
      guard value.text == nil else { return }
      guard let members = value.object else {
        return wrongKind(value, in: path, needed: Wording("a string or an object", zh: "字符串或对象"))
      }
      for member in members { check(member.value, .string, in: "\(path).\(member.key)") }
    case .number(let minimum, let maximum):
      _ = number(value, min: minimum, max: maximum, in: path)
    case .choice(let words):
      _ = choice(value, of: words, in: path)
    case .version:
      guard value.number != 8 else { return }
      fault(
        Wording(
          "version \(value.written) of the specification", zh: "规范版本为 \(value.written)"),
        at: value.offset, in: path, help: Wording("write 8", zh: "写 8"))
    case .list(let element, let count):
      guard let elements = value.array else {
        return wrongKind(value, in: path, needed: .anArray)
      }
      if let count, elements.count != count {
        return wrongCount(
          elements.count, of: value, in: path, needed: Wording("\(count)", zh: "\(count)"))
      }
      for (index, item) in elements.enumerated() { check(item, element, in: "\(path)[\(index)]") }
    case .object(let fields, let isOpen):
      check(value, fields, isOpen: isOpen, in: path)
    case .property(let specification):
      _ = read(value, specification, in: path)
    }
  }

  private mutating func check(
    _ value: JSONValue, _ fields: [String: Shape.Field], isOpen: Bool, in path: String
  ) {
    guard let members = value.object else { return wrongKind(value, in: path, needed: .anObject) }
    for member in members {
      if let field = fields[member.key] {
        check(member.value, field.shape, in: path.isEmpty ? member.key : "\(path).\(member.key)")
      } else if !isOpen {
        unknown(member, in: path, known: fields.keys)
      }
    }
    for (name, field) in fields.sorted(by: { $0.key < $1.key })
    where field.isRequired && members.value(of: name) == nil {
      missing(name, of: value, in: path)
    }
  }

  /// A number within limits; `nil` when it is none.
  mutating func number(
    _ value: JSONValue, min: Double? = nil, max: Double? = nil, in path: String
  ) -> Double? {
    guard let number = value.number else {
      wrongKind(value, in: path, needed: .aNumber)
      return nil
    }
    if let min, number < min {
      fault(
        Wording(
          "\(value.written) is less than the minimum \(NumberText.of(min))",
          zh: "\(value.written) 小于最小值 \(NumberText.of(min))"), at: value.offset, in: path)
      return nil
    }
    if let max, number > max {
      fault(
        Wording(
          "\(value.written) is more than the maximum \(NumberText.of(max))",
          zh: "\(value.written) 大于最大值 \(NumberText.of(max))"), at: value.offset, in: path)
      return nil
    }
    return number
  }

  /// One of several words; `nil` when it is none of them.
  mutating func choice(_ value: JSONValue, of words: [String], in path: String) -> String? {
    if let word = value.text, words.contains(word) { return word }
    let question = Suggestion.question(for: value.text ?? "", in: words)
    let name = value.quoted
    fault(
      Wording(
        "\(name.english) is none of \(words.joined(separator: ", "))\(question.english)",
        zh: "\(name.chinese)不是以下之一：\(words.joined(separator: "、"))\(question.chinese)"),
      at: value.offset, in: path)
    return nil
  }
}
