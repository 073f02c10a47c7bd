internal import GeoJSONCoding
internal import Messages

/// A mapping whose keys have been held against the known ones.
struct YAMLMapping {
  let node: YAMLNode
  /// The members in file order, for mappings whose keys are data.
  fileprivate(set) var all: [(key: String, value: YAMLNode)] = []

  fileprivate init(node: YAMLNode) { self.node = node }

  /// The value of a key; `nil` when it is empty.
  subscript(_ key: String) -> YAMLNode? {
    all.first { $0.key == key }.flatMap { $0.value.isNull ? nil : $0.value }
  }
}

extension FaultLog {
  /// Reads a mapping and reports keys that are none of the known ones.
  ///
  /// - Parameter known: The keys it may have; `nil` when keys are data.
  mutating func mapping(_ node: YAMLNode, known: [String]?) -> YAMLMapping? {
    guard let members = node.members else {
      expected(Wording("a mapping", zh: "映射"), at: node)
      return nil
    }
    var result = YAMLMapping(node: node)
    for (key, value) in members {
      guard let name = key.text else {
        expected(Wording("a key that is a text", zh: "文本形式的键"), at: key)
        continue
      }
      if let known, !known.contains(name) {
        let question = Suggestion.question(for: name, in: known)
        report(
          "D01", at: key.location,
          Wording(
            "unknown key '\(name)'\(question.english)", zh: "未知的键“\(name)”\(question.chinese)"),
          help: Wording(
            "known keys: \(known.joined(separator: ", "))",
            zh: "可用的键：\(known.joined(separator: "、"))"))
        continue
      }
      result.all.append((name, value))
    }
    return result
  }

  /// Reads a list of mappings under a key; absent is empty.
  mutating func list(_ key: String, of mapping: YAMLMapping) -> [YAMLNode] {
    guard let node = mapping[key] else { return [] }
    guard let items = node.items else {
      expected(Wording("a list", zh: "列表"), at: node)
      return []
    }
    return items
  }

  /// The value under a key, reporting one that is missing or empty.
  mutating func required(_ key: String, of mapping: YAMLMapping) -> YAMLNode? {
    if let node = mapping[key] { return node }
    report(
      "D01", at: mapping.node.location,
      Wording("the key '\(key)' is missing", zh: "缺少键“\(key)”"))
    return nil
  }

  /// Reads the text under a key, reporting one that is missing.
  mutating func requiredText(_ key: String, of mapping: YAMLMapping) -> String? {
    required(key, of: mapping).flatMap { text($0) }
  }

  /// Reads the word under a key, reporting one that is missing.
  mutating func requiredWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, of mapping: YAMLMapping, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    required(key, of: mapping).flatMap { word($0, as: type) }
  }

  /// Reads a text, reporting anything else.
  mutating func text(_ node: YAMLNode) -> String? {
    if let text = node.text { return text }
    expected(Wording("a text", zh: "文本"), at: node)
    return nil
  }

  /// Reads the text under a key if it is there.
  mutating func optionalText(_ key: String, of mapping: YAMLMapping) -> String? {
    mapping[key].flatMap { text($0) }
  }

  /// Reads one text or a list of texts.
  mutating func texts(_ node: YAMLNode) -> [String]? {
    if let text = node.text { return [text] }
    guard let items = node.items else {
      expected(Wording("a text or a list of texts", zh: "文本或文本列表"), at: node)
      return nil
    }
    return items.compactMap { text($0) }
  }

  /// Reads a word that must be one of a set.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: YAMLNode, as type: Word.Type)
    -> Word? where Word.RawValue == String
  {
    guard let text = text(node) else { return nil }
    if let word = Word(rawValue: text) { return word }
    unknownWord(text, at: node.location, known: Word.allCases.map(\.rawValue))
    return nil
  }

  /// Reads a whole number.
  mutating func integer(_ node: YAMLNode) -> Int? {
    if let text = node.text, let number = Int(text) { return number }
    expected(Wording("a whole number", zh: "整数"), at: node)
    return nil
  }

  /// Reads a yes or no.
  mutating func flag(_ node: YAMLNode) -> Bool? {
    if let text = node.text, text == "true" || text == "false" { return text == "true" }
    expected(Wording("true or false", zh: "true 或 false"), at: node)
    return nil
  }

  /// Reads a whole number that lies in a range.
  mutating func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    if let text = node.text, let number = Int(text), range.contains(number) { return number }
    expected(
      Wording(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数"), at: node)
    return nil
  }

  /// Reads a number with a unit.
  mutating func quantity(_ node: YAMLNode, _ dimension: Quantity.Dimension) -> Quantity? {
    if let text = node.text, let quantity = Quantity(text), quantity.dimension == dimension {
      return quantity
    }
    let example =
      switch dimension {
      case .length: "300 m"
      case .area: "0.5 km2"
      case .angle: "45 deg"
      case .share: "80 %"
      }
    expected(
      Wording(
        "\(dimension.rawValue) with its unit, such as '\(example)'", zh: "带单位的数值，例如“\(example)”"),
      at: node)
    return nil
  }

  /// Reads a date that may be partial.
  mutating func date(_ node: YAMLNode) -> PartialDate? {
    if let text = node.text, let date = PartialDate(text) { return date }
    expected(
      Wording(
        "a date such as '2018', '2018-10' or '2018-10-02'", zh: "日期，例如“2018”“2018-10”“2018-10-02”"),
      at: node)
    return nil
  }

  /// Reads a whole date.
  mutating func day(_ node: YAMLNode) -> CalendarDay? {
    if let text = node.text, let day = CalendarDay(text) { return day }
    expected(Wording("a day such as '2018-10-02'", zh: "日期，例如“2018-10-02”"), at: node)
    return nil
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
