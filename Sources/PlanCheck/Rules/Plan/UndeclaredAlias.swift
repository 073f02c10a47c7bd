internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K19: another name for the same thing is declared.
struct UndeclaredAlias: Rule {
  static let description = RuleDescription(
    code: "K19",
    name: "undeclared-alias",
    summary: Wording(
      "Documents call a feature by a name that it does not declare.", zh: "文件所用的名称没有登记为要素的别名。"),
    rationale: Wording(
      "Two names may mean one thing or two; that is for a person to say, once and in writing.",
      zh: "两个名称是否同指一物，须由人判断并写明。"),
    fix: Wording(
      "add the name to 'aliases' of the feature, or correct it", zh: "将该名称写入要素的 aliases，或更正名称"),
    trap: Wording(
      "A listed name that differs by a letter from a drawn one is found too, but only where no other feature bears it.",
      zh: "所列名称与图上名称仅差一字也会发现，但以没有其他要素使用该名称为限。"),
    evaluates: [.alias],
    accepts: [
      RuleExample(
        "a declared alias", zh: "已登记的别名",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东园","aliases":["东区"]"#)],
          claims: ["{claim: alias, of: a, name: 东区}"])),
      RuleExample(
        "the name itself", zh: "就是名称本身",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东园""#)], claims: ["{claim: alias, of: a, name: 东园}"])),
    ],
    flags: [
      RuleExample(
        "an alias that is not declared", zh: "没有登记的别名",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东园""#)], claims: ["{claim: alias, of: a, name: 东区}"])),
      RuleExample(
        "a name that belongs to another feature", zh: "名称属于另一个要素",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东园""#), .square("b", x: 10, #""name":"东区""#)],
          claims: ["{claim: alias, of: a, name: 东区}"])),
      RuleExample(
        "a member whose name is only nearly the one listed", zh: "成员名称与所列名称仅差一字",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东贸片区""#)],
          claims: ["{claim: members, of: districts, names: [东贾片区]}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let declared = context.test(.alias, by: task) { claim in
      guard case .alias(let of, let name) = claim.test else { return nil }
      return context.plan.features(of).compactMap { feature in
        guard feature.name != name, !feature.aliases.contains(name) else { return nil }
        return undeclared(name, feature, claim, task, in: context.plan)
      }
    }
    return declared + nearMisses(for: task, using: context)
  }

  private func undeclared(
    _ name: String, _ feature: PlanFeature, _ claim: Claim, _ task: RuleTask, in plan: Plan
  ) -> Finding {
    let owner = plan.features.first {
      $0.id != feature.id && ($0.name == name || $0.aliases.contains(name))
    }
    let english = owner.map { "; it is the name of \($0.phrase.english)" } ?? ""
    let chinese = owner.map { "，该名称属于\($0.phrase.chinese)" } ?? ""
    return task.finding(
      Wording(
        "\(feature.phrase.english) does not declare the name '\(name)'" + english,
        zh: "\(feature.phrase.chinese)没有登记名称“\(name)”" + chinese),
      parties: [feature, owner].compactMap { $0?.party } + [claim.party],
      statements: [claim.statement])
  }

  /// Members of a list whose name no feature bears, and one of the set nearly does.
  private func nearMisses(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let borne = Set(context.plan.features.flatMap(\.documentedNames))
    return context.claims(.members).flatMap { claim -> [Finding] in
      let (features, names) = list(of: claim, in: context.plan)
      return names.filter { !borne.contains($0) }.compactMap { name in
        let others = features.compactMap(\.name).filter { !names.contains($0) }
        guard let near = Suggestion.nearest(to: name, in: others),
          let feature = features.first(where: { $0.name == near })
        else { return nil }
        return undeclared(name, feature, claim, task, in: context.plan)
      }
    }
  }

  private func list(of claim: Claim, in plan: Plan) -> ([PlanFeature], names: [String]) {
    switch claim.test {
    case .members(let of, let names, _): (plan.features(of), names)
    case .structureMembers(let id, let word, let names, _):
      (
        plan.structure(id)?.parts.first { $0.word == word }.map { plan.features($0.members) } ?? [],
        names
      )
    default: ([], [])
    }
  }
}
