internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L07: lines that cross share a vertex there.
struct UnnodedCrossing: Rule {
  static let description = RuleDescription(
    code: "L07",
    name: "unnoded-crossing",
    summary: Wording(
      "Two lines cross or touch where they do not share a vertex.", zh: "两条线相交或相接，但交点不是双方的公共顶点。"),
    rationale: Wording(
      "Without a shared vertex nobody can tell a crossroads from a bridge, and no route turns there.",
      zh: "没有公共顶点，就分不清是路口还是立交，路径也无法在此转向。"),
    fix: Wording("give both lines the same vertex at the crossing", zh: "在交点处为两条线加上同一个顶点"),
    trap: Wording(
      "A line need not be split at a crossing: a vertex that both carry is enough. A line that ends on another is a T-junction.",
      zh: "相交处不必打断，双方有同一顶点即可；一端落在另一条线上是丁字路口。"),
    parameters: [.tolerance],
    needsFeatures: true,
    accepts: [
      RuleExample("a crossroads with a shared vertex", zh: "十字路口有公共顶点") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 5), (5, 10)])]
      },
      RuleExample("a T-junction between two vertices", zh: "丁字路口落在两个顶点之间") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 1 mm beyond the other line", zh: "端点越过另一条线 1 mm") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, -0.001), (5, 10)])]
      },
      RuleExample("shared vertices 1 mm apart", zh: "公共顶点相距 1 mm") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 5.001), (5, 10)])]
      },
      RuleExample("two roads that share a stretch, vertex by vertex", zh: "两条路有一段重合，顶点逐一相同") {
        [
          .line("a", [(0, 0), (5, 0), (10, 0), (15, 0)]),
          .line("b", [(5, 5), (5, 0), (10, 0), (10, 5)]),
        ]
      },
      RuleExample("a work over the barrier that it names", zh: "工程跨越其注明的障碍物") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line(
            "w", [(4, 0), (10, 0)], kind: "road_work",
            "\"action\":\"跨越\",\"road\":\"a\",\"barrier\":\"b\""),
        ]
      },
      RuleExample("a work on a bridge", zh: "高架桥上的工程") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line(
            "w", [(4, 0), (10, 0)], kind: "road_work",
            "\"action\":\"延伸\",\"road\":\"a\",\"structure\":\"桥\""),
        ]
      },
    ],
    flags: [
      RuleExample("a plain crossing", zh: "普通的交叉") {
        [.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a vertex of one line only", zh: "只有一条线有顶点") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a bend that touches the other line", zh: "转弯处触及另一条线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 5), (5, 0), (10, 5)])]
      },
      RuleExample("a work that crosses another road", zh: "工程与另一条路相交") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line("w", [(4, 0), (10, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"a\""),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      var contacts = LineContacts(state.features, tolerance: task.quantity("tolerance"))
      for contact in contacts.unnoded() {
        let (a, b) = (state.features[contact.first], state.features[contact.second])
        guard !a.passesOver(b), !b.passesOver(a) else { continue }
        findings.append(finding(a, b, at: contact.point, task, context))
      }
      context.verified(pairs: contacts.pairs)
    }
    return findings
  }

  private func finding(
    _ a: PlanFeature, _ b: PlanFeature, at point: PlanePoint, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (first, second) = (a.phrase, b.phrase)
    return task.finding(
      Wording(
        "\(first.english) meets \(second.english) where they share no vertex",
        zh: "\(first.chinese)与\(second.chinese)相交处没有公共顶点"),
      parties: [a.party(near: point), b.party(near: point)], place: context.place(at: point))
  }
}

extension PlanFeature {
  /// Whether the feature is a work that goes over or under the other without meeting it.
  fileprivate func passesOver(_ other: PlanFeature) -> Bool {
    kind == .roadWork && (text(.structure) != nil || text(.barrier) == other.id)
  }
}
