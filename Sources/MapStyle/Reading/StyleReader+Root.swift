import GeoJSONCoding
import Messages

extension StyleReader {
  /// Reads a whole style.
  mutating func document() -> StyleDocument? {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONParser.parse(source)
    } catch {
      faults.append(Fault(offset: 0, error: StyleError(error)))
      return nil
    }
    guard let members = root.object else {
      wrongKind(root, in: "", needed: Wording("a style", zh: "样式"))
      return nil
    }
    for member in root.duplicateMembers {
      fault(
        Wording(
          "'\(member.key)' stands twice in one object", zh: "同一对象中“\(member.key)”出现两次"),
        at: member.keyOffset, in: "")
    }
    for name in ["version", "sources", "layers"] where members.value(of: name) == nil {
      missing(name, of: root, in: "")
    }
    hasSprite = members.value(of: "sprite") != nil
    for member in members { checkRoot(member) }
    let sources = members.value(of: "sources").map { readSources($0) } ?? []
    let own = globalState(members.value(of: "state"))
    let state = values.state(over: own)
    if values.isComplete { checkNames(members.value(of: "layers"), state) }
    let layers = members.value(of: "layers").map { self.layers($0, sources, state) } ?? []
    return StyleDocument(
      name: members.value(of: "name")?.text, metadata: Self.facts(members.value(of: "metadata")),
      sources: sources.map(\.source), layers: layers, warnings: [], state: own,
      json: root, named: values)
  }

  /// Refuses names that have no value.
  private mutating func checkNames(_ layers: JSONValue?, _ state: [String: StyleValue]) {
    for name in layers.map(StateNames.asked) ?? [] {
      guard let word = name.text, state[word] == nil else { continue }
      let question = Suggestion.question(for: word, in: state.keys)
      fault(
        Wording(
          "neither the style's 'state' nor a palette has the name '\(word)'\(question.english)",
          zh: "样式的“state”和色表中都没有名称“\(word)”\(question.chinese)"), at: name.offset, in: "layers")
    }
  }

  private mutating func checkRoot(_ member: JSONMember) {
    let known = StyleSpecification.root
    switch member.key {
    case "sources", "layers":
      return
    case "constants":
      fault(
        Wording("constants ended with version 7", zh: "第 7 版之后不再有 constants"),
        at: member.value.offset, in: member.key)
    case "glyphs":
      check(member.value, .string, in: member.key)
      for token in ["{fontstack}", "{range}"]
      where !(member.value.text?.contains(token) ?? true) {
        fault(
          Wording("an address of glyphs without '\(token)'", zh: "字形地址中没有“\(token)”"),
          at: member.value.offset, in: member.key)
      }
    case "sprite":
      checkSprite(member.value, in: member.key)
    case "font-faces":
      checkFontFaces(member.value, in: member.key)
    default:
      if let shape = known[member.key] {
        check(member.value, shape, in: member.key)
      } else if Suggestion.nearest(to: member.key, in: known.keys) != nil {
        // Anything may stand at the top of a style, but a slip of the pen is worth a word.
        unknown(member, in: "", known: known.keys, isWarning: true)
      }
    }
  }

  private mutating func checkSprite(_ value: JSONValue, in path: String) {
    guard let parts = value.array else { return check(value, .string, in: path) }
    for name in ["id", "url"] {
      var seen: Set<String> = []
      for part in parts {
        guard let word = part[name]?.text, !seen.insert(word).inserted else { continue }
        fault(
          Wording("sprite \(name) '\(word)' stands twice", zh: "sprite 的 \(name)“\(word)”出现两次"),
          at: value.offset, in: path)
      }
    }
    for (index, part) in parts.enumerated() {
      check(
        part, .object(["id": .needed(.string), "url": .needed(.string)]), in: "\(path)[\(index)]")
    }
  }

  private mutating func checkFontFaces(_ value: JSONValue, in path: String) {
    guard let fonts = value.object else { return wrongKind(value, in: path, needed: .anObject) }
    let face = Shape.object([
      "url": .needed(.string), "unicode-range": .optional(.list(.string)),
    ])
    for font in fonts {
      let place = "\(path).\(font.key)"
      if let faces = font.value.array {
        check(font.value, .list(face), in: place)
        for (index, face) in faces.enumerated() {
          checkRanges(face["unicode-range"], in: "\(place)[\(index)].unicode-range")
        }
      } else if font.value.text == nil {
        wrongKind(font.value, in: place, needed: Wording("a string or array", zh: "字符串或数组"))
      }
    }
  }

  /// Checks that each range of a font is one, such as `U+4E00-9FFF`.
  private mutating func checkRanges(_ value: JSONValue?, in path: String) {
    for (index, range) in (value?.array ?? []).enumerated() {
      guard let text = range.text, !UnicodeRange.isOne(text) else { continue }
      fault(
        Wording("'\(text)' is no range of characters", zh: "“\(text)”不是字符范围"), at: range.offset,
        in: "\(path)[\(index)]",
        help: Wording("write it as 'U+4E00-9FFF'", zh: "写作“U+4E00-9FFF”"))
    }
  }

  /// The defaults of the style's global state.
  private func globalState(_ value: JSONValue?) -> [String: StyleValue] {
    (value?.object ?? []).reduce(into: [:]) { state, member in
      state[member.key] = member.value["default"].map { StyleValue($0) } ?? .null
    }
  }

  /// The facts under `metadata`; strings as they are, anything else as JSON text.
  static func facts(_ value: JSONValue?) -> [String: String] {
    (value?.object ?? []).reduce(into: [:]) { facts, member in
      facts[member.key] = member.value.text ?? member.value.written
    }
  }
}
