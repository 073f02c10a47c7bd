internal import GeoJSONCoding
public import Messages

/// A JSON Schema (draft 2020-12) made of the shapes that readers use.
public struct JSONSchema {
  /// How scalars are written in the file.
  public enum Scalars: Sendable {
    /// YAML: every scalar is read as text, so a number or a truth value is a text too.
    case yaml
    /// JSON: a text is a string.
    case json
  }

  private let scalars: Scalars
  /// What objects and forms are made of, by name, in the order of first use.
  private var definitions: [JSONMember] = []

  /// The schema of a file as text, ending in a line break.
  public static func text(
    of shape: ValueShape, title: String, _ meaning: Wording, scalars: Scalars
  ) -> String {
    var schema = JSONSchema(scalars: scalars)
    let root = schema.root(shape)
    let head: [JSONMember] = [
      JSONMember("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONMember("title", .string(title)), JSONMember("description", .string(meaning.both)),
    ]
    let body = root.filter { $0.key != "description" }
    let definitions = schema.definitions.sorted { $0.key < $1.key }
    let all =
      head + body + (definitions.isEmpty ? [] : [JSONMember("$defs", .object(definitions))])
    return JSONValue.object(all).indented + "\n"
  }

  private init(scalars: Scalars) { self.scalars = scalars }

  /// What a value has to be; objects and forms by reference.
  private mutating func members(of shape: ValueShape) -> [JSONMember] {
    switch shape {
    case .text: text
    case .texts(let least): oneOrMore(.object(text), least: least)
    case .word(let words): [JSONMember("enum", .texts(words))]
    case .words(let words): oneOrMore(.object(members(of: .word(words))), least: 0)
    case .form(let form): reference(form.name) { $0.definition(of: form) }
    case .integer(let range): [type("integer")] + limits(range)
    case .number(let range): [type("number")] + limits(range)
    case .flag: [type("boolean")]
    case .list(let item, let least):
      [type("array"), JSONMember("items", .object(members(of: item)))] + minimum(least)
    case .tuple(let item, let count, let meaning):
      [
        JSONMember("description", .string(meaning.both)), type("array"),
        JSONMember("items", .object(members(of: item))),
      ] + minimum(count) + [JSONMember("maxItems", .number(count))]
    case .object(let object): reference(object.name) { $0.definition(of: object) }
    case .variants(let variants): reference(variants.name) { $0.definition(of: variants) }
    case .map(let value):
      [type("object"), JSONMember("additionalProperties", .object(members(of: value)))]
    case .either(let shapes):
      [JSONMember("anyOf", .array(shapes.map { .object(members(of: $0)) }))]
    case .nothing: [type("null")]
    case .anything: []
    }
  }

  /// The outermost object is written out, not referred to.
  private mutating func root(_ shape: ValueShape) -> [JSONMember] {
    switch shape {
    case .object(let object): definition(of: object)
    case .variants(let variants): definition(of: variants)
    default: members(of: shape)
    }
  }

  private mutating func reference(
    _ name: String, _ define: (inout JSONSchema) -> [JSONMember]
  ) -> [JSONMember] {
    let found = [JSONMember("$ref", .string("#/$defs/\(name)"))]
    guard !definitions.contains(where: { $0.key == name }) else { return found }
    // The place is taken first: what is defined may refer to itself.
    definitions.append(JSONMember(name, .null))
    let definition = JSONMember(name, .object(define(&self)))
    definitions.removeAll { $0.key == name }
    definitions.append(definition)
    return found
  }

  private var text: [JSONMember] {
    switch scalars {
    case .yaml: [JSONMember("type", .texts(["string", "number", "boolean"]))]
    case .json: [type("string")]
    }
  }

  private func oneOrMore(_ item: JSONValue, least: Int) -> [JSONMember] {
    let list = [type("array"), JSONMember("items", item)] + minimum(least)
    return [JSONMember("anyOf", .array([item, .object(list)]))]
  }

  private func minimum(_ least: Int) -> [JSONMember] {
    least > 0 ? [JSONMember("minItems", .number(least))] : []
  }

  private func limits(_ range: ClosedRange<Int>) -> [JSONMember] {
    (range.lowerBound == .min ? [] : [JSONMember("minimum", .number(range.lowerBound))])
      + (range.upperBound == .max ? [] : [JSONMember("maximum", .number(range.upperBound))])
  }

  private func limits(_ range: ClosedRange<Double>) -> [JSONMember] {
    [("minimum", range.lowerBound), ("maximum", range.upperBound)].filter(\.1.isFinite)
      .map { JSONMember($0.0, .number($0.1, decimals: 6)) }
  }

  private func type(_ name: String) -> JSONMember { JSONMember("type", .string(name)) }

  private func definition(of form: TextForm) -> [JSONMember] {
    let text = [type("string"), JSONMember("pattern", .string(form.pattern))]
    let description = JSONMember("description", .string(form.meaning.both))
    let numbers: [JSONMember] =
      switch (form.numbers, scalars) {
      case (.integers(let range), .yaml): [type("integer")] + limits(range)
      case (.decimals(let range), .yaml): [type("number")] + limits(range)
      default: []
      }
    guard !numbers.isEmpty else { return [description] + text }
    return [description, JSONMember("anyOf", .array([.object(text), .object(numbers)]))]
  }
}

extension JSONSchema {
  private mutating func definition(of object: ObjectShape) -> [JSONMember] {
    var result = [JSONMember("description", .string(object.meaning.both)), type("object")]
    let required = object.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { result.append(JSONMember("required", .texts(required))) }
    var properties: [JSONMember] = []
    for key in object.keys {
      let description = JSONMember("description", .string(key.meaning.both))
      let value = members(of: key.shape).filter { $0.key != "description" }
      properties.append(JSONMember(key.name, .object([description] + value)))
    }
    result.append(JSONMember("properties", .object(properties)))
    let others = object.others.map { JSONValue.object(members(of: $0)) } ?? .bool(false)
    result.append(JSONMember("additionalProperties", others))
    let conditions = object.conditions.flatMap { schemas(of: $0) }
    if !conditions.isEmpty {
      result.append(JSONMember("allOf", .array(conditions.map { .object($0) })))
    }
    return result
  }

  private mutating func definition(of variants: Variants) -> [JSONMember] {
    let word = [
      JSONMember("description", .string(variants.keyMeaning.both)),
      JSONMember("enum", .texts(variants.words)),
    ]
    func object(where word: [JSONMember]) -> [JSONMember] {
      let inner = [
        JSONMember("required", .texts([variants.key])),
        JSONMember("properties", .object([JSONMember(variants.key, .object(word))])),
      ]
      guard let place = variants.place else { return inner }
      return [
        JSONMember("required", .texts([place])),
        JSONMember("properties", .object([JSONMember(place, .object(inner))])),
      ]
    }
    var branches: [JSONValue] = []
    for variant in variants.variants {
      let condition = object(where: [JSONMember("enum", .texts(variant.words))])
      let shape = reference(variant.shape.name) { $0.definition(of: variant.shape) }
      branches.append(
        .object([JSONMember("if", .object(condition)), JSONMember("then", .object(shape))]))
    }
    return [JSONMember("description", .string(variants.meaning.both)), type("object")]
      + object(where: word) + [JSONMember("allOf", .array(branches))]
  }

  private func schemas(of condition: ObjectShape.Condition) -> [[JSONMember]] {
    func required(_ keys: [String]) -> JSONMember { JSONMember("required", .texts(keys)) }
    func anyOf(_ choices: [[JSONMember]]) -> [JSONMember] {
      [JSONMember("anyOf", .array(choices.map { .object($0) }))]
    }
    func inside(_ key: String, _ members: [JSONMember]) -> JSONMember {
      JSONMember("properties", .object([JSONMember(key, .object(members))]))
    }
    switch condition {
    case .anyOf(let keys): return [anyOf(keys.map { [required([$0])] })]
    case .apart(let key, let others):
      let none = others.map { JSONMember($0, .bool(false)) }
      let dependent = JSONValue.object([JSONMember("properties", .object(none))])
      return [[JSONMember("dependentSchemas", .object([JSONMember(key, dependent)]))]]
    case .together(let key, let others):
      return [[JSONMember("dependentRequired", .object([JSONMember(key, .texts(others))]))]]
    case .needed(let keys, let other): return [anyOf([[required([other])], [required(keys)]])]
    case .here(let key, let other):
      return [anyOf([[required([key])], [inside(other, [required([key])])]])]
    case .filled(let keys, let list, let defaults):
      return keys.map { key in
        anyOf([
          [required([defaults]), inside(defaults, [required([key])])],
          [inside(list, [JSONMember("items", .object([required([key])]))])],
        ])
      }
    }
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

extension Wording {
  /// Both languages in one line, as editors show descriptions.
  fileprivate var both: String { english == chinese ? english : "\(english) · \(chinese)" }
}
