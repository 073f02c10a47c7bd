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
      "A line need not be split at a crossing: a vertex that both carry is enough. A line that ends on another is a T-junction. Lines on different levels pass over each other; a line that names none is on level 0.",
      zh: "相交处不必打断，双方有同一顶点即可；一端落在另一条线上是丁字路口。level 不同的线互相跨越，未写 level 的按 0 计。"),
    looksAt: [.line],
    counterparts: [.superMap("线段相交处必须存在交点")],
    parameters: [.tolerance],
    needsFeatures: true,
    accepts: [
      RuleExample("a crossroads with a shared vertex", zh: "有公共顶点的十字路口") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 5), (5, 10)])]
      },
      RuleExample("a T-junction between two vertices", zh: "两个折点之间的丁字路口") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 1 mm beyond the other line", zh: "一端越过另一条线 1 毫米") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, -0.001), (5, 10)])]
      },
      RuleExample("shared vertices 1 mm apart", zh: "公共顶点相距 1 毫米") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 5.001), (5, 10)])]
      },
      RuleExample("two roads that share a stretch, vertex by vertex", zh: "两条路共用一段，顶点逐一对应") {
        [
          .line("a", [(0, 0), (5, 0), (10, 0), (15, 0)]),
          .line("b", [(5, 5), (5, 0), (10, 0), (10, 5)]),
        ]
      },
      RuleExample("a work over the barrier that it names", zh: "跨越所指障碍的工程") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line(
            "w", [(4, 0), (10, 0)], kind: "road_work",
            "\"action\":\"跨越\",\"road\":\"a\",\"barrier\":\"b\""),
        ]
      },
      RuleExample("a work on a bridge", zh: "桥上的工程") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line(
            "w", [(4, 0), (10, 0)], kind: "road_work",
            "\"action\":\"延伸\",\"road\":\"a\",\"structure\":\"桥\""),
        ]
      },
      RuleExample("a bridge over a road without a level", zh: "桥跨越未写 level 的路") {
        [.line("a", [(0, 5), (10, 5)], "\"level\":1"), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("two pipes at different depths", zh: "埋深不同的两条管线") {
        [
          .line("a", [(0, 5), (10, 5)], kind: "feature", "\"level\":-1"),
          .line("b", [(5, 0), (5, 10)], kind: "feature", "\"level\":-2"),
        ]
      },
    ],
    flags: [
      RuleExample("a plain crossing", zh: "普通相交") {
        [.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a vertex of one line only", zh: "只有一方有顶点") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a bend that touches the other line", zh: "折点碰到另一条线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 5), (5, 0), (10, 5)])]
      },
      RuleExample("a work that crosses another road", zh: "工程与另一条路相交") {
        [
          .line("a", [(0, 0), (4, 0)]), .line("b", [(5, -5), (5, 5)]),
          .line("w", [(4, 0), (10, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"a\""),
        ]
      },
      RuleExample("two bridges on one level", zh: "同一 level 的两座桥") {
        [
          .line("a", [(0, 5), (10, 5)], "\"level\":1"),
          .line("b", [(5, 0), (5, 10)], "\"level\":1"),
        ]
      },
      RuleExample("level 0 is the level of a line that names none", zh: "level 为 0 与未写 level 相同") {
        [.line("a", [(0, 5), (10, 5)], "\"level\":0"), .line("b", [(5, 0), (5, 10)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      var contacts = LineContacts(state.features, tolerance: task.quantity("tolerance"))
      for contact in contacts.unnoded() {
        let (a, b) = (state.features[contact.first], state.features[contact.second])
        guard a.level == b.level, !a.passesOver(b), !b.passesOver(a) else { continue }
        findings.append(finding(a, b, contact, contacts, task, context))
      }
      context.verified(pairs: contacts.pairs)
    }
    return findings
  }

  private func finding(
    _ a: PlanFeature, _ b: PlanFeature, _ contact: LineContacts.Contact, _ contacts: LineContacts,
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (first, second, point) = (a.phrase, b.phrase, contact.point)
    return task.finding(
      Wording(
        "\(first.english) meets \(second.english) where they share no vertex",
        zh: "\(first.chinese)与\(second.chinese)相交处没有公共顶点"),
      parties: [a.party(near: point), b.party(near: point)], place: context.place(at: point),
      fix: contacts.missingVertex(at: contact))
  }
}

extension PlanFeature {
  /// The level that the feature is on: 0 is the ground, and what holds where it names none.
  var level: Double { attribute(.level)?.number ?? 0 }

  /// Whether the feature is a work that goes over or under the other without meeting it.
  fileprivate func passesOver(_ other: PlanFeature) -> Bool {
    kind == .roadWork && (text(.structure) != nil || text(.barrier) == other.id)
  }
}

extension LineContacts {
  /// The vertex that one of the two has where they meet and the other lacks.
  ///
  /// Where neither has one a person must say whether the two meet at all; a surveyed line is left as
  /// it was measured.
  fileprivate func missingVertex(at contact: Contact) -> SuggestedFix? {
    let (first, second) = (bearer(contact.first, contact), bearer(contact.second, contact))
    guard (first == nil) != (second == nil), let bearer = first ?? second else { return nil }
    let lacking = set.features[first == nil ? contact.first : contact.second]
    let near = set.edges(near: bearer.point, within: tolerance).filter {
      set.features[$0.feature].id == lacking.id
    }
    guard lacking.basis != .surveyed, let position = bearer.position,
      let edge = near.min(by: {
        $0.segment.distance(to: bearer.point) < $1.segment.distance(to: bearer.point)
      })
    else { return nil }
    let phrase = lacking.phrase
    return SuggestedFix(
      Wording("give \(phrase.english) the same vertex", zh: "为\(phrase.chinese)加上同一个顶点"),
      edits: [.insert(feature: lacking.id, after: edge.vertexBefore, at: position)])
  }

  /// The vertex of a feature where it meets another.
  private func bearer(
    _ feature: Int, _ contact: Contact
  ) -> (point: PlanePoint, position: GeoPosition?)? {
    let vertices = set.edges(near: contact.point, within: tolerance)
      .filter { $0.feature == feature }.flatMap(\.vertices)
      .filter { $0.point.distance(to: contact.point) <= tolerance }
    let nearest = vertices.min {
      $0.point.distance(to: contact.point) < $1.point.distance(to: contact.point)
    }
    return nearest.map { vertex in
      let positions = set.features[feature].geometry?.positions ?? []
      return (
        vertex.point, positions.indices.contains(vertex.index) ? positions[vertex.index] : nil
      )
    }
  }
}
