internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// Turns a declaration of the manifest into a task, or says what is wrong with it.
struct TaskBuilder {
  let plan: Plan
  private(set) var faults: [PlanFault] = []

  init(plan: Plan) { self.plan = plan }

  mutating func task(for declaration: RuleDeclaration) -> (any Rule.Type, RuleTask)? {
    guard let type = RuleRegistry.rule(declaration.rule) else {
      let names = RuleRegistry.all.flatMap { [$0.description.code, $0.description.name] }
      let question = Suggestion.question(for: declaration.rule, in: names)
      report(
        declaration.location,
        Wording(
          "unknown rule '\(declaration.rule)'\(question.english)",
          zh: "没有规则“\(declaration.rule)”\(question.chinese)"),
        help: Wording("'gxq-map rules' lists them", zh: "用 gxq-map rules 查看"))
      return nil
    }
    let description = type.description
    let parameters = Dictionary(
      description.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var quantities: [String: Double] = [:]
    var counts: [String: Int] = [:]
    var words: [String: String] = [:]
    var references: [String: Reference] = [:]
    for parameter in description.parameters {
      guard let text = parameter.fallback else { continue }
      switch parameter.type {
      case .quantity: quantities[parameter.name] = Quantity(text)?.value
      case .count: counts[parameter.name] = Int(text)
      case .word: words[parameter.name] = text
      case .reference: break
      }
    }
    // The plan's own tolerance stands in for the rule's default.
    if parameters["tolerance"] != nil { quantities["tolerance"] = plan.manifest.tolerance }

    for (key, value) in declaration.parameters.sorted(by: { $0.key < $1.key }) {
      if ["on", "with", "severity"].contains(key) { continue }
      guard let parameter = parameters[key] else {
        let known = ["on", "with", "severity"] + parameters.keys.sorted()
        let question = Suggestion.question(for: key, in: known)
        report(
          value.location,
          Wording(
            "rule \(description.code) takes no '\(key)'\(question.english)",
            zh: "规则 \(description.code) 没有参数“\(key)”\(question.chinese)"),
          help: Wording(
            "it takes \(known.joined(separator: ", "))", zh: "可用参数：\(known.joined(separator: "、"))")
        )
        continue
      }
      // Only a reference may be a list.
      let text = value.texts.joined(separator: ", ")
      switch parameter.type {
      case .quantity(let dimension):
        if let quantity = Quantity(text), quantity.dimension == dimension {
          quantities[key] = quantity.value
        } else {
          malformed(key, text, value, expected: "\(parameter.fallback ?? dimension.rawValue)")
        }
      case .count:
        if let count = Int(text) {
          counts[key] = count
        } else {
          malformed(key, text, value, expected: "1")
        }
      case .word(let known):
        if known.contains(text) {
          words[key] = text
        } else {
          malformed(key, text, value, expected: known.joined(separator: " | "))
        }
      case .reference:
        references[key] = checked(Reference(names: value.texts, location: value.location))
      }
    }
    return (
      type,
      RuleTask(
        description: description, severity: severity(of: declaration, description),
        features: features("on", of: declaration, isNeeded: description.needsFeatures)
          ?? plan.features,
        partners: features("with", of: declaration, isNeeded: description.needsPartner) ?? [],
        on: declaration.parameters["on"]?.texts ?? [],
        with: declaration.parameters["with"]?.texts ?? [], quantities: quantities, counts: counts,
        words: words, references: references)
    )
  }

  private mutating func severity(
    of declaration: RuleDeclaration, _ description: RuleDescription
  ) -> Severity {
    guard let value = declaration.parameters["severity"], let text = value.texts.first else {
      return description.severity
    }
    if let severity = Severity(rawValue: text) { return severity }
    malformed("severity", text, value, expected: "error | warning | info")
    return description.severity
  }

  private mutating func features(
    _ key: String, of declaration: RuleDeclaration, isNeeded: Bool
  ) -> [PlanFeature]? {
    guard let reference = declaration.reference(key) else {
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
    _ key: String, _ text: String, _ value: RuleDeclaration.Parameter, expected: String
  ) {
    report(
      value.location,
      Wording(
        "'\(key)' is '\(text)'; expected the form of '\(expected)'",
        zh: "“\(key)”为“\(text)”，应形如“\(expected)”"))
  }

  private mutating func report(
    _ location: SourceLocation, _ message: Wording, help: Wording? = nil
  ) {
    faults.append(PlanFault(code: "D11", location: location, message: message, help: help))
  }
}
