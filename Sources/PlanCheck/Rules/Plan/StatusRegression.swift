internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K17: what has come far is not said to have come less far later.
struct StatusRegression: Rule {
  static let description = RuleDescription(
    code: "K17",
    name: "status-regression",
    summary: Wording(
      "A later document puts a feature on a lower rung than an earlier one.",
      zh: "较晚的文件所述进度低于较早的文件。"),
    rationale: Wording(
      "Works go forward: 谋划, 申建, 启动, 开工, 在建, 建成; a step back is a slip of the pen or news.",
      zh: "工程依次推进：谋划、申建、启动、开工、在建、建成；倒退或为笔误，或有变故。"),
    fix: Wording(
      "look up both statements; accept the finding if both are rendered right",
      zh: "核对两处陈述；若均无误，列为例外"),
    trap: Wording(
      "Documents of the same 'sequence' are contemporaries, whatever their dates.",
      zh: "sequence 相同的文件视为同时，不分先后。"),
    evaluates: [.statusAt],
    severity: .warning,
    accepts: [
      RuleExample("progress", zh: "进度推进", plan(first: "启动", then: "在建")),
      RuleExample("the same rung by another word", zh: "同一阶段的另一种说法", plan(first: "申建", then: "筹建")),
      RuleExample("contemporaries", zh: "同时的文件", plan(first: "在建", then: "启动", sequence: 1)),
      RuleExample(
        "a later document that looks back", zh: "较晚的文件回顾往事",
        plan(first: "在建", then: "启动", more: ", at: '2019-05'")),
    ],
    flags: [
      RuleExample("a step back", zh: "进度倒退", plan(first: "开工", then: "启动")),
      RuleExample("back to the drawing board", zh: "退回谋划阶段", plan(first: "建成", then: "谋划")),
      RuleExample(
        "a design that is begun again", zh: "设计重新开始",
        plan(first: "建成", of: "设计", then: "启动", of: "设计")),
    ])

  private static func plan(
    first: String, of what: String? = nil, then second: String, of whatLater: String? = nil,
    sequence: Int = 2, more: String = ""
  ) -> ExamplePlan {
    let (early, late) = (
      what.map { ", what: \($0)" } ?? "", whatLater.map { ", what: \($0)" } ?? ""
    )
    return ExamplePlan(
      [.nowhere("p", #""name":"新馆""#)],
      files: [
        "documents.yaml": """
        documents:
          - {id: D1, title: early, date: '2020-01', sequence: 1}
          - {id: D2, title: late, date: '2021-01', sequence: \(sequence)}
        """,
        "statements.yaml": """
        statements:
          - id: S1
            document: D1
            says: early
            claims: [{claim: status-at, of: p, status: \(first)\(early)}]
          - id: S2
            document: D2
            says: late
            claims: [{claim: status-at, of: p, status: \(second)\(late)\(more)}]
        """,
      ])
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let history = context.plan.statusHistories(asOf: context.asOf)
    return context.test(.statusAt, by: task) { claim in
      guard case .statusAt(let of, let status, let what) = claim.test else { return nil }
      guard let rung = status.rung else { return [] }
      return context.plan.features(of).compactMap { feature in
        let subject = StatusSubject(feature: feature.id, what: what)
        let earlier = (history[subject] ?? []).filter { record in
          record.claim.sequence < claim.sequence
            && record.claim.date.earliest <= claim.date.latest
        }
        let farthest = earlier.max { ($0.status.rung ?? -1) < ($1.status.rung ?? -1) }
        guard let farthest, let before = farthest.status.rung, before > rung else { return nil }
        return task.finding(
          Wording(
            "\(feature.phrase(of: what).english) was '\(farthest.status.rawValue)' at "
              + "\(farthest.claim.date.text) and is said to be '\(status.rawValue)' at "
              + claim.date.text,
            zh:
              "\(feature.phrase(of: what).chinese)于 \(farthest.claim.date.text) 已“\(farthest.status.rawValue)”，"
              + "\(claim.date.text) 又称“\(status.rawValue)”"),
          parties: [feature.party, farthest.claim.party, claim.party],
          place: context.place(of: feature),
          statements: [farthest.claim.statement, claim.statement])
      }
    }
  }
}
