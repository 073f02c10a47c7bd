internal import GeoJSONCoding
internal import Messages

/// Objects as schemas.
extension JSONSchema {
  mutating func definition(of object: ObjectShape) -> [JSONMember] {
    var result = [JSONMember("description", .string(object.meaning.both)), type("object")]
    let required = object.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { result.append(JSONMember("required", .texts(required))) }
    var properties: [JSONMember] = []
    for key in object.keys {
      let description = JSONMember("description", .string(key.meaning.both))
      var value = members(of: key.shape).filter { $0.key != "description" }
      if isEmptyAllowed(in: object), !key.isRequired { value = orNull(value) }
      properties.append(JSONMember(key.name, .object([description] + value)))
    }
    result.append(JSONMember("properties", .object(properties)))
    let others = object.others.map { JSONValue.object(members(of: $0)) } ?? .bool(false)
    result.append(JSONMember("additionalProperties", others))
    let conditions = object.conditions.flatMap { schemas(of: $0, in: object) }
    if !conditions.isEmpty {
      result.append(JSONMember("allOf", .array(conditions.map { .object($0) })))
    }
    return result
  }

  mutating func definition(of variants: Variants) -> [JSONMember] {
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

  /// Whether a key without a value is as good as absent: YAML has such keys.
  func isEmptyAllowed(in object: ObjectShape) -> Bool {
    switch scalars {
    case .yaml: object.allowsEmpty
    case .json: false
    }
  }

  /// What a value may be that may be left empty as well.
  private func orNull(_ members: [JSONMember]) -> [JSONMember] {
    guard let first = members.first else { return members }
    let rest = Array(members.dropFirst())
    switch (first.key, first.value.kind) {
    case ("type", .string(let name)):
      return [JSONMember("type", .texts([name, "null"]))] + rest
    case ("type", .array(let names)):
      return [JSONMember("type", .array(names + [.string("null")]))] + rest
    case ("enum", .array(let words)):
      return [JSONMember("enum", .array(words + [JSONValue(.null)]))] + rest
    case ("anyOf", .array(let choices)):
      return [JSONMember("anyOf", .array(choices + [.object([type("null")])]))] + rest
    default:
      return [JSONMember("anyOf", .array([.object(members), .object([type("null")])]))]
    }
  }
}
