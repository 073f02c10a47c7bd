internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// G02: areas are valid.
struct ValidPolygon: Rule {
  static let description = RuleDescription(
    code: "G02",
    name: "valid",
    summary: Wording(
      "An area crosses itself, or its holes and parts do not lie as they must.",
      zh: "面自相交，或其内环、组成部分的位置关系不合规。"),
    rationale: Wording(
      "Programs disagree on what lies inside such an area: of a bow-tie some add both halves up, others subtract one from the other, and its overlaps differ with them.",
      zh: "这样的面何处为内没有定论：蝴蝶结形的两半，有的软件相加，有的相减，面积和压盖也就各不相同。"),
    fix: Wording(
      "move the vertices so that the outline no longer meets itself", zh: "移动顶点，使边界不再自相交"),
    trap: Wording(
      "An invalid area is reported here once and takes part in the other rules as a repaired copy; it is not skipped.",
      zh: "无效面在此报告一次，其余规则以修复后的副本继续检查，不会跳过。"),
    looksAt: [.area],
    counterparts: [
      .qgis("must not have invalid geometries"), .superMap("面内无自相交"), .xPlanung("2.2.2.1"),
    ],
    accepts: [
      RuleExample("a square with a hole", zh: "带空洞的正方形") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
        ]
      },
      RuleExample("a line that crosses itself is judged by another rule", zh: "自相交的线由另一条规则判断") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, -5)])]
      },
    ],
    flags: [
      RuleExample("a bow tie", zh: "蝴蝶结形") {
        [.polygon("a", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)])]
      },
      RuleExample("a hole outside its shell", zh: "内环在外环之外") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(20, 2), (20, 4), (22, 4), (22, 2), (20, 2)]])
        ]
      },
      RuleExample("a hole in a hole", zh: "内环套内环") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [
              [(1, 1), (1, 9), (9, 9), (9, 1), (1, 1)], [(3, 3), (3, 5), (5, 5), (5, 3), (3, 3)],
            ])
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.judge(task.features)
    return task.features.compactMap { feature in
      context.invalidity(of: feature).map { finding(about: feature, $0, task, context) }
    }
  }

  private func finding(
    about feature: PlanFeature, _ reason: InvalidityReason, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let phrase = feature.phrase
    return task.finding(
      Wording(
        "\(phrase.english) is no valid area: \(reason.phrase.english)",
        zh: "\(phrase.chinese)不是有效的面：\(reason.phrase.chinese)"),
      parties: [feature.party(near: reason.point)],
      place: reason.point.flatMap { context.place(at: $0) } ?? context.place(of: feature))
  }
}

extension InvalidityReason {
  /// The fault in a sentence.
  fileprivate var phrase: Wording {
    switch kind {
    case .selfIntersection: Wording("its outline crosses itself", zh: "边界自相交")
    case .ringSelfIntersection: Wording("a ring touches itself", zh: "环与自身相接")
    case .holeOutsideShell: Wording("a hole lies outside its shell", zh: "内环位于外环之外")
    case .nestedHoles: Wording("a hole lies in another hole", zh: "内环嵌套")
    case .nestedShells: Wording("a part lies in another part", zh: "组成部分互相嵌套")
    case .disconnectedInterior: Wording("its holes cut it apart", zh: "内环将面割裂")
    case .duplicateRings: Wording("a ring stands twice", zh: "环重复")
    case .tooFewPoints: Wording("a ring has fewer than three different points", zh: "环的不同点少于三个")
    case .invalidCoordinate: Wording("a coordinate is not finite", zh: "坐标不是有限数")
    case .ringNotClosed: Wording("a ring is not closed", zh: "环未闭合")
    case .repeatedPoint: Wording("a vertex is repeated", zh: "顶点重复")
    case .other: Wording(text.lowercased(), zh: "GEOS 报告“\(text)”")
    }
  }
}
