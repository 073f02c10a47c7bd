internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K33: each layer of a chain lies inside the next.
struct ContainmentChain: Rule {
  static let description = RuleDescription(
    code: "K33",
    name: "containment-chain",
    summary: Wording(
      "A feature of one layer of a chain lies partly outside the next layer.",
      zh: "逐级包含的图层中，某级要素超出了上一级的范围。"),
    rationale: Wording(
      "A core lies in its town and the town in its zone; one that sticks out is drawn on two scales of planning at once.",
      zh: "核心区在新城内，新城在规划范围内；超出的部分说明两级规划画得不一致。"),
    fix: Wording(
      "draw the inner boundary inside the outer one, vertex on vertex where they meet, or correct the chain",
      zh: "使内层边界不超出外层，相接处同点，或更正 chain 的次序"),
    trap: Wording(
      "All features of the outer layer count together, and a shared boundary is inside; a link without features breaks the chain, and is reported.",
      zh: "外层全部要素合并计算，重合的边界算在内；某级没有要素则链条中断，须报出。"),
    parameters: [
      RuleParameter(
        "chain", .reference, default: nil,
        Wording(
          "the layers from the innermost outwards: [core, new-town, zone]",
          zh: "由内到外的图层：[core, new-town, zone]")),
      .tolerance, .minArea, .minWidth, .minLength,
    ],
    needsFeatures: true,
    featuresKey: "chain",
    accepts: [
      RuleExample(
        "a core in a town in a zone, on a shared boundary", zh: "核心区、新城、范围逐级包含，边界部分重合",
        .chained([.core(0, 10)])),
      RuleExample(
        "a town across two zones that count together", zh: "新城跨两个合并计算的范围",
        .chained([.core(0, 10), .square("y", x: 40, side: 40, kind: "zone")], townWidth: 60)),
    ],
    flags: [
      RuleExample(
        "a core that sticks out of its town", zh: "核心区超出新城", measures: ["20 m²"],
        .chained([.core(22, 10)])),
      RuleExample(
        "a town that sticks out of its zone", zh: "新城超出范围", measures: ["600 m²"],
        .chained([.core(0, 10)], townWidth: 60)),
      RuleExample(
        "out of its town, but still in the zone", zh: "超出新城但仍在范围内", measures: ["100 m²"],
        .chained([.core(30, 10)])),
      RuleExample(
        "a link without features", zh: "某级没有要素",
        ExamplePlan(
          [.core(0, 10), .square("z", x: 0, side: 40, kind: "zone")], settings: [chain])),
      RuleExample(
        "a chain of one link", zh: "只有一级的链条",
        ExamplePlan([.core(0, 10)], settings: ["chain: [cores]"])),
      RuleExample(
        "worth knowing: a project without a place", zh: "提示：没有位置的项目",
        ExamplePlan(
          [.nowhere("p"), .core(0, 10)], settings: ["chain: [projects, cores]"])),
    ])

  fileprivate static let chain = "chain: [cores, new-towns, zones]"

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    guard task.on.count > 1 else {
      return [
        task.misdeclared("chain", Wording("the chain has less than two links", zh: "chain 不足两级"))
      ]
    }
    let taking = Set(task.features.map(\.id))
    let links = task.on.map { name in
      let reference = Reference(names: [name], location: task.location)
      return (
        name: name, features: context.plan.features(reference).filter { taking.contains($0.id) }
      )
    }
    let broken = links.filter { $0.features.isEmpty && context.plan.canResolve($0.name) }
      .map { link in
        task.finding(
          Wording(
            "'\(link.name)' has no features, so the chain breaks there",
            zh: "“\(link.name)”没有要素，链条在此中断"),
          parties: [Finding.Party(id: link.name, name: nil, location: task.location)],
          help: Wording("draw the features, or correct the chain", zh: "补上要素，或更正 chain"))
      }
    return try broken
      + zip(links, links.dropFirst()).flatMap { inner, outer in
        outer.features.isEmpty
          ? []
          : try inner.features.compactMap {
            try finding(on: $0, in: outer.features, called: outer.name, task, context)
          }
      }
  }

  private func finding(
    on feature: PlanFeature, in containers: [PlanFeature], called name: String, _ task: RuleTask,
    _ context: CheckContext
  ) throws -> Finding? {
    context.verified(pairs: containers.count)
    let outer =
      containers.count == 1
      ? containers[0].phrase
      : Wording(
        "'\(name)' (\(containers.count) together)", zh: "“\(name)”（共 \(containers.count) 个）")
    guard feature.plane != nil else {
      return task.finding(
        Wording(
          "\(feature.phrase.english) has no place, and so none inside \(outer.english)",
          zh: "\(feature.phrase.chinese)没有位置，无从判断是否在\(outer.chinese)内"),
        parties: [feature.party], severity: .info)
    }
    guard let rest = try context.part(of: feature, outside: containers, for: task) else {
      return nil
    }
    let measure = rest.readableMeasure
    return task.finding(
      rest.message(about: feature, outside: outer, by: measure),
      parties: [feature.party(near: context.anchor(of: rest.geometry))]
        + (containers.count == 1 ? containers.map(\.party) : []),
      measure: measure, place: context.place(rest.geometry), isDegraded: rest.isDegraded)
  }
}

extension ExampleFeature {
  /// A core from some x on.
  fileprivate static func core(_ x: Double, _ side: Double) -> ExampleFeature {
    .square("c", x: x, side: side, kind: "core")
  }
}

extension ExamplePlan {
  /// A town of 30 m height in a zone of 40 m by 40 m, and a core.
  fileprivate static func chained(
    _ features: [ExampleFeature], townWidth: Double = 30
  ) -> ExamplePlan {
    ExamplePlan(
      features + [
        .polygon(
          "t", [(0, 0), (townWidth, 0), (townWidth, 30), (0, 30), (0, 0)], kind: "new_town"),
        .square("z", x: 0, side: 40, kind: "zone"),
      ], settings: [ContainmentChain.chain])
  }
}
