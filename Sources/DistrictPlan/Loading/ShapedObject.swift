package import FileShapes
package import GeoJSONCoding
internal import Messages

/// A mapping that has been held against its shape: every value that it gives has the shape of its key.
package struct ShapedObject {
  package let node: YAMLNode
  package let shape: ObjectShape
  /// Whether every key that must be there is there and well-formed.
  package fileprivate(set) var isWhole = true
  /// The values in file order, those at fault and empty ones left out.
  package fileprivate(set) var values: [(key: String, value: YAMLNode)] = []
  /// What stands under the keys that are there, whatever it is.
  package fileprivate(set) var members: [(key: String, value: YAMLNode)] = []
  /// The keys that are there, in the mapping or where its defaults come from.
  fileprivate var present: Set<String> = []

  fileprivate init(node: YAMLNode, shape: ObjectShape) {
    self.node = node
    self.shape = shape
  }

  package var location: SourceLocation { node.location }

  /// The value of a key; `nil` when there is none, or it has been reported.
  package subscript(_ key: String) -> YAMLNode? {
    assert(shape.key(key) != nil, "'\(key)' is read and not declared")
    return values.first { $0.key == key }?.value
  }

  /// Whether the key is there, be its value at fault.
  package func has(_ key: String) -> Bool { present.contains(key) }

  package func text(_ key: String) -> String? { self[key]?.text }

  /// One text or the items of a list.
  package func texts(_ key: String) -> [String]? { self[key]?.texts }

  package func integer(_ key: String) -> Int? { text(key).flatMap { Int($0) } }

  package func flag(_ key: String) -> Bool? { self[key]?.flag }

  package func word<Word: RawRepresentable>(_ key: String, as type: Word.Type) -> Word?
  where Word.RawValue == String {
    text(key).flatMap { Word(rawValue: $0) }
  }

  /// The values that are not declared, for shapes that are open.
  var others: [(key: String, value: YAMLNode)] { values.filter { shape.key($0.key) == nil } }
}

extension FaultLog {
  /// Holds a node against a shape and reports what does not fit; `nil` when it is no mapping.
  ///
  /// - Parameter defaults: Where values come from that the mapping does not have.
  package mutating func object(
    _ node: YAMLNode, as shape: ObjectShape, over defaults: ShapedObject? = nil
  ) -> ShapedObject? {
    guard let members = node.members else {
      expected(Wording("a mapping", zh: "映射"), at: node)
      return nil
    }
    var result = ShapedObject(node: node, shape: shape)
    for (key, value) in members where isKey(key) {
      let name = key.text ?? ""
      let declared = shape.key(name)
      guard let expectation = declared?.shape ?? shape.others else {
        unknownKey(name, at: key.location, known: shape.names)
        continue
      }
      // A key without a value is as good as absent; a setting without one may have been forgotten.
      guard !value.isNull || declared == nil || !shape.allowsEmpty else { continue }
      result.present.insert(name)
      result.members.append((name, value))
      if holds(value, expectation, meaning: declared?.meaning) {
        result.values.append((name, value))
      } else if declared?.isRequired == true {
        result.isWhole = false
      }
    }
    for (key, value) in defaults?.values ?? [] where result.present.insert(key).inserted {
      result.values.append((key, value))
    }
    for key in shape.keys where key.isRequired && !result.has(key.name) {
      missing(key.name, at: node.location)
      result.isWhole = false
    }
    if result.isWhole {
      for condition in shape.conditions { check(condition, of: result) }
    }
    return result
  }

  /// The mappings of a list, each held against the shape that its key declares.
  package mutating func objects(_ key: String, of parent: ShapedObject) -> [ShapedObject] {
    guard case .list(let item, _)? = parent.shape.key(key)?.shape else { return [] }
    return (parent[key]?.items ?? []).compactMap { nested($0, as: item)?.object }
  }

  /// The mapping under a key, held against the shape that the key declares.
  package mutating func object(_ key: String, of parent: ShapedObject) -> ShapedObject? {
    guard let shape = parent.shape.key(key)?.shape else { return nil }
    return parent[key].flatMap { nested($0, as: shape)?.object }
  }

  /// A mapping of one of several shapes, and the word that tells which.
  mutating func nested(
    _ node: YAMLNode, as shape: ValueShape
  ) -> (word: String, object: ShapedObject)? {
    switch shape {
    case .object(let shape): return object(node, as: shape).map { ("", $0) }
    case .variants(let variants):
      guard let members = node.members else {
        expected(Wording("a mapping", zh: "映射"), at: node)
        return nil
      }
      let value = members.first { $0.key.text == variants.key }?.value
      guard let value, !value.isNull, holds(value, .word(variants.words)), let word = value.text,
        let shape = variants.shape(word)
      else {
        // What it has at any rate is looked at nevertheless; that the word is missing, too.
        _ = object(node, as: variants.common)
        return nil
      }
      return object(node, as: shape).map { (word, $0) }
    default: return nil
    }
  }

  /// Reports what several keys together do not fulfil.
  private mutating func check(_ condition: ObjectShape.Condition, of object: ShapedObject) {
    let location = object.location
    switch condition {
    case .anyOf(let keys, let other):
      guard !(keys + [other]).contains(where: object.has) else { return }
      let names = keys.map { Wording.quoted($0) }
      let (english, chinese) = (
        names.map(\.english).joined(separator: ", "), names.map(\.chinese).joined()
      )
      report(
        "D01", at: location,
        object.shape.noun.map {
          Wording("\($0.english) needs one of \(english)", zh: "\($0.chinese) 需要\(chinese)之一")
        } ?? Wording("one of \(english) is missing", zh: "缺少\(chinese)之一"),
        subject: object.subject)
    case .apart(let key, let others):
      guard object.has(key) else { return }
      for other in others where object.has(other) {
        report(
          "D01", at: object.members.first { $0.key == other }?.value.location ?? location,
          Wording("'\(other)' stands beside '\(key)'", zh: "“\(other)”与“\(key)”并列"),
          help: Wording("keep one of them", zh: "只保留其一"), subject: object.subject)
      }
    case .together(let key, let others):
      guard object.has(key) else { return }
      for other in others where !object.has(other) { missing(other, at: location) }
    case .needed(let keys, let other):
      guard !object.has(other) else { return }
      for key in keys where !object.has(key) { missing(key, at: location) }
    // Who reads the object reports it by name; items are held against the shape that requires the
    // keys, over the defaults; features have their own reader.
    case .oneOf, .filled, .here: return
    }
  }
}

extension FaultLog {
  /// Reports an object that has none or several of the keys of which it should have one.
  ///
  /// - Parameter name: What to call the object.
  mutating func checkChoices(of object: ShapedObject, called name: Wording) {
    for case .oneOf(let keys) in object.shape.conditions {
      let there = keys.filter(object.isFilled)
      guard there.count != 1 else { continue }
      report(
        "D01", at: object.location,
        there.isEmpty
          ? Wording(
            "\(name.english) has neither \(keys.joined(separator: " nor "))",
            zh: "\(name.chinese)既无 \(keys.joined(separator: " 也无 "))")
          : Wording(
            "\(name.english) has both \(there.joined(separator: " and "))",
            zh: "\(name.chinese)同时有 \(there.joined(separator: " 和 "))"),
        subject: object.subject)
    }
  }
}

extension ShapedObject {
  /// What a fault of the whole object is about.
  fileprivate var subject: String? { values.first { $0.key == "id" }?.value.text }

  /// Whether the key is there and no empty list, be its value at fault.
  fileprivate func isFilled(_ key: String) -> Bool {
    members.contains { $0.key == key && $0.value.items?.isEmpty != true }
  }
}
