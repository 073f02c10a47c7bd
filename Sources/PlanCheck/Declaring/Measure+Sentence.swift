internal import Messages
internal import PlanFindings

extension Measure {
  /// The number and its limit in a sentence: `20.3 m² (limit 0.01 m²)`.
  var phrase: Wording {
    guard let limitText else { return Wording(text, zh: text) }
    return Wording("\(text) (limit \(limitText))", zh: "\(text)（限值 \(limitText)）")
  }
}

extension Wording {
  /// Several phrases in one: `a, b and c`.
  static func list(_ items: [Wording]) -> Wording {
    guard let last = items.last, items.count > 1 else {
      return items.first ?? Wording("nothing", zh: "无")
    }
    return Wording(
      items.dropLast().map(\.english).joined(separator: ", ") + " and " + last.english,
      zh: items.map(\.chinese).joined(separator: "、"))
  }
}
