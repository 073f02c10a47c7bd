internal import GeoJSONCoding

/// What must hold of several keys together, as schemas.
extension JSONSchema {
  func schemas(of condition: ObjectShape.Condition, in object: ObjectShape) -> [[JSONMember]] {
    let nulls = isEmptyAllowed(in: object)
    switch condition {
    case .oneOf(let keys):
      return [[JSONMember("oneOf", .array(keys.map { .object(filled($0, orNull: nulls)) }))]]
    case .anyOf(let keys, let other):
      return [Self.anyOf(([other] + keys).map { there([$0], orNull: nulls) })]
    case .apart(let key, let others):
      let none = others.map {
        JSONMember($0, nulls ? .object([type("null")]) : .bool(false))
      }
      return [
        Self.implication(
          there([key], orNull: nulls), [JSONMember("properties", .object(none))])
      ]
    case .together(let key, let others):
      return [Self.implication(there([key], orNull: nulls), there(others, orNull: nulls))]
    case .needed(let keys, let other):
      return [Self.anyOf([there([other], orNull: nulls), there(keys, orNull: nulls)])]
    case .here(let key, let other):
      return [Self.anyOf([Self.required([key]), Self.inside(other, Self.required([key]))])]
    case .filled(let keys, let list, let defaults):
      return keys.map { key in
        let items = JSONMember("items", .object(Self.required([key])))
        return Self.anyOf([
          Self.required([defaults]) + Self.inside(defaults, Self.required([key])),
          Self.inside(list, [items]),
        ])
      }
    }
  }

  /// That the keys are there, and not empty where empty is as good as absent.
  private func there(_ keys: [String], orNull nulls: Bool) -> [JSONMember] {
    guard nulls else { return Self.required(keys) }
    let some = JSONValue.object([JSONMember("not", .object([type("null")]))])
    return Self.required(keys)
      + [JSONMember("properties", .object(keys.map { JSONMember($0, some) }))]
  }

  /// That the key is there and neither empty nor an empty list.
  private func filled(_ key: String, orNull nulls: Bool) -> [JSONMember] {
    let empty = JSONValue.array((nulls ? [JSONValue(.null)] : []) + [.array([])])
    let some = JSONValue.object([JSONMember("not", .object([JSONMember("enum", empty)]))])
    return Self.required([key]) + [JSONMember("properties", .object([JSONMember(key, some)]))]
  }

  private static func required(_ keys: [String]) -> [JSONMember] {
    [JSONMember("required", .texts(keys))]
  }

  private static func anyOf(_ choices: [[JSONMember]]) -> [JSONMember] {
    [JSONMember("anyOf", .array(choices.map { .object($0) }))]
  }

  private static func inside(_ key: String, _ members: [JSONMember]) -> [JSONMember] {
    [JSONMember("properties", .object([JSONMember(key, .object(members))]))]
  }

  private static func implication(
    _ condition: [JSONMember], _ consequence: [JSONMember]
  ) -> [JSONMember] {
    [JSONMember("if", .object(condition)), JSONMember("then", .object(consequence))]
  }
}
