internal import GeoJSONCoding
internal import Messages

/// Reads a feature's properties by the schema of its kind.
struct PropertyReader {
  let source: SourceText
  let kind: FeatureKind
  let id: String
  var log: FaultLog

  mutating func values(of members: [JSONMember]) -> [FeatureKey: FeatureValue] {
    guard !kind.isOpen else { return openValues(of: members) }
    let allowed = kind.keys
    var result: [FeatureKey: FeatureValue] = [:]
    for member in members {
      // GIS programs give every feature every column of the file; null says nothing.
      if member.value.isNull, FeatureKey(rawValue: member.key) != nil { continue }
      guard let key = FeatureKey(rawValue: member.key), allowed.contains(key) else {
        reportUnknown(member, allowed: allowed)
        continue
      }
      if let value = value(of: member.value, key: key) { result[key] = value }
    }
    return result
  }

  /// The values that the schema understands; the others mean whatever the file's owner says, and nobody is
  /// told of them.
  private mutating func openValues(of members: [JSONMember]) -> [FeatureKey: FeatureValue] {
    var result: [FeatureKey: FeatureValue] = [:]
    for member in members {
      guard let key = FeatureKey(named: member.key) else { continue }
      if let value = value(of: member.value, key: key) { result[key] = value }
    }
    return result
  }

  private mutating func value(of json: JSONValue, key: FeatureKey) -> FeatureValue? {
    let type = kind.valueType(of: key)
    switch (type, json.kind) {
    case (.text, .string(let text)), (.reference, .string(let text)): return .text(text)
    case (.month, .string(let text)):
      if PartialDate(text) != nil { return .text(text) }
    case (.date, .string(let text)):
      if CalendarDay(text) != nil { return .text(text) }
    case (.word(let words), .string(let text)):
      if words.contains(text) { return .text(text) }
      guard !kind.isOpen else { return nil }
      log.unknownWord(text, at: source.location(at: json.offset), known: words, subject: id)
      return nil
    case (.texts, .array(let items)):
      let texts = items.compactMap(\.text)
      if texts.count == items.count { return .texts(texts) }
    // GIS programs flatten a list of one.
    case (.texts, .string(let text)): return .texts([text])
    case (.number, .number(let number, _)): return .number(number)
    case (.flag, .bool(let flag)): return .flag(flag)
    // GIS programs know no booleans.
    case (.flag, .number(let number, _)) where number == 0 || number == 1:
      return .flag(number == 1)
    default: break
    }
    guard !kind.isOpen else { return nil }
    log.report(
      "D01", at: source.location(at: json.offset),
      Wording(
        "'\(key.rawValue)' of '\(id)' takes \(type.title.english)",
        zh: "“\(id)”的“\(key.rawValue)”应为\(type.title.chinese)"), subject: id)
    return nil
  }

  private mutating func reportUnknown(_ member: JSONMember, allowed: Set<FeatureKey>) {
    let names = allowed.map(\.rawValue).sorted()
    let location = source.location(at: member.keyOffset)
    if FeatureKey(rawValue: member.key) != nil {
      log.report(
        "D01", at: location,
        Wording(
          "kind '\(kind.rawValue)' has no key '\(member.key)' ('\(id)')",
          zh: "\(kind.title.chinese)不带“\(member.key)”（“\(id)”）"),
        help: Wording(
          "known keys: \(names.joined(separator: ", "))", zh: "可用的键：\(names.joined(separator: "、"))"
        ),
        subject: id)
      return
    }
    let question = Suggestion.question(for: member.key, in: names)
    log.report(
      "D01", at: location,
      Wording(
        "unknown key '\(member.key)'\(question.english)",
        zh: "未知的键“\(member.key)”\(question.chinese)"),
      help: Wording(
        "known keys: \(names.joined(separator: ", "))", zh: "可用的键：\(names.joined(separator: "、"))"),
      subject: id)
  }
}

extension FeatureKey.ValueType {
  fileprivate var title: Wording {
    switch self {
    case .text: Wording("a text", zh: "文本")
    case .texts: Wording("a list of texts", zh: "文本列表")
    case .number: Wording("a number", zh: "数字")
    case .flag: Wording("true or false", zh: "true 或 false")
    case .word(let words):
      Wording("one of \(words.joined(separator: ", "))", zh: words.joined(separator: "、") + "之一")
    case .reference: Wording("the id of a feature", zh: "要素标识")
    case .date: Wording("a day such as '2018-10-02'", zh: "日期，例如“2018-10-02”")
    case .month: Wording("a month such as '2018-10'", zh: "年月，例如“2018-10”")
    }
  }
}
