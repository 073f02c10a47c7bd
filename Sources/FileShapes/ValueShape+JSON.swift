package import GeoJSONCoding
public import Messages

/// Where a JSON value has not the shape that it should have.
public struct ShapeFlaw: Hashable, Sendable {
  /// The offset of the value.
  public let offset: Int
  /// What is.
  public let message: Wording
}

extension ValueShape {
  /// The first place where a JSON value has not this shape; `nil` when it has.
  package func flaw(in value: JSONValue) -> ShapeFlaw? {
    switch self {
    case .text: fails(value, unless: value.text != nil)
    case .oneOrMore(let item, let least):
      value.array.map { Self.list(of: item, least: least).flaw(among: $0, in: value) }
        ?? item.flaw(in: value)
    case .word(let words): fails(value, unless: value.text.map(words.contains) == true)
    case .form(let form): fails(value, unless: value.text.map(form.accepts) == true)
    case .integer(let range): fails(value, unless: value.integer.map(range.contains) == true)
    case .number(let range): fails(value, unless: value.number.map(range.contains) == true)
    case .flag: fails(value, unless: value.bool != nil)
    case .list:
      value.array.map { flaw(among: $0, in: value) } ?? fails(value, unless: false)
    case .tuple(let shapes, _):
      if let items = value.array, items.count == shapes.count {
        zip(shapes, items).lazy.compactMap { $0.flaw(in: $1) }.first
      } else {
        fails(value, unless: false)
      }
    case .object(let shape): shape.flaw(in: value)
    case .variants(let variants): variants.flaw(in: value)
    case .map(let shape, _):
      value.object.map { $0.lazy.compactMap { shape.flaw(in: $0.value) }.first }
        ?? fails(value, unless: false)
    case .either(let shapes):
      shapes.contains { $0.flaw(in: value) == nil } ? nil : shapes.last?.flaw(in: value)
    case .nothing: fails(value, unless: value.isNull)
    case .anything: nil
    }
  }

  private func flaw(among items: [JSONValue], in value: JSONValue) -> ShapeFlaw? {
    guard case .list(let item, let least) = self else { return nil }
    guard items.count >= least else { return fails(value, unless: false) }
    return items.lazy.compactMap { item.flaw(in: $0) }.first
  }

  private func fails(_ value: JSONValue, unless fits: Bool) -> ShapeFlaw? {
    guard !fits else { return nil }
    return ShapeFlaw(
      offset: value.offset,
      message: Wording(
        "expected \(title.english), found \(value.kindName.english)",
        zh: "应为\(title.chinese)，实际为\(value.kindName.chinese)"))
  }
}

extension ObjectShape {
  /// The first place where a JSON value has not this shape; `nil` when it has.
  package func flaw(in value: JSONValue) -> ShapeFlaw? {
    guard let members = value.object else {
      return ValueShape.map(of: .anything).flaw(in: value)
    }
    for member in members {
      guard let shape = key(member.key)?.shape ?? others else {
        let question = Suggestion.question(for: member.key, in: names)
        return ShapeFlaw(
          offset: member.keyOffset,
          message: Wording(
            "unknown key '\(member.key)'\(question.english)",
            zh: "未知的键“\(member.key)”\(question.chinese)"))
      }
      if let flaw = shape.flaw(in: member.value) { return flaw }
    }
    guard let missing = keys.first(where: { key in key.isRequired && value[key.name] == nil })
    else { return nil }
    return ShapeFlaw(
      offset: value.offset,
      message: Wording("the key '\(missing.name)' is missing", zh: "缺少键“\(missing.name)”"))
  }
}

extension Variants {
  /// The first place where a JSON value is none of the objects; `nil` when it is one.
  package func flaw(in value: JSONValue) -> ShapeFlaw? {
    let holder = place.map { value[$0] } ?? value
    guard let word = holder?[key]?.text, let shape = shape(word) else {
      return common.flaw(in: value) ?? ValueShape.word(words).flaw(in: holder?[key] ?? value)
    }
    return shape.flaw(in: value)
  }
}
