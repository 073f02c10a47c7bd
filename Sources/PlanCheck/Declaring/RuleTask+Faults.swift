internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages

extension RuleTask {
  /// Something wrong with the declaration, at the declaration or at one of its members.
  func fault(
    _ message: Wording, at place: RuleDeclaration.Member? = nil, help: Wording? = nil
  ) -> PlanFault {
    fault(message, at: place?.location ?? location, help: help)
  }

  private func fault(
    _ message: Wording, at location: SourceLocation, help: Wording? = nil
  ) -> PlanFault {
    PlanFault(
      code: RuleHealth.description.code, location: location, message: message, help: help)
  }

  /// A setting without which the rule has nothing to look at.
  func missing(_ setting: String, example: String) -> PlanFault {
    let code = description.code
    return fault(
      Wording("rule \(code) needs '\(setting)'", zh: "规则 \(code) 需要“\(setting)”"),
      help: Wording("write '\(setting): \(example)'", zh: "写作 \(setting): \(example)"))
  }

  /// A member of a mapping whose value is not what its setting takes.
  func malformed(
    _ member: RuleDeclaration.Member, of setting: String, expected: String
  ) -> PlanFault {
    let text = member.texts.joined(separator: ", ")
    return fault(
      Wording(
        "'\(member.key)' of '\(setting)' is '\(text)'; expected the form of '\(expected)'",
        zh: "“\(setting)”的“\(member.key)”为“\(text)”，应形如“\(expected)”"), at: member)
  }

  /// The keys of a mapping that no feature of the declaration has.
  func unknownKeys(in setting: String) -> [PlanFault] {
    unknownKeys(members(setting).map { ($0.key, $0) })
  }

  /// Names of properties that no feature of the declaration has, each with its place.
  ///
  /// - Parameter onlyWithSuggestion: Whether only those count that look like one that features have.
  func unknownKeys(
    _ names: [(key: String, place: RuleDeclaration.Member?)], onlyWithSuggestion: Bool = false
  ) -> [PlanFault] {
    guard !names.isEmpty, !features.isEmpty else { return [] }
    let known = Set(
      features.flatMap { feature in
        feature.kind.keys.map(\.rawValue) + feature.properties.map(\.key)
      })
    return names.filter { !known.contains($0.key) }.compactMap { key, place in
      let question = Suggestion.question(for: key, in: known)
      guard !onlyWithSuggestion || !question.english.isEmpty else { return nil }
      return fault(
        Wording(
          "no feature of the rule has a property '\(key)'\(question.english)",
          zh: "该规则的要素没有属性“\(key)”\(question.chinese)"),
        at: (place?.key == key ? place?.keyLocation : place?.location) ?? location)
    }
  }
}
