import GeoJSONCoding

extension StyleReader {
  /// Checks that a value has a shape.
  mutating func check(_ value: JSONValue, _ shape: Shape, in path: String) {
    switch shape {
    case .any:
      return
    case .string:
      if value.text == nil { wrongKind(value, in: path, needed: "a string") }
    case .boolean:
      if value.bool == nil { wrongKind(value, in: path, needed: "a boolean") }
    case .number(let minimum, let maximum):
      _ = number(value, min: minimum, max: maximum, in: path)
    case .choice(let words):
      _ = choice(value, of: words, in: path)
    case .version:
      guard value.number != 8 else { return }
      fault(
        "version \(value.written) of the specification", at: value.offset, in: path, help: "write 8"
      )
    case .list(let element, let count):
      guard let elements = value.array else {
        return wrongKind(value, in: path, needed: "an array")
      }
      if let count, elements.count != count {
        return fault(
          "an array of \(elements.count) where \(count) are needed", at: value.offset, in: path)
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
    guard let members = value.object else { return wrongKind(value, in: path, needed: "an object") }
    for member in members {
      if let field = fields[member.key] {
        check(member.value, field.shape, in: path.isEmpty ? member.key : "\(path).\(member.key)")
      } else if !isOpen {
        unknown(member, in: path, known: fields.keys)
      }
    }
    for (name, field) in fields.sorted(by: { $0.key < $1.key })
    where field.isRequired && members.value(of: name) == nil {
      fault("missing property '\(name)'", at: value.offset, in: path)
    }
  }

  /// A number within limits; `nil` when it is none.
  mutating func number(
    _ value: JSONValue, min: Double? = nil, max: Double? = nil, in path: String
  ) -> Double? {
    guard let number = value.number else {
      wrongKind(value, in: path, needed: "a number")
      return nil
    }
    if let min, number < min {
      fault(
        "\(value.written) is less than the minimum \(NumberText.of(min))", at: value.offset,
        in: path)
      return nil
    }
    if let max, number > max {
      fault(
        "\(value.written) is more than the maximum \(NumberText.of(max))", at: value.offset,
        in: path)
      return nil
    }
    return number
  }

  /// One of several words; `nil` when it is none of them.
  mutating func choice(_ value: JSONValue, of words: [String], in path: String) -> String? {
    if let word = value.text, words.contains(word) { return word }
    let question = value.text.map { Suggesting.question(for: $0, in: words) } ?? ""
    fault(
      "\(value.quoted) is none of \(words.joined(separator: ", "))"
        + question, at: value.offset, in: path)
    return nil
  }
}
