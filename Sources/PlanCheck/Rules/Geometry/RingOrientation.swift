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
    var findings: [Finding] = []
    for feature in task.features {
      var vertex = 0
      for polygon in feature.geometry?.polygons ?? [] {
        for (index, ring) in polygon.rings.enumerated() {
          defer { vertex += ring.points.count }
          let isExterior = index == 0
          let area = ring.signedArea
          guard isExterior ? area < 0 : area > 0 else { continue }
          findings.append(
            finding(about: feature, isExterior: isExterior, vertex: vertex, task, context))
        }
      }
    }
    return findings
  }

  private func finding(
    about feature: PlanFeature, isExterior: Bool, vertex: Int, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let phrase = feature.phrase
    let message =
      isExterior
      ? Wording(
        "the exterior ring of \(phrase.english) turns clockwise", zh: "\(phrase.chinese)的外环为顺时针")
      : Wording(
        "a hole of \(phrase.english) turns counter-clockwise", zh: "\(phrase.chinese)的内环为逆时针")
    let points = feature.plane?.positions ?? []
    return task.finding(
      message, parties: [feature.party(atVertex: vertex)],
      place: points.indices.contains(vertex) ? context.place(at: points[vertex]) : nil)
  }
}
