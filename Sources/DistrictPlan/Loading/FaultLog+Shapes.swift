internal import FileShapes
internal import GeoJSONCoding
internal import Messages

extension FaultLog {
  /// Whether a value has a shape; reports it when it has not.
  ///
  /// Of objects and their lists only the outside is looked at: whoever reads them holds them against
  /// their own shape.
  ///
  /// - Parameter meaning: What the value says, for when it says nothing.
  mutating func holds(_ node: YAMLNode, _ shape: ValueShape, meaning: Wording? = nil) -> Bool {
    switch shape {
    case .text: return node.text != nil || fails(shape.title, node)
    case .oneOrMore(let item, let least):
      guard let items = node.items else {
        return node.text == nil ? fails(shape.title, node) : holds(node, item)
      }
      guard items.count >= least else { return fails(meaning ?? shape.title, node) }
      return items.filter { !holds($0, item) }.isEmpty
    case .word(let words): return holds(node, words)
    case .form(let form): return holds(node, form)
    case .integer(let range):
      return node.text.flatMap { Int($0) }.map(range.contains) == true || fails(shape.title, node)
    case .number(let range):
      return node.text.flatMap { Double($0) }.map { $0.isFinite && range.contains($0) } == true
        || fails(shape.title, node)
    case .flag: return node.flag != nil || fails(shape.title, node)
    case .list(let item, let least):
      guard let items = node.items, items.count >= least else { return fails(shape.title, node) }
      return items.filter { !holds($0, item) }.isEmpty
    case .tuple(let shapes, _):
      var copy = self
      let items = node.items ?? []
      let fits = items.count == shapes.count && zip(items, shapes).allSatisfy { copy.holds($0, $1) }
      return fits || fails(shape.title, node)
    case .object, .variants: return true
    case .map(let value, let least): return holds(node, mapOf: value, least: least)
    case .either(let shapes): return holds(node, oneOf: shapes)
    case .nothing: return node.isNull || fails(shape.title, node)
    case .anything: return true
    }
  }

  private mutating func holds(_ node: YAMLNode, mapOf value: ValueShape, least: Int) -> Bool {
    guard let members = node.members, members.count >= least else {
      return fails(ValueShape.map(of: value).title, node)
    }
    // Whoever reads it leaves out what is reported here, and takes the rest.
    for member in members where isKey(member.key) { _ = holds(member.value, value) }
    return true
  }

  /// Whether a value has one of the shapes; reports by the one that it looks most like.
  private mutating func holds(_ node: YAMLNode, oneOf shapes: [ValueShape]) -> Bool {
    let fits = shapes.contains { shape in
      var copy = self
      return copy.holds(node, shape) && copy.faults.count == faults.count
    }
    if fits { return true }
    let map = shapes.first { if case .map = $0 { node.members != nil } else { false } }
    return (map ?? shapes.last).map { holds(node, $0) } ?? true
  }

  private mutating func holds(_ node: YAMLNode, _ words: [String]) -> Bool {
    guard let text = node.text else { return fails(ValueShape.text.title, node) }
    guard !words.contains(text) else { return true }
    unknownWord(text, at: node.location, known: words)
    return false
  }

  private mutating func holds(_ node: YAMLNode, _ form: TextForm) -> Bool {
    guard let text = node.text, !form.words.isEmpty else {
      if node.text.map(form.accepts) == true { return true }
      expected(form.meaning, at: node, asking: node.text.map(form.question))
      return false
    }
    guard !form.accepts(text) else { return true }
    unknownWord(text, at: node.location, known: form.words)
    return false
  }

  /// Whether a key is a text; reports it when it is not.
  mutating func isKey(_ key: YAMLNode) -> Bool {
    key.text != nil || fails(Wording("a key that is a text", zh: "文本形式的键"), key)
  }

  private mutating func fails(_ what: Wording, _ node: YAMLNode) -> Bool {
    expected(what, at: node)
    return false
  }
}

extension FaultLog {
  mutating func missing(_ key: String, at location: SourceLocation) {
    report("D01", at: location, Wording("the key '\(key)' is missing", zh: "缺少键“\(key)”"))
  }

  mutating func unknownKey(_ name: String, at location: SourceLocation, known: [String]) {
    let question = Suggestion.question(for: name, in: known)
    report(
      "D01", at: location,
      Wording("unknown key '\(name)'\(question.english)", zh: "未知的键“\(name)”\(question.chinese)"),
      help: Wording(
        "known keys: \(known.joined(separator: ", "))", zh: "可用的键：\(known.joined(separator: "、"))"))
  }

  mutating func unknownWord(
    _ word: String, at location: SourceLocation, known: [String], subject: String? = nil
  ) {
    let question = Suggestion.question(for: word, in: known)
    report(
      "D01", at: location,
      Wording("unknown value '\(word)'\(question.english)", zh: "未知的值“\(word)”\(question.chinese)"),
      help: Wording(
        "known values: \(known.joined(separator: ", "))", zh: "可用的值：\(known.joined(separator: "、"))"
      ), subject: subject)
  }

  mutating func expected(_ what: Wording, at node: YAMLNode, asking question: Wording? = nil) {
    report(
      "D01", at: node.location,
      Wording(
        "expected \(what.english), found \(node.typeName.english)\(question?.english ?? "")",
        zh: "应为\(what.chinese)，实际为\(node.typeName.chinese)\(question?.chinese ?? "")"))
  }
}
