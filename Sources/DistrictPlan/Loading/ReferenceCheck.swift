internal import GeoJSONCoding
internal import Messages

/// Holds every reference of a plan against what is there (D03).
enum ReferenceCheck {
  static func run(on plan: Plan, log: inout FaultLog) {
    for layer in plan.layers where plan.feature(layer.id) != nil {
      log.report(
        "D02", at: layer.location,
        Wording(
          "the id '\(layer.id)' is that of a layer and of a feature", zh: "标识“\(layer.id)”既是图层又是要素"),
        help: Wording("give one of them another id", zh: "修改其中一个标识"), subject: layer.id)
    }
    for structure in plan.structures {
      for part in structure.parts { check(part.members, in: plan, log: &log) }
    }
    for claim in plan.claims {
      for reference in claim.test.references { check(reference, in: plan, log: &log) }
      switch claim.test {
      case .structureCount(let id), .structureMembers(let id, _, _, _):
        guard plan.structure(id) == nil else { continue }
        let question = Suggestion.question(for: id, in: plan.structures.map(\.id))
        log.report(
          "D03", at: claim.location,
          Wording(
            "claim '\(claim.id)' names the unknown structure '\(id)'\(question.english)",
            zh: "论断“\(claim.id)”引用了不存在的结构“\(id)”\(question.chinese)"), subject: claim.statement)
      default: break
      }
    }
    checkFeatures(of: plan, log: &log)
  }

  private static func check(_ reference: Reference, in plan: Plan, log: inout FaultLog) {
    for name in reference.names where !plan.canResolve(name) {
      if let bearers = plan.indexByName[name], bearers.count > 1 {
        let ids = bearers.map { plan.features[$0].id }.joined(separator: ", ")
        log.report(
          "D03", at: reference.location,
          Wording(
            "the name '\(name)' belongs to several features: \(ids)", zh: "名称“\(name)”对应多个要素：\(ids)"
          ),
          help: Wording("use an id", zh: "请改用标识"))
        continue
      }
      let question = Suggestion.question(for: name, in: plan.referableNames)
      log.report(
        "D03", at: reference.location,
        Wording(
          "no layer, id or name '\(name)' in the plan\(question.english)",
          zh: "规划中没有名为“\(name)”的图层、标识或名称\(question.chinese)"))
    }
  }

  private static func checkFeatures(of plan: Plan, log: inout FaultLog) {
    let statements = Set(plan.statements.map(\.id))
    let keys = FeatureKey.allCases.filter { $0.valueType == .reference }
    // Most features of large files say nothing that the schema knows but their id.
    for feature in plan.features where !feature.said.values.isEmpty {
      for key in keys {
        guard let id = feature.text(key), plan.feature(id) == nil else { continue }
        let question = Suggestion.question(for: id, in: plan.features.map(\.id))
        log.report(
          "D03", at: feature.location,
          Wording(
            "'\(key.rawValue)' of '\(feature.id)' names the unknown feature '\(id)'\(question.english)",
            zh: "“\(feature.id)”的“\(key.rawValue)”引用了不存在的要素“\(id)”\(question.chinese)"),
          subject: feature.id)
      }
      for id in feature.texts(.coordinatedWith) where plan.feature(id) == nil {
        let question = Suggestion.question(for: id, in: plan.features.map(\.id))
        log.report(
          "D03", at: feature.location(of: FeatureKey.coordinatedWith.rawValue),
          Wording(
            "'\(feature.id)' is coordinated with the unknown feature '\(id)'\(question.english)",
            zh: "“\(feature.id)”所协调的要素“\(id)”不存在\(question.chinese)"), subject: feature.id)
      }
      for id in feature.why where !statements.contains(id) && !plan.statements.isEmpty {
        log.report(
          "D03", at: feature.location,
          Wording(
            "'why' of '\(feature.id)' names the unknown statement '\(id)'",
            zh: "“\(feature.id)”的“why”引用了不存在的陈述“\(id)”"), subject: feature.id)
      }
    }
  }
}
