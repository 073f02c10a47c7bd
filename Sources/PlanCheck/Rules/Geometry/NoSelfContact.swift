internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G06: an outline or line does not come back to a place where it has been.
struct NoSelfContact: Rule {
  static let description = RuleDescription(
    code: "G06",
    name: "no-self-contact",
    summary: Wording(
      "A vertex touches another part of its own outline or line.", zh: "顶点与自身边界或线的其他部分相接。"),
    rationale: Wording(
      "Such a shape hangs together in a single point: rounding, clipping or a small edit tears it apart or makes it invalid.",
      zh: "这样的图形仅靠一点相连，取整、裁剪或稍加编辑便会断开或变为无效。"),
    fix: Wording(
      "move the vertex away, or split the feature at the point", zh: "移开该顶点，或在此处拆分要素"),
    trap: Wording(
      "A hole that touches its outline in a point is valid, and yet weak. Where a ring closes, where parts of a line join, and where a line runs along itself nothing is touched in this sense.",
      zh: "内环与外环相接于一点虽然有效却很脆弱；环的闭合点、多部分线的衔接处以及与自身重叠处不在此列。"),
    looksAt: [.line, .area],
    counterparts: [.qgis("Self contacts")],
    parameters: [.tolerance],
    severity: .warning,
    accepts: [
      RuleExample("a ring closes with its first vertex", zh: "环在首点闭合") { [.square("a", x: 0)] },
      RuleExample("a closed line", zh: "闭合线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
      RuleExample("a hole 1 cm from the outline", zh: "内环距外环 1 cm") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(5, 0.01), (4, 2), (6, 2), (5, 0.01)]])
        ]
      },
      RuleExample("parts of a line that join end to end", zh: "多部分线首尾相接") {
        [.lines("a", [[(0, 0), (10, 0)], [(10, 0), (10, 10)]])]
      },
      RuleExample("three vertices within a millimetre", zh: "1 mm 之内的三个顶点") {
        [.line("a", [(0, 0), (5, 0), (5.0005, 0.0005), (5.001, 0), (10, 0)])]
      },
      RuleExample("a line that crosses itself between vertices", zh: "在两顶点之间自相交的线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 10), (5, -5)])]
      },
      RuleExample("a line that runs along itself", zh: "与自身重叠的线") {
        [.line("a", [(0, 0), (10, 0), (4, 0)])]
      },
    ],
    flags: [
      RuleExample("a hole that touches the outline", zh: "内环与外环相接", measures: ["0 m"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(5, 0), (4, 2), (6, 2), (5, 0)]])
        ]
      },
      RuleExample("two holes that touch at a vertex", zh: "两个内环相接于一点", measures: ["0 m"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [
              [(2, 2), (2, 4), (5, 5), (4, 2), (2, 2)], [(5, 5), (6, 8), (8, 8), (8, 6), (5, 5)],
            ])
        ]
      },
      RuleExample("an outline pinched to a point", zh: "外环在一点处收窄", measures: ["0.001 m"]) {
        [
          .polygon(
            "a",
            [
              (-5, 0), (5, 0), (5, 4), (0.001, 5), (5, 6), (5, 10), (-5, 10), (-5, 6), (0, 5),
              (-5, 4), (-5, 0),
            ])
        ]
      },
      RuleExample("an end on the line itself", zh: "端点落在自身线上", measures: ["0 m"]) {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 0)])]
      },
      RuleExample("an eight with a vertex in the middle", zh: "中间有顶点的 8 字形", measures: ["0 m"]) {
        [.line("a", [(0, 0), (5, 5), (10, 10), (10, 0), (5, 5), (0, 10)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let tolerance = task.quantity("tolerance")
    return task.features.flatMap { feature in
      SelfContacts(of: feature, tolerance: tolerance).contacts.map { contact in
        let measure = Measure(contact.distance, .metres, limit: tolerance)
        let (phrase, much) = (feature.phrase, measure.phrase)
        return task.finding(
          Wording(
            "\(phrase.english) comes back to within \(much.english) of itself",
            zh: "\(phrase.chinese)与自身相接，间距 \(much.chinese)"),
          parties: [feature.party(atVertex: contact.vertex)], measure: measure,
          place: context.place(at: contact.point))
      }
    }
  }
}
