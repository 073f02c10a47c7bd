internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

/// Finds declarations on nothing but what their rule never looks at, such as lines where it looks at areas.
struct UnseenGeometries {
  let tasks: [RuleTask]
  let plan: Plan

  /// A fault for each side of a declaration that the rule sees none of.
  ///
  /// One feature that it sees is enough: others may stand beside it for what they are to the rule
  /// otherwise, as lakes stand beside the watercourses that end in them.
  func faults() -> [PlanFault] {
    tasks.filter { !$0.isOff }.flatMap { task in
      [
        fault(task, task.description.featuresKey, task.on, task.features, task.description.looksAt)
        {
          held, seen in
          Wording(
            "rule \(task.description.code) looks at nothing: \(held.english), and it looks at \(seen.english)",
            zh: "规则 \(task.description.code) 没有检查任何要素：\(held.chinese)，而该规则只检查\(seen.chinese)")
        },
        fault(task, "with", task.with, task.partners, task.description.partnersAre) { held, seen in
          Wording(
            "rule \(task.description.code) has no partner: \(held.english), and its partners are \(seen.english)",
            zh: "规则 \(task.description.code) 没有参照要素：\(held.chinese)，而其参照要素须为\(seen.chinese)")
        },
      ].compactMap { $0 }
    }
  }

  private func fault(
    _ task: RuleTask, _ key: String, _ names: [String], _ features: [PlanFeature],
    _ seen: [GeometryFamily],
    _ message: (_ held: Wording, _ seen: Wording) -> Wording
  ) -> PlanFault? {
    let shapes = features.lazy.compactMap(\.plane)
    // A collection of several families may hold what the rule looks at.
    guard !seen.isEmpty, !names.isEmpty, !shapes.isEmpty,
      shapes.allSatisfy({ shape in shape.family.map { !seen.contains($0) } ?? false })
    else { return nil }
    let ids = Set(features.map(\.id))
    let held = names.compactMap { name -> Wording? in
      let named = plan.features(Reference(names: [name], location: task.location))
        .filter { ids.contains($0.id) }
      return Self.contents(of: name, named.compactMap(\.plane?.family))
    }
    let families = Wording(
      Wording.list(seen.map(\.plural)).english,
      zh: seen.map(\.plural.chinese).joined(separator: "、"))
    return PlanFault(
      code: RuleHealth.description.code, location: place(of: key, in: task),
      message: message(
        Wording(
          held.map(\.english).joined(separator: ", "),
          zh: held.map(\.chinese).joined(separator: "，")),
        families),
      help: Wording(
        "name a layer of \(families.english), or drop the rule",
        zh: "改用\(families.chinese)图层，或删去该规则"))
  }

  /// Where the declaration of a task names its features or its partners.
  private func place(of key: String, in task: RuleTask) -> SourceLocation {
    let names = [task.description.code, task.description.name]
    return plan.rules.first { $0.location == task.location && names.contains($0.rule) }
      .flatMap { $0.reference(key)?.location } ?? task.location
  }

  /// What the features of a name are made of, such as "'roads' holds 3 lines".
  private static func contents(of name: String, _ families: [GeometryFamily]) -> Wording? {
    let counts = GeometryFamily.allCases.compactMap { family -> Wording? in
      let count = families.count { $0 == family }
      guard count > 0 else { return nil }
      return Wording(
        "\(count) \(count == 1 ? family.rawValue : family.plural.english)",
        zh: "\(count) 个\(family.plural.chinese)要素")
    }
    guard !counts.isEmpty else { return nil }
    return Wording(
      "'\(name)' holds \(counts.map(\.english).joined(separator: " and "))",
      zh: "“\(name)”含 \(counts.map(\.chinese).joined(separator: "、"))")
  }
}

extension GeometryFamily {
  /// Several of the family, in a sentence.
  fileprivate var plural: Wording {
    switch self {
    case .point: Wording("points", zh: "点")
    case .line: Wording("lines", zh: "线")
    case .area: Wording("areas", zh: "面")
    }
  }
}
