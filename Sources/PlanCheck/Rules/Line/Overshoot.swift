internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// L10: a free end does not stick out a little beyond another line.
struct Overshoot: Rule {
  static let description = RuleDescription(
    code: "L10",
    name: "overshoot",
    summary: Wording("A line goes on a little beyond its last crossing.", zh: "线越过最后一个交点后还伸出一小截。"),
    rationale: Wording(
      "A tail too short to be a road is a slip of the hand; it adds a dead end, and length that nobody builds.",
      zh: "短得不成路的尾巴多是手误，平白多出一处断头和没人修的长度。"),
    fix: Wording("end the line at the crossing, with a vertex there", zh: "让线止于交点并设公共顶点"),
    trap: Wording(
      "The tail is counted from the last crossing, though the lines share no vertex there, and over joints where nothing else meets. A declared dead end is meant.",
      zh: "尾巴从最后一个交点量起，交点没有公共顶点也算；中间只是首尾相接的不算交点。已声明的尽端不算。"),
    looksAt: [.line],
    counterparts: [.superMap("线内无悬线")],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .quantity(.length), default: "2 m",
        Wording("how short a tail must be to be a slip", zh: "短于此长度的尾巴视为过头")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a T-junction", zh: "丁字路口") {
        [.line("a", [(0, 0), (10, 0)], open), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 1 mm beyond", zh: "越过 1 毫米") {
        [.line("a", [(0, 0), (10, 0)], open), .line("b", [(5, -0.001), (5, 10)])]
      },
      RuleExample("a tail of just 2 m", zh: "恰好 2 米的尾巴") {
        [.line("a", [(0, 0), (10, 0)], open), .line("b", [(5, -2), (5, 10)])]
      },
      RuleExample("a declared dead end", zh: "已声明的尽端") {
        [
          .line("a", [(0, 0), (10, 0)], open),
          .line("b", [(5, -1), (5, 10)], "\"start\":\"尽端\""),
        ]
      },
      RuleExample("a short last piece of a long road", zh: "长路末端的一小段") {
        [.line("a", [(0, 0), (50, 0)]), .line("b", [(50, 0), (51, 0)])]
      },
      RuleExample("a short line on its own", zh: "孤立的短线") { [.line("a", [(0, 0), (1, 0)])] },
    ],
    flags: [
      RuleExample(
        "1.5 m beyond a crossing without a vertex", zh: "越过无顶点交点 1.5 米", measures: ["1.5 m"]
      ) {
        [.line("a", [(0, 0), (10, 0)], open), .line("b", [(5, -1.5), (5, 10)])]
      },
      RuleExample("1 m beyond a shared vertex", zh: "越过公共顶点 1 米", measures: ["1 m"]) {
        [
          .line("a", [(0, 0), (5, 0), (10, 0)], open),
          .line("b", [(5, 10), (5, 0), (5, -1)]),
        ]
      },
      RuleExample("1 m beyond the end of another line", zh: "越过另一条线的端点 1 米", measures: ["1 m"]) {
        [.line("a", [(0, 0), (11, 0)], "\"start\":\"边界\""), .line("b", [(10, 0), (10, 9)], open)]
      },
      RuleExample("a tail that is a line of its own", zh: "尾巴自成一条线", measures: ["1 m"]) {
        [
          .line("a", [(0, 0), (5, 0), (10, 0)], open), .line("b", [(5, 10), (5, 0)]),
          .line("c", [(5, 0), (5, -1)]),
        ]
      },
      RuleExample("a tail of two lines", zh: "尾巴由两条线组成", measures: ["1.5 m"]) {
        [
          .line("a", [(0, 0), (10, 0)], open), .line("b", [(5, 9), (5, -1)]),
          .line("c", [(5, -1.5), (5, -1)]),
        ]
      },
      RuleExample("a tail round a bend", zh: "拐弯的尾巴", measures: ["1.4 m"]) {
        [.line("a", [(0, 0), (10, 0)], open), .line("b", [(5, 9), (5, -0.7), (5.7, -0.7)])]
      },
      RuleExample("a tail beyond the line's own course", zh: "越过自身的尾巴", measures: ["1 m"]) {
        [.line("a", [(0, 0), (20, 0), (20, 9), (9, 9), (9, -1)], "\"start\":\"边界\"")]
      },
    ])

  private static let open = "\"start\":\"边界\",\"end\":\"边界\""

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let free = FreeEnds(state, tolerance: task.quantity("tolerance"), context)
      let ends = free.unexplained()
      guard !ends.isEmpty else { continue }
      let set = free.set
      for end in ends {
        context.verified(pairs: 1)
        guard let tail = TailWalk(set).tail(from: end, within: task.quantity("max")) else {
          continue
        }
        findings.append(finding(about: end, tail, set, task, context))
      }
    }
    return findings
  }

  private func finding(
    about end: FreeEnds.End, _ tail: TailWalk.Tail, _ set: LineSet, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let measure = Measure(tail.length, .metres, limit: task.quantity("max"))
    let other = set.feature(ofPart: tail.other)
    let (a, b, much) = (end.feature.phrase, other.phrase, measure.phrase)
    let isOwn = other.id == end.feature.id
    return task.finding(
      isOwn
        ? Wording(
          "\(a.english) ends \(much.english) beyond a crossing with itself",
          zh: "\(a.chinese)越过与自身的交点 \(much.chinese)")
        : Wording(
          "\(a.english) ends \(much.english) beyond \(b.english)",
          zh: "\(a.chinese)越过\(b.chinese) \(much.chinese)"),
      parties: isOwn ? [end.party] : [end.party, other.party(near: tail.points.last)],
      measure: measure, place: (try? Line(tail.points)).flatMap { context.place(.line($0)) })
  }
}
