internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K18: deadlines that have passed without word of the result.
struct DeadlineUnknown: Rule {
  static let description = RuleDescription(
    code: "K18",
    name: "deadline-unknown",
    summary: Wording(
      "A deadline has passed, and no later document says what came of it.",
      zh: "期限已过，其后的文件都没有说明结果。"),
    rationale: Wording(
      "'To be done by the end of the year' is not 'done'; a map must not show it as built.",
      zh: "“年底前完成”不等于“已完成”，图上不能画成建成。"),
    fix: Wording(
      "nothing to do, or add the later statement that reports the result", zh: "无需处理，或补上报告结果的陈述"),
    trap: Wording(
      "A later document that reports the design done says nothing of the building: what a deadline is about must be reported.",
      zh: "以后的文件报告设计已经完成，并不说明建设已经完成：须就期限所指的事项给出结果。"),
    evaluates: [.deadline],
    severity: .info,
    accepts: [
      RuleExample(
        "a later document reports it done", zh: "以后的文件报告已经完成",
        plan(later: "{claim: status-at, of: p, status: 建成}")),
      RuleExample(
        "no document is later than the deadline", zh: "没有晚于期限的文件", plan(by: "2030-12-31")),
      RuleExample(
        "a later document reports the design done", zh: "以后的文件报告设计已经完成",
        plan(what: ", what: 设计", later: "{claim: status-at, of: p, what: 设计, status: 建成}")),
    ],
    flags: [
      RuleExample("no later document speaks of it", zh: "以后的文件都没有提到", plan()),
      RuleExample(
        "a later document speaks of the building, not of its design", zh: "以后的文件说的是建设，不是设计",
        plan(what: ", what: 设计", later: "{claim: status-at, of: p, status: 建成}")),
    ])

  private static func plan(
    by day: String = "2020-12-31", what: String = "", later: String = "{claim: exists, of: p}"
  ) -> ExamplePlan {
    ExamplePlan(
      [.nowhere("p", #""name":"新馆""#)],
      files: [
        "documents.yaml": """
        documents:
          - {id: D1, title: early, date: '2020-01', sequence: 1}
          - {id: D2, title: late, date: '2021-01', sequence: 2}
        """,
        "statements.yaml": """
        statements:
          - id: S1
            document: D1
            says: early
            claims: [{claim: deadline, of: p, status: 建成, by: '\(day)'\(what)}]
          - id: S2
            document: D2
            says: late
            claims: [\(later)]
        """,
      ])
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let overdue = context.plan.overdueDeadlines(asOf: context.asOf)
    return context.test(.deadline, by: task) { claim in
      overdue.filter { $0.claim.id == claim.id }.compactMap { deadline in
        guard let feature = context.plan.feature(deadline.feature) else { return nil }
        let phrase = feature.phrase(of: deadline.what)
        // A design is finished, not built.
        let isFinished = deadline.what != nil && deadline.goal == .built
        let (goal, chinese) =
          isFinished
          ? ("finished", "完成") : ("'\(deadline.goal.rawValue)'", "“\(deadline.goal.rawValue)”")
        return task.finding(
          Wording(
            "\(phrase.english) was to be \(goal) by \(deadline.by); no later document reports it",
            zh: "\(phrase.chinese)应于 \(deadline.by) 前\(chinese)，以后的文件没有报告结果"),
          parties: [feature.party, claim.party], place: context.place(of: feature),
          statements: [claim.statement])
      }
    }
  }
}
