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

  let scalars: Scalars
  /// What objects and forms are made of, by name, in the order of first use.
  private var definitions: [JSONMember] = []

  /// The schema of a file as text, ending in a line break.
  ///
  /// - Parameter name: What its `$id` ends in.
  public static func text(
    of shape: ValueShape, name: String, title: String, _ meaning: Wording, scalars: Scalars
  ) -> String {
    var schema = JSONSchema(scalars: scalars)
    let root = schema.root(shape)
    let head: [JSONMember] = [
      JSONMember("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONMember("$id", .string("urn:gxq-map:schema:\(name)")),
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
  mutating func members(of shape: ValueShape) -> [JSONMember] {
    switch shape {
    case .text: text
    // So many keys are texts that a definition makes the schema half as long.
    case .oneOrMore(.text, 0): reference("texts") { $0.oneOrMore(.object($0.text), least: 0) }
    case .oneOrMore(let item, let least): oneOrMore(.object(members(of: item)), least: least)
    case .word(let words): [JSONMember("enum", .array(words.flatMap(spellings)))]
    case .form(let form): reference(form.name) { $0.definition(of: form) }
    case .integer(let range): [type("integer")] + limits(range)
    case .number(let range): [type("number")] + limits(range)
    case .flag: [type("boolean")]
    case .list(let item, let least):
      [type("array"), JSONMember("items", .object(members(of: item)))] + minimum(least)
    case .tuple(let items, let meaning):
      [
        JSONMember("description", .string(meaning.both)), type("array"),
        JSONMember("prefixItems", .array(items.map { .object(members(of: $0)) })),
        // Not 'items: false', which editors that know only draft 7 take for an empty list.
      ] + minimum(items.count) + [JSONMember("maxItems", .number(items.count))]
    case .object(let object): reference(object.name) { $0.definition(of: object) }
    case .variants(let variants): reference(variants.name) { $0.definition(of: variants) }
    case .map(let value, let least):
      [type("object"), JSONMember("additionalProperties", .object(members(of: value)))]
        + (least > 0 ? [JSONMember("minProperties", .number(least))] : [])
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

  mutating func reference(
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

  /// A word as a file can hold it: YAML without quotes has truth values where we mean words.
  private func spellings(of word: String) -> [JSONValue] {
    switch (scalars, word) {
    case (.yaml, "true"), (.yaml, "false"): [.string(word), .bool(word == "true")]
    default: [.string(word)]
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

  func type(_ name: String) -> JSONMember { JSONMember("type", .string(name)) }

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

extension JSONValue {
  static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

extension Wording {
  /// Both languages in one line, as editors show descriptions.
  var both: String { english == chinese ? english : "\(english) · \(chinese)" }
}
