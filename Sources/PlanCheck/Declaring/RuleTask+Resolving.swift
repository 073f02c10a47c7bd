internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// Turns a declaration of the manifest into a task, or says what is wrong with it.
struct TaskBuilder {
  let plan: Plan
  /// The plan as it was in an earlier state.
  let earlier: Plan?
  /// Whether the documents' texts are at hand; rules that read them are off without.
  let hasDocuments: Bool
  private(set) var faults: [PlanFault] = []

  init(plan: Plan, earlier: Plan? = nil, hasDocuments: Bool = false) {
    self.plan = plan
    self.earlier = earlier
    self.hasDocuments = hasDocuments
  }

  mutating func task(for declaration: RuleDeclaration) -> (any Rule.Type, RuleTask)? {
    guard let type = RuleRegistry.rule(declaration.rule) else {
      let names = RuleRegistry.all.flatMap { [$0.description.code, $0.description.name] }
      let question = Suggestion.question(for: declaration.rule, in: names)
      report(
        declaration.nameLocation,
        Wording(
          "unknown rule '\(declaration.rule)'\(question.english)",
          zh: "没有规则“\(declaration.rule)”\(question.chinese)"),
        help: Wording("'gxq-map rules' lists them", zh: "用 gxq-map rules 查看"))
      return nil
    }
    let description = type.description
    var settings = RuleSettings(description, tolerance: plan.manifest.tolerance)
    for (key, value) in declaration.parameters.sorted(by: { $0.key < $1.key })
    where !Self.commonKeys(of: description).contains(key) {
      guard let parameter = description.parameters.first(where: { $0.name == key }) else {
        reportUnknown(key, value, description)
        continue
      }
      settings.given.insert(key)
      read(value, as: parameter, into: &settings)
    }
    let key = description.featuresKey
    let on = features(key, of: declaration, isNeeded: description.needsFeatures) ?? plan.features
    let with =
      description.takesPartner
      ? features("with", of: declaration, isNeeded: description.needsPartner) ?? [] : []
    let task = RuleTask(
      description: description, severity: severity(of: declaration, description),
      isOff: declaration.parameters["severity"]?.texts == [Self.off]
        || description.needsDocuments && !hasDocuments,
      features: narrowed(on, by: "where", of: declaration),
      partners: narrowed(with, by: "with_where", of: declaration),
      on: declaration.parameters[key]?.texts ?? [],
      with: description.takesPartner ? declaration.parameters["with"]?.texts ?? [] : [],
      earlierFeatures: earlier.map { features(key, of: declaration, in: $0) }, settings: settings,
      location: declaration.location)
    // Held against less than was meant, every feature would look at fault.
    return namesItsPartners(declaration, description) ? (type, task) : nil
  }

  /// Whether everything that a declaration holds its features against is there.
  private func namesItsPartners(
    _ declaration: RuleDeclaration, _ description: RuleDescription
  ) -> Bool {
    let partners = declaration.reference("with")
    let others = description.parameters.filter { $0.type == .reference }
      .compactMap { declaration.reference($0.name) }
    return (partners?.names.isEmpty == false || !description.needsPartner)
      && (others + [partners].compactMap { $0 }).flatMap(\.names).allSatisfy(plan.canResolve)
  }

  /// The severity of a rule that is not to run.
  static let off = "off"

  /// What every declaration may say.
  static func commonKeys(of description: RuleDescription) -> [String] {
    [description.featuresKey, "where"] + (description.takesPartner ? ["with", "with_where"] : [])
      + ["severity"]
  }

  private mutating func reportUnknown(
    _ key: String, _ value: RuleDeclaration.Parameter, _ description: RuleDescription
  ) {
    let common = Self.commonKeys(of: description)
    let known = common + description.parameters.map(\.name).filter { !common.contains($0) }.sorted()
    let question = Suggestion.question(for: key, in: known)
    let across = key == "with" ? Self.acrossLayers[description.code] : nil
    report(
      value.keyLocation,
      Wording(
        "rule \(description.code) takes no '\(key)'\(question.english)",
        zh: "规则 \(description.code) 没有参数“\(key)”\(question.chinese)"),
      help: across.map {
        Wording("rule \($0) holds one layer against another", zh: "两个图层之间用规则 \($0)")
      }
        ?? Wording(
          "it takes \(known.joined(separator: ", "))", zh: "可用参数：\(known.joined(separator: "、"))"))
  }

  /// The rules on two layers that mean what a rule on one does.
  private static let acrossLayers = ["A01": "A07", "L01": "L02", "L03": "L04", "L05": "L06"]

  /// Reads one setting; only references, texts and mappings may be more than one value.
  private mutating func read(
    _ value: RuleDeclaration.Parameter, as parameter: RuleParameter,
    into settings: inout RuleSettings
  ) {
    let key = parameter.name
    let text = value.texts.joined(separator: ", ")
    let isMapping = !value.members.isEmpty
    switch parameter.type {
    case .quantity(let dimension):
      if let quantity = Quantity(text), quantity.dimension == dimension {
        settings.quantities[key] = quantity.value
        if key == RuleParameter.tolerance.name { hold(quantity, againstThePlanAt: value.location) }
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .count:
      if let count = Int(text) {
        settings.counts[key] = count
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .number:
      if let number = Double(text), number.isFinite {
        settings.numbers[key] = number
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .word(let known):
      if known.contains(text) {
        settings.texts[key] = [text]
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .text:
      if value.texts.count == 1 {
        settings.texts[key] = value.texts
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .texts:
      if isMapping {
        malformed(key, value, parameter.form(found: text))
      } else {
        settings.texts[key] = value.texts
      }
    case .mapping:
      if isMapping {
        settings.mappings[key] = value.members
      } else {
        malformed(key, value, parameter.form(found: text))
      }
    case .reference:
      settings.references[key] = checked(
        Reference(names: value.texts, location: value.location))
    }
  }

  /// The features that a filter of the declaration lets pass.
  private mutating func narrowed(
    _ features: [PlanFeature], by key: String, of declaration: RuleDeclaration
  ) -> [PlanFeature] {
    guard let value = declaration.parameters[key] else { return features }
    guard !value.members.isEmpty else {
      malformed(
        key, value,
        SettingForm(
          Wording("expected a mapping, such as '{class: [a, b]}'", zh: "应为映射，例如“{class: [a, b]}”")))
      return features
    }
    let known = Set(
      features.flatMap { feature in
        feature.kind.keys.map(\.rawValue) + feature.properties.map(\.key)
      })
    for member in value.members where !known.contains(member.key) {
      let question = Suggestion.question(for: member.key, in: known)
      report(
        member.keyLocation,
        Wording(
          "no feature of the rule has a property '\(member.key)'\(question.english)",
          zh: "该规则的要素没有属性“\(member.key)”\(question.chinese)"))
    }
    let kept = features.filter(FeatureFilter(of: value.members).matches)
    if kept.isEmpty, !features.isEmpty {
      report(
        value.location,
        Wording(
          "rule \(declaration.rule) looks at nothing: '\(key)' lets no feature pass",
          zh: "规则 \(declaration.rule) 没有检查任何要素：“\(key)”排除了全部要素"),
        help: Wording("correct the condition, or drop the rule", zh: "更正条件，或删去该规则"))
    }
    return kept
  }

  private mutating func severity(
    of declaration: RuleDeclaration, _ description: RuleDescription
  ) -> Severity {
    guard let value = declaration.parameters["severity"], let text = value.texts.first else {
      return description.severity
    }
    if let severity = Severity(rawValue: text) { return severity }
    if text == Self.off { return description.severity }
    malformed(
      "severity", value,
      SettingForm(oneOf: ["error", "warning", "info", Self.off], found: text))
    return description.severity
  }

  private mutating func features(
    _ key: String, of declaration: RuleDeclaration, isNeeded: Bool
  ) -> [PlanFeature]? {
    guard let reference = declaration.reference(key), !reference.names.isEmpty else {
      if let empty = declaration.reference(key) {
        report(
          empty.location,
          Wording(
            "'\(key)' of rule \(declaration.rule) is empty",
            zh: "规则 \(declaration.rule) 的“\(key)”为空"),
          help: Wording("name a layer, an id or a name", zh: "写明图层、标识或名称"))
        return []
      }
      if isNeeded {
        report(
          declaration.location,
          Wording(
            "rule \(declaration.rule) needs '\(key)'", zh: "规则 \(declaration.rule) 需要“\(key)”"),
          help: Wording("name a layer, an id or a name", zh: "写明图层、标识或名称"))
      }
      return isNeeded ? [] : nil
    }
    return plan.features(checked(reference))
  }

  /// Reports a tolerance in which the whole plan would be one place.
  private mutating func hold(_ tolerance: Quantity, againstThePlanAt location: SourceLocation) {
    let boxes = plan.features.compactMap { $0.plane?.bounds }
    guard let first = boxes.first else { return }
    let all = boxes.dropFirst().reduce(first) { $0.union($1) }
    let extent = Measure(all.minimum.distance(to: all.maximum), .metres)
    guard extent.value > 0, tolerance.value >= extent.value else { return }
    report(
      location,
      Wording(
        "the tolerance '\(tolerance.text)' is larger than the plan, which is \(extent.text) across",
        zh: "容差“\(tolerance.text)”大于整个规划的范围（对角 \(extent.text)）"),
      help: Wording("a tolerance is a few millimetres", zh: "容差通常为几毫米"))
  }

  /// The features that the declaration would have been on in another state of the plan.
  private func features(
    _ key: String, of declaration: RuleDeclaration, in other: Plan
  ) -> [PlanFeature] {
    let all = declaration.reference(key).map(other.features) ?? other.features
    let members = declaration.parameters["where"]?.members ?? []
    return all.filter(FeatureFilter(of: members).matches)
  }

  private mutating func checked(_ reference: Reference) -> Reference {
    for name in reference.names where !plan.canResolve(name) {
      let question = Suggestion.question(for: name, in: plan.referableNames)
      report(
        reference.location,
        Wording(
          "no layer, id or name '\(name)' in the plan\(question.english)",
          zh: "规划中没有名为“\(name)”的图层、标识或名称\(question.chinese)"))
    }
    return reference
  }

  private mutating func malformed(
    _ key: String, _ value: RuleDeclaration.Parameter, _ form: SettingForm
  ) {
    let text =
      value.members.isEmpty
      ? value.texts.joined(separator: ", ")
      : "{" + value.members.map { "\($0.key): …" }.joined(separator: ", ") + "}"
    report(
      value.location,
      Wording(
        "'\(key)' is '\(text)'; \(form.expected.english)",
        zh: "“\(key)”为“\(text)”，\(form.expected.chinese)"), help: form.help)
  }

  private mutating func report(
    _ location: SourceLocation, _ message: Wording, help: Wording? = nil
  ) {
    // What cannot be read as meant would otherwise leave a rule out without a word.
    faults.append(
      PlanFault(code: "D11", location: location, message: message, help: help, severity: .error))
  }
}

extension FeatureFilter {
  /// The filter that a mapping of a declaration means.
  fileprivate init(of members: [RuleDeclaration.Member]) {
    self.init(Dictionary(members.map { ($0.key, $0.texts) }, uniquingKeysWith: { $0 + $1 }))
  }
}
