internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// What a declaration of D01 asks of the properties of features.
struct AttributeSchema {
  /// Something wrong with one property of a feature.
  struct Fault {
    let message: Wording
    let location: SourceLocation
    var help: Wording?
    var measure: Measure?
  }

  private let required: [String]
  private let isClosed: Bool
  private var types: [String: AttributeType] = [:]
  private var values: [String: [String]] = [:]
  private var patterns: [String: (text: String, regex: Regex<AnyRegexOutput>)] = [:]
  private var minima: [String: (text: String, amount: Amount)] = [:]
  private var maxima: [String: (text: String, amount: Amount)] = [:]
  private var lengths: [String: Int] = [:]
  private let known: Set<String>

  init(_ task: RuleTask) {
    required = task.texts("require")
    isClosed = task.word("others") == "forbidden"
    for member in task.members("types") {
      types[member.key] = member.texts.first.flatMap(AttributeType.init)
    }
    for member in task.members("values") { values[member.key] = member.texts }
    for member in task.members("pattern") {
      guard let text = member.texts.first, let regex = try? Regex(text) else { continue }
      patterns[member.key] = (text, regex)
    }
    minima = Self.amounts("min", of: task)
    maxima = Self.amounts("max", of: task)
    for member in task.members("max_length") {
      lengths[member.key] = member.texts.first.flatMap { Int($0) }
    }
    let mapped = Self.mappings.flatMap { task.members($0).map(\.key) }
    known = Set(required + task.texts("optional") + mapped)
  }

  private static let mappings = ["types", "values", "pattern", "min", "max", "max_length"]

  private static func amounts(
    _ setting: String, of task: RuleTask
  ) -> [String: (text: String, amount: Amount)] {
    var result: [String: (text: String, amount: Amount)] = [:]
    for member in task.members(setting) {
      if let text = member.texts.first, let amount = Amount(text) {
        result[member.key] = (text, amount)
      }
    }
    return result
  }

  /// What is wrong with the declaration itself.
  static func faults(of task: RuleTask) -> [PlanFault] {
    var faults: [PlanFault] = []
    for member in task.members("types")
    where member.texts.first.flatMap(AttributeType.init) == nil || member.texts.count != 1 {
      let text = member.texts.joined(separator: ", ")
      let question = Suggestion.question(for: text, in: AttributeType.names)
      faults.append(
        task.fault(
          Wording(
            "'\(text)' is no type of a property\(question.english)",
            zh: "没有属性类型“\(text)”\(question.chinese)"), at: member,
          help: Wording(
            "known types: \(AttributeType.names.joined(separator: ", "))",
            zh: "可用的类型：\(AttributeType.names.joined(separator: "、"))")))
    }
    for member in task.members("pattern")
    where member.texts.count != 1 || (try? Regex(member.texts[0])) == nil {
      faults.append(task.malformed(member, of: "pattern", expected: "[0-9]{6}"))
    }
    for setting in ["min", "max"] {
      for member in task.members(setting)
      where member.texts.count != 1 || Amount(member.texts[0]) == nil {
        faults.append(task.malformed(member, of: setting, expected: "3.5"))
      }
    }
    for member in task.members("max_length")
    where member.texts.count != 1 || Int(member.texts[0]).map({ $0 < 1 }) ?? true {
      faults.append(task.malformed(member, of: "max_length", expected: "20"))
    }
    // A property that no feature has may just be rare, unless they have one that is nearly it.
    return faults
      + task.unknownKeys(
        mappings.flatMap { setting in task.members(setting).map { ($0.key, $0) } },
        onlyWithSuggestion: true)
  }

  /// What is wrong with a feature, in the order of its properties, missing ones first.
  func faults(of feature: PlanFeature) -> [Fault] {
    required.compactMap { missing($0, in: feature) }
      + feature.properties.flatMap { member -> [Fault] in
        let place = { feature.location(of: member.key) }
        guard known.contains(member.key) else {
          return isUnknown(member.key, in: feature) ? [unknown(member.key, in: feature)] : []
        }
        guard !member.value.isBlank else { return [] }
        if let type = types[member.key], !type.matches(member.value) {
          return [
            Fault(
              message: sentence(
                member.key, member.value, feature, "is not \(type.title.english)",
                "应为\(type.title.chinese)"), location: place())
          ]
        }
        return forms(of: member, in: feature).map { fault in
          Fault(
            message: fault.message, location: place(), help: fault.help, measure: fault.measure)
        }
      }
  }

  private func missing(_ key: String, in feature: PlanFeature) -> Fault? {
    let value = feature.properties.value(of: key)
    // The id stands beside the properties as well.
    guard value?.isBlank ?? (feature.attribute(key) == nil) else { return nil }
    let phrase = feature.phrase
    let others = feature.properties.map(\.key).filter { !known.contains($0) }
    let near = value == nil ? Suggestion.nearest(to: key, in: others) : nil
    return Fault(
      message: value == nil
        ? Wording("\(phrase.english) has no '\(key)'", zh: "\(phrase.chinese)缺少“\(key)”")
        : Wording(
          "'\(key)' of \(phrase.english) is empty", zh: "\(phrase.chinese)的“\(key)”为空"),
      location: near.map { feature.keyLocation(of: $0) } ?? feature.location(of: key),
      help: near.map {
        Wording("it has '\($0)'; rename it to '\(key)'", zh: "它有“\($0)”，请改名为“\(key)”")
      })
  }

  private func isUnknown(_ key: String, in feature: PlanFeature) -> Bool {
    isClosed && FeatureKey(rawValue: key).map { !FeatureKey.common.contains($0) } ?? true
  }

  private func unknown(_ key: String, in feature: PlanFeature) -> Fault {
    let question = Suggestion.question(for: key, in: known)
    return Fault(
      message: Wording(
        "unknown key '\(key)'\(question.english)", zh: "未知的键“\(key)”\(question.chinese)"),
      location: feature.keyLocation(of: key),
      help: Wording(
        "known keys: \(known.sorted().joined(separator: ", "))",
        zh: "可用的键：\(known.sorted().joined(separator: "、"))"))
  }

  /// A value in a sentence: `'height' of feature 'a' is '101', …`.
  private func sentence(
    _ key: String, _ value: JSONValue, _ feature: PlanFeature, _ english: String, _ chinese: String
  ) -> Wording {
    let (phrase, text) = (feature.phrase, value.shown)
    return Wording(
      "'\(key)' of \(phrase.english) is '\(text)', which \(english)",
      zh: "\(phrase.chinese)的“\(key)”为“\(text)”，\(chinese)")
  }
}

extension AttributeSchema {
  /// What is wrong with a value beyond its type.
  private func forms(
    of member: JSONMember, in feature: PlanFeature
  ) -> [(message: Wording, help: Wording?, measure: Measure?)] {
    let key = member.key
    var result: [(message: Wording, help: Wording?, measure: Measure?)] = []
    func add(
      _ value: JSONValue, _ english: String, _ chinese: String, help: Wording? = nil,
      measure: Measure? = nil
    ) {
      result.append((sentence(key, value, feature, english, chinese), help, measure))
    }
    for item in member.value.items {
      if let known = values[key], !known.contains(where: item.isWritten) {
        let question = Suggestion.question(for: item.shown, in: known)
        add(
          item, "is not on its list\(question.english)", "不在可用取值之列\(question.chinese)",
          help: Wording(
            "known values: \(known.joined(separator: ", "))",
            zh: "可用的取值：\(known.joined(separator: "、"))"))
      }
      if let pattern = patterns[key], item.written.wholeMatch(of: pattern.regex) == nil {
        add(
          item, "does not have the form '\(pattern.text)'", "不符合格式“\(pattern.text)”")
      }
      if let limit = lengths[key], let text = item.text, text.count > limit {
        add(
          item, "has \(text.count) characters, more than \(limit)",
          "有 \(text.count) 个字，超过 \(limit) 个",
          measure: Measure(Double(text.count), .features, limit: Double(limit)))
      }
      for (bounds, sign) in [(minima, -1.0), (maxima, 1.0)] {
        guard let bound = bounds[key] else { continue }
        guard let amount = item.amount(like: bound.amount) else {
          add(
            item, "is no number like '\(bound.text)'", "不是形如“\(bound.text)”的数")
          continue
        }
        guard (amount - bound.amount.value) * sign > 0 else { continue }
        add(
          item, sign > 0 ? "is more than \(bound.text)" : "is less than \(bound.text)",
          sign > 0 ? "大于 \(bound.text)" : "小于 \(bound.text)",
          measure: Measure(amount, bound.amount.unit, limit: bound.amount.value))
      }
    }
    return result
  }
}

extension Amount {
  /// The unit of a measure of such an amount.
  var unit: Measure.Unit {
    switch dimension {
    case .length: .metres
    case .area: .squareMetres
    case .angle: .degrees
    case .share, nil: .features
    }
  }
}

extension JSONValue {
  /// Whether the value says nothing: null, or a text of white space.
  var isBlank: Bool { isNull || text.map { $0.allSatisfy(\.isWhitespace) } ?? false }

  /// The elements of a list; of anything else the value itself.
  fileprivate var items: [JSONValue] { array ?? [self] }

  /// The value for a sentence, which a long text would drown.
  var shown: String {
    let text = written
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  /// The value as it is written.
  var written: String {
    switch kind {
    case .string(let text): text
    case .number(_, let literal): literal
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .array: "[…]"
    case .object: "{…}"
    }
  }

  /// Whether the value is what a declaration writes so.
  fileprivate func isWritten(_ text: String) -> Bool {
    switch kind {
    case .number(let number, let literal): literal == text || Double(text) == number
    default: written == text
    }
  }

  /// The value in base units, if it is of the same dimension as another.
  fileprivate func amount(like other: Amount) -> Double? {
    switch kind {
    case .number(let number, _): other.dimension == nil && number.isFinite ? number : nil
    case .string(let text):
      Amount(text).flatMap { $0.dimension == other.dimension ? $0.value : nil }
    default: nil
    }
  }
}
