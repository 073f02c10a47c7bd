internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K26: projects that were to be sited in an area first are there, or say why not.
struct PrioritySiting: Rule {
  static let description = RuleDescription(
    code: "K26",
    name: "priority-siting",
    summary: Wording(
      "A project lies outside the area that has priority, and gives no reason.",
      zh: "项目不在优先布局区内，也没有说明理由。"),
    rationale: Wording(
      "Priority is not an obligation, but leaving the area needs a reason on record.",
      zh: "优先不等于必须，但在区外选址须有书面理由。"),
    fix: Wording(
      "site it inside, or give 'siting_reason'", zh: "改在区内选址，或填写 siting_reason"),
    trap: Wording(
      "A project counts from when it was introduced, else from when a document first names it.",
      zh: "以引进时间为准；没有时以文件首次提到的时间为准。"),
    parameters: [.tolerance, .minArea, .minWidth, .minLength],
    evaluates: [.sited],
    severity: .warning,
    accepts: [
      RuleExample(
        "no project was introduced since", zh: "此后没有引进项目",
        ExamplePlan(
          [core, .point("p", 50, 0, kind: "project", #""introduced":"2019-12""#)], claims: [claim]))
    ],
    flags: [
      RuleExample(
        "a project outside without a reason", zh: "项目在区外，没有说明理由",
        ExamplePlan(
          [core, .point("p", 50, 0, kind: "project", #""introduced":"2020-05""#)], claims: [claim])),
      RuleExample(
        "a project without a place or a reason, first named by a later document",
        zh: "项目既无位置又无理由，首次见于较晚的文件",
        ExamplePlan([core, .nowhere("p", #""why":["S1"]"#)], claims: [claim])),
      RuleExample(
        "worth knowing: one of two is inside, the other says why not", zh: "提示：两个项目一个在区内，另一个说明了理由",
        measures: ["50%"],
        ExamplePlan(
          [
            core, .point("p", 5, 5, kind: "project", #""introduced":"2020-05""#),
            .point(
              "q", 50, 0, kind: "project",
              #""introduced":"2020-05","siting_reason":"needs the river""#),
          ], claims: [claim])),
    ])

  private static let claim = "{claim: sited, of: projects, in: core, since: '2020-01'}"
  private static let core = ExampleFeature.square("core", x: 0, kind: "core")

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.sited, by: task) { claim in
      guard case .sited(let of, let area, let since) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(area, for: claim, by: task) { return [nothing] }
      let areas = context.plan.features(area)
      let recent = context.plan.features(of).filter { feature in
        introduction(of: feature, in: context.plan).map { $0 >= since.earliest } ?? false
      }
      let outside = try recent.filter { feature in
        guard feature.plane != nil else { return true }
        return try context.part(of: feature, outside: areas, for: task) != nil
      }
      guard !recent.isEmpty, !areas.isEmpty else { return [] }
      let faults = outside.filter { $0.text(.sitingReason) == nil }
      return faults.map { fault($0, areas, claim, task, context) } + [
        share(recent: recent, outside: outside, areas, claim, task)
      ]
    }
  }

  /// When the project came: its own date, else the earliest document that speaks of it.
  private func introduction(of feature: PlanFeature, in plan: Plan) -> CalendarDay? {
    if let date = feature.text(.introduced).flatMap(PartialDate.init) { return date.earliest }
    return plan.statements.filter { feature.why.contains($0.id) }
      .compactMap { plan.document($0.document)?.date.earliest }.min()
  }

  private func fault(
    _ feature: PlanFeature, _ areas: [PlanFeature], _ claim: Claim, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let names = Wording.phrases(areas)
    return task.finding(
      feature.plane == nil
        ? Wording(
          "\(feature.phrase.english) has no place inside \(names.english) and gives no reason",
          zh: "\(feature.phrase.chinese)没有在\(names.chinese)内的位置，也没有理由")
        : Wording(
          "\(feature.phrase.english) lies outside \(names.english) and gives no reason",
          zh: "\(feature.phrase.chinese)在\(names.chinese)之外，且没有理由"),
      parties: [feature.party] + areas.map(\.party) + [claim.party],
      place: context.place(of: feature), statements: [claim.statement])
  }

  private func share(
    recent: [PlanFeature], outside: [PlanFeature], _ areas: [PlanFeature], _ claim: Claim,
    _ task: RuleTask
  ) -> Finding {
    let inside = recent.count - outside.count
    let names = Wording.phrases(areas)
    return task.finding(
      Wording(
        "\(inside) of \(recent.count) projects introduced since lie inside \(names.english)",
        zh: "此后引进的 \(recent.count) 个项目中，\(inside) 个在\(names.chinese)内"),
      parties: areas.map(\.party) + [claim.party],
      measure: Measure(Double(inside) / Double(recent.count) * 100, .percent),
      statements: [claim.statement],
      help: Wording("nothing to do: the share is for information", zh: "无需处理：该比例供参考"),
      severity: .info)
  }
}
