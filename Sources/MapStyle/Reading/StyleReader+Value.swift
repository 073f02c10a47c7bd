import GeoJSONCoding
import Messages

extension StyleReader {
  /// Reads a value that is no expression and no function; `nil` when the property has no such value.
  mutating func constant(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String
  ) -> StyleValue? {
    switch specification.kind {
    case .number:
      return number(value, min: specification.minimum, max: specification.maximum, in: path)
        .map { .number($0) }
    case .color:
      return color(value, in: path).map { .color($0) }
    case .boolean:
      if value.bool == nil { wrongKind(value, in: path, needed: .aBoolean) }
      return value.bool.map { .bool($0) }
    case .text:
      if value.text == nil { wrongKind(value, in: path, needed: .aString) }
      return value.text.map { .string($0) }
    case .choice(let words):
      return choice(value, of: words, in: path).map { .string($0) }
    case .choices(let words):
      return elements(value, in: path) { $0.choice($1, of: words, in: $2).map { .string($0) } }
    case .numbers(let count):
      let minimum = specification.minimum
      return elements(value, count: count, in: path) {
        $0.number($1, min: minimum, in: $2).map { .number($0) }
      }
    case .strings(let count):
      return elements(value, count: count, in: path) { reader, item, place in
        if item.text == nil { reader.wrongKind(item, in: place, needed: .aString) }
        return item.text.map { .string($0) }
      }
    case .booleans(let count):
      return elements(value, count: count, in: path) { reader, item, place in
        if item.bool == nil { reader.wrongKind(item, in: place, needed: .aBoolean) }
        return item.bool.map { .bool($0) }
      }
    case .formatted, .image, .projection:
      return nil
    case .padding, .numberArray, .colorArray:
      return list(value, specification.kind, in: path)
    case .anchorOffsets:
      return anchorOffsets(value, in: path)
    case .any:
      return StyleValue(value)
    }
  }

  private mutating func color(_ value: JSONValue, in path: String) -> StyleColor? {
    guard let text = value.text else {
      wrongKind(value, in: path, needed: Wording("a colour", zh: "颜色"))
      return nil
    }
    if let color = StyleColor(css: text) { return color }
    let question = Suggestion.question(for: text, in: StyleColor.names.keys)
    fault(
      Wording(
        "'\(text)' is no colour\(question.english)", zh: "“\(text)”不是颜色\(question.chinese)"),
      at: value.offset, in: path)
    return nil
  }

  private mutating func elements(
    _ value: JSONValue, count: Int? = nil, in path: String,
    _ read: (inout StyleReader, JSONValue, String) -> StyleValue?
  ) -> StyleValue? {
    guard let items = value.array else {
      wrongKind(value, in: path, needed: .anArray)
      return nil
    }
    if let count, items.count != count {
      wrongCount(items.count, of: value, in: path, needed: Wording("\(count)", zh: "\(count)"))
      return nil
    }
    let values = items.enumerated().map { read(&self, $0.element, "\(path)[\($0.offset)]") }
    return values.contains(nil) ? nil : .array(values.compactMap { $0 })
  }

  /// One value or several: padding, numbers, colours.
  private mutating func list(
    _ value: JSONValue, _ kind: PropertySpecification.Kind, in path: String
  ) -> StyleValue? {
    if let items = value.array {
      if items.isEmpty || kind == .padding && items.count > 4 {
        wrongCount(
          items.count, of: value, in: path,
          needed: kind == .padding
            ? Wording("1 to 4", zh: "1 至 4") : Wording("1 or more", zh: "至少 1"))
        return nil
      }
    }
    let items = value.array == nil ? JSONValue(.array([value]), offset: value.offset) : value
    let read = elements(items, in: path) { reader, item, place in
      let place = value.array == nil ? path : place
      if kind == .colorArray { return reader.color(item, in: place).map { .color($0) } }
      return reader.number(item, in: place).map { .number($0) }
    }
    return kind == .padding ? read?.converted(to: .padding) : read
  }

  private mutating func anchorOffsets(_ value: JSONValue, in path: String) -> StyleValue? {
    guard let items = value.array, !items.isEmpty, items.count % 2 == 0 else {
      fault(
        Wording(
          "\(value.kindName.english) where anchors and offsets in turn are needed",
          zh: "应为交替的锚点和偏移，实际为\(value.kindName.chinese)"), at: value.offset, in: path)
      return nil
    }
    for (index, item) in items.enumerated() {
      let shape: Shape =
        index % 2 == 0 ? .choice(AnchorOffsets.anchors) : .list(.number(), count: 2)
      check(item, shape, in: "\(path)[\(index)]")
    }
    let result = StyleValue(value)
    return AnchorOffsets.areValid(result) ? result : nil
  }
}
