import GeoJSONCoding

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
      if value.bool == nil { wrongKind(value, in: path, needed: "a boolean") }
      return value.bool.map { .bool($0) }
    case .text:
      if value.text == nil { wrongKind(value, in: path, needed: "a string") }
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
        if item.text == nil { reader.wrongKind(item, in: place, needed: "a string") }
        return item.text.map { .string($0) }
      }
    case .booleans(let count):
      return elements(value, count: count, in: path) { reader, item, place in
        if item.bool == nil { reader.wrongKind(item, in: place, needed: "a boolean") }
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
      wrongKind(value, in: path, needed: "a colour")
      return nil
    }
    if let color = StyleColor(css: text) { return color }
    let question = Suggesting.question(for: text, in: StyleColor.names.keys)
    fault("'\(text)' is no colour\(question)", at: value.offset, in: path)
    return nil
  }

  private mutating func elements(
    _ value: JSONValue, count: Int? = nil, in path: String,
    _ read: (inout StyleReader, JSONValue, String) -> StyleValue?
  ) -> StyleValue? {
    guard let items = value.array else {
      wrongKind(value, in: path, needed: "an array")
      return nil
    }
    if let count, items.count != count {
      fault("an array of \(items.count) where \(count) are needed", at: value.offset, in: path)
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
        fault(
          "an array of \(items.count) where \(kind == .padding ? "1 to 4" : "1 or more") are needed",
          at: value.offset, in: path)
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
        "\(value.kindName) where anchors and offsets in turn are needed", at: value.offset, in: path
      )
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
