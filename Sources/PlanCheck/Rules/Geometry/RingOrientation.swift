internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G15: exterior rings turn counter-clockwise, holes clockwise.
struct RingOrientation: Rule {
  static let description = RuleDescription(
    code: "G15",
    name: "orientation",
    summary: Wording(
      "An exterior ring turns clockwise, or the ring of a hole counter-clockwise.",
      zh: "外环为顺时针，或内环为逆时针。"),
    rationale: Wording(
      "RFC 7946 3.1.6 fixes the turn; some web maps fill the rest of the world otherwise.",
      zh: "RFC 7946 第 3.1.6 条规定了方向；方向相反时，有的网络地图会填满面以外的整个世界。"),
    fix: Wording("reverse the ring; 'gxq-map fmt' does so", zh: "反转该环；可用 gxq-map fmt"),
    trap: Wording("A ring that turns the wrong way is read all the same.", zh: "方向不对的环仍按正常的面读取。"),
    looksAt: [.area],
    counterparts: [.xPlanung("2.2.2.1")],
    severity: .warning,
    accepts: [
      RuleExample("outside counter-clockwise, hole clockwise", zh: "外环逆时针，内环顺时针") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
        ]
      }
    ],
    flags: [
      RuleExample("outside clockwise", zh: "外环顺时针") {
        [.polygon("a", [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)])]
      },
      RuleExample("hole counter-clockwise", zh: "内环逆时针") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)]])
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.features.flatMap { feature in
      feature.plane.map(Self.turnsRightSurely) ?? false
        ? [] : findings(about: feature, task, context)
    }
  }

  /// Whether every ring of a shape turns as it should by so much that it does so on the ellipsoid as well.
  private static func turnsRightSurely(_ shape: PlaneGeometry) -> Bool {
    shape.polygons.allSatisfy { polygon in
      let box = polygon.bounds
      guard polygon.holes.isEmpty, let box, max(box.width, box.height) < 100_000 else {
        return false
      }
      // Lobes that turn either way and nearly cancel could change places.
      return polygon.exterior.signedArea > 0.1 * box.width * box.height
    }
  }

  private func findings(
    about feature: PlanFeature, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    (feature.geometry?.vertexRuns ?? []).compactMap { run in
      guard run.isRing, let ring = try? Ring(run.points) else { return nil }
      let area = ring.signedArea
      guard run.ring == 0 ? area < 0 : area > 0 else { return nil }
      return finding(about: feature, run, task, context)
    }
  }

  private func finding(
    about feature: PlanFeature, _ run: VertexRun<GeoPosition>, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let phrase = feature.phrase
    let message =
      run.ring == 0
      ? Wording(
        "the exterior ring of \(phrase.english) turns clockwise", zh: "\(phrase.chinese)的外环为顺时针")
      : Wording(
        "a hole of \(phrase.english) turns counter-clockwise", zh: "\(phrase.chinese)的内环为逆时针")
    let points = feature.plane?.positions ?? []
    let fix = SuggestedFix(
      Wording("reverse the ring", zh: "反转该环"),
      edits: [
        .reverse(feature: feature.id, first: run.first, last: run.first + run.points.count - 1)
      ])
    return task.finding(
      message, parties: [feature.party(atVertex: run.first)],
      place: points.indices.contains(run.first) ? context.place(at: points[run.first]) : nil,
      fix: feature.mayBeMended ? fix : nil)
  }
}
