internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// W03: a work starts when those that it follows are over.
struct WorkDependency: Rule {
  static let description = RuleDescription(
    code: "W03",
    name: "dependency",
    summary: Wording(
      "A work starts before one that it follows is over, or works wait for each other.",
      zh: "工程在其前置工程结束前开工，或相互等待。"),
    rationale: Wording(
      "A surface laid before the pipe below it is laid twice; works that wait for each other never start.",
      zh: "管道未埋先铺路，等于铺两次；互相等待的工程永远开不了工。"),
    fix: Wording(
      "start the work when the other is over, or correct 'after'", zh: "待前置工程结束后开工，或更正“after”"),
    trap: Wording(
      "A predecessor without days does not end the chain: what it follows in turn must be over too.",
      zh: "没有日期的前置工程不切断链条：其自身的前置工程也须先结束。"),
    needsFeatures: true,
    accepts: [
      RuleExample("a surface after the pipe", zh: "先埋管后铺路") {
        [
          .work("pipe", along, "2024-03-01", "2024-05-01"),
          .work("surface", along, "2024-05-01", "2024-06-01", #""after":"pipe""#),
        ]
      },
      RuleExample("a work after two others", zh: "两项前置工程之后") {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", along, "2024-03-01", "2024-04-01"),
          .work("c", along, "2024-05-01", "2024-06-01", #""after":["a","b"]"#),
        ]
      },
      RuleExample("works of which days are not known yet", zh: "日期尚未确定的工程") {
        [.work("a", along, nil, nil), .work("b", along, "2024-05-01", nil, #""after":"a""#)]
      },
    ],
    flags: [
      RuleExample("a surface 31 days too early", zh: "早了 31 天的铺路", measures: ["31 d"]) {
        [
          .work("pipe", along, "2024-03-01", "2024-06-01"),
          .work("surface", along, "2024-05-01", "2024-07-01", #""after":"pipe""#),
        ]
      },
      RuleExample("two works that wait for each other", zh: "两项互相等待的工程") {
        [
          .work("a", along, "2024-03-01", "2024-04-01", #""after":"b""#),
          .work("b", along, nil, nil, #""after":"a""#),
        ]
      },
      RuleExample("a work that waits for itself", zh: "等待自身的工程") {
        [.work("a", along, "2024-03-01", "2024-04-01", #""after":"a""#)]
      },
      RuleExample(
        "a predecessor of a predecessor without days", zh: "隔着无日期工程的前置工程", measures: ["31 d"]
      ) {
        [
          .work("a", along, "2024-03-01", "2024-06-01"),
          .work("b", along, nil, nil, #""after":"a""#),
          .work("c", along, "2024-05-01", "2024-07-01", #""after":"b""#),
        ]
      },
      RuleExample("the second of two predecessors", zh: "两项前置工程中的第二项", measures: ["30 d"]) {
        [
          .work("a", along, "2024-03-01", "2024-04-01"),
          .work("b", along, "2024-03-01", "2024-05-01"),
          .work("c", along, "2024-04-01", "2024-06-01", #""after":["a","b"]"#),
        ]
      },
      RuleExample("a list that names a work that is not there", zh: "列表中有不存在的工程") {
        [
          .work("a", along, "2024-03-01", "2024-04-01"),
          .work("c", along, "2024-05-01", "2024-06-01", #""after":["a","z"]"#),
        ]
      },
    ])

  private static let along: [(Double, Double)] = [(0, 0), (100, 0)]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let chain = WorkChain(task.features, in: context.plan)
    var pairs = 0
    var findings = chain.circles.map { circle in finding(aboutCircle: circle, task, context) }
    for work in task.features {
      findings += unknown(of: work, task, context)
      guard let start = work.period?.start else { continue }
      for (before, path) in chain.datedPredecessors(of: work) {
        pairs += 1
        guard let end = before.day(.endDate), start < end else { continue }
        findings.append(finding(work, before, path, start, end, task, context))
      }
    }
    context.verified(pairs: pairs)
    return findings
  }

  /// A name that a single text gives has been looked up while reading; those of a list have not.
  private func unknown(
    of work: PlanFeature, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    guard work.text(.after) == nil else { return [] }
    return work.ids(.after).filter { context.plan.feature($0) == nil }.map { id in
      let question = Suggestion.question(for: id, in: task.features.map(\.id))
      let who = work.phrase
      return task.finding(
        Wording(
          "\(who.english) follows '\(id)', which is not in the plan\(question.english)",
          zh: "\(who.chinese)的前置工程“\(id)”不在规划中\(question.chinese)"),
        parties: [work.party], place: context.place(of: work))
    }
  }

  private func finding(
    _ work: PlanFeature, _ before: PlanFeature, _ path: [PlanFeature], _ start: CalendarDay,
    _ end: CalendarDay, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(Double(start.days(until: end)), .days, limit: 0)
    let (first, second) = (work.phrase, before.phrase)
    let between = path.isEmpty ? nil : Wording.list(path.map(\.phrase))
    let via = Wording(
      between.map { " (through \($0.english))" } ?? "", zh: between.map { "（经\($0.chinese)）" } ?? ""
    )
    return task.finding(
      Wording(
        "\(first.english) starts on \(start), \(measure.text) before \(second.english), which it follows\(via.english), is over",
        zh: "\(first.chinese)于 \(start) 开工，比其前置的\(second.chinese)\(via.chinese)结束早 \(measure.text)"),
      parties: [work.party] + path.map(\.party) + [before.party], measure: measure,
      place: context.place(of: work) ?? context.place(of: before))
  }

  private func finding(
    aboutCircle circle: [PlanFeature], _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let names = Wording.list(circle.map(\.phrase))
    let lines = circle.flatMap { $0.plane?.lines ?? [] }
    return task.finding(
      circle.count > 1
        ? Wording(
          "\(names.english) wait for each other in a circle", zh: "\(names.chinese)循环等待")
        : Wording("\(names.english) waits for itself", zh: "\(names.chinese)等待自身"),
      parties: circle.map(\.party),
      place: lines.isEmpty
        ? circle.lazy.compactMap { context.place(of: $0) }.first
        : context.place(.multiLine(lines)))
  }
}
