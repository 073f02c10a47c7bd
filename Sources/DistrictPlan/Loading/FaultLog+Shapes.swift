internal import FileShapes
internal import GeoJSONCoding
internal import Messages

extension FaultLog {
  /// Whether a value has a shape; reports it when it has not.
  ///
  /// Of objects and their lists only the outside is looked at: whoever reads them holds them against
  /// their own shape.
  mutating func holds(_ node: YAMLNode, _ shape: ValueShape) -> Bool {
    switch shape {
    case .text: return node.text != nil || fails(Wording("a text", zh: "文本"), node)
    case .texts(let least): return holdsAll(node, .text, least: least, Self.texts)
    case .word(let words): return holds(node, words)
    case .words(let words): return holdsAll(node, .word(words), least: 0, Self.texts)
    case .form(let form):
      return node.text.map(form.accepts) == true || fails(form.meaning, node)
    case .integer(let range):
      return node.text.flatMap { Int($0) }.map(range.contains) == true
        || fails(Self.integer(in: range), node)
    case .number(let range):
      return node.text.flatMap { Double($0) }.map(range.contains) == true
        || fails(Wording("a number", zh: "数字"), node)
    case .flag:
      return ["true", "false"].contains(node.text)
        || fails(Wording("true or false", zh: "true 或 false"), node)
    case .list(let item, let least):
      guard let items = node.items else { return fails(Wording("a list", zh: "列表"), node) }
      guard items.count >= least else { return failsAsEmpty(node, least) }
      return items.filter { !holds($0, item) }.isEmpty
    case .tuple(let item, let count, let meaning):
      var copy = self
      let items = node.items ?? []
      guard items.count == count, items.allSatisfy({ copy.holds($0, item) }) else {
        return fails(meaning, node)
      }
      return true
    case .object, .variants: return true
    case .map(let value):
      guard let members = node.members else { return fails(Wording("a mapping", zh: "映射"), node) }
      // Whoever reads it leaves out what is reported here, and takes the rest.
      for member in members where holds(member.key, .text) { _ = holds(member.value, value) }
      return true
    case .either(let shapes):
      let fits = shapes.contains { shape in
        var copy = self
        return copy.holds(node, shape) && copy.faults.count == faults.count
      }
      return fits || shapes.last.map { holds(node, $0) } ?? true
    case .nothing: return node.isNull || fails(Wording("nothing", zh: "空值"), node)
    case .anything: return true
    }
  }

  private static let texts = Wording("a text or a list of texts", zh: "文本或文本列表")

  private mutating func holdsAll(
    _ node: YAMLNode, _ shape: ValueShape, least: Int, _ what: Wording
  ) -> Bool {
    guard let items = node.items else {
      if node.text == nil { return fails(what, node) }
      return holds(node, shape)
    }
    guard items.count >= least else { return failsAsEmpty(node, least) }
    return items.filter { !holds($0, shape) }.isEmpty
  }

  private mutating func holds(_ node: YAMLNode, _ words: [String]) -> Bool {
    guard let text = node.text else { return fails(Wording("a text", zh: "文本"), node) }
    guard !words.contains(text) else { return true }
    unknownWord(text, at: node.location, known: words)
    return false
  }

  private mutating func fails(_ what: Wording, _ node: YAMLNode) -> Bool {
    expected(what, at: node)
    return false
  }

  private mutating func failsAsEmpty(_ node: YAMLNode, _ least: Int) -> Bool {
    fails(Wording("a list of \(least) or more", zh: "至少 \(least) 项的列表"), node)
  }

  private static func integer(in range: ClosedRange<Int>) -> Wording {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == .min, high == .max { return Wording("a whole number", zh: "整数") }
    return high == .max
      ? Wording("a whole number from \(low)", zh: "不小于 \(low) 的整数")
      : Wording("a whole number from \(low) to \(high)", zh: "\(low) 至 \(high) 的整数")
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

  mutating func expected(_ what: Wording, at node: YAMLNode) {
    report(
      "D01", at: node.location,
      Wording(
        "expected \(what.english), found \(node.typeName.english)",
        zh: "应为\(what.chinese)，实际为\(node.typeName.chinese)"))
  }
}
