internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G03: lines do not cross themselves.
struct SimpleLine: Rule {
  static let description = RuleDescription(
    code: "G03",
    name: "simple",
    summary: Wording("A line crosses or touches itself.", zh: "线自相交或自相接。"),
    rationale: Wording(
      "A road or river that crosses itself is a slip of the pen; its length and its junctions are wrong.",
      zh: "道路或河流自相交多为笔误，其长度和交汇点都不正确。"),
    fix: Wording("remove the loop, or split the line where it meets itself", zh: "去掉回环，或在自相交处断开"),
    trap: Wording(
      "A line that ends where it starts is a ring and meets itself nowhere; an end within the tolerance of the line itself touches it.",
      zh: "首尾相接的闭合线不算自相交；端点在容差之内接近自身即为相接。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Self-Intersect (Line)"), .qgis("Self intersections"),
      .superMap("线内无自相交"),
    ],
    parameters: [.tolerance],
    accepts: [
      RuleExample("a bend", zh: "转弯") { [.line("a", [(0, 0), (10, 0), (10, 10)])] },
      RuleExample("a closed line", zh: "闭合线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)], "\"class\":\"支路\"")]
      },
      RuleExample("two parts that cross", zh: "相交的两个部分") {
        [.lines("a", [[(0, 0), (10, 0)], [(5, -5), (5, 5)]])]
      },
    ],
    flags: [
      RuleExample("a loop", zh: "回环", measures: ["1"]) {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 10), (5, -5)])]
      },
      RuleExample("an end on the line itself", zh: "端点落在自身线上", measures: ["1"]) {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 0)])]
      },
      RuleExample("an end 1 mm short of the line itself", zh: "端点距自身 1 mm", measures: ["1"]) {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 0.001)])]
      },
      RuleExample("a line that runs back on itself", zh: "折回并与自身重合的线", measures: ["1"]) {
        [.line("a", [(0, 0), (10, 0), (4, 0), (4, 8)])]
      },
      RuleExample("there and back again", zh: "原路往返", measures: ["1"]) {
        [.line("a", [(0, 0), (10, 0), (0, 0)])]
      },
      RuleExample("a part that runs back on itself", zh: "其中一部分折回的多部分线", measures: ["1"]) {
        [.lines("a", [[(0, 20), (10, 20)], [(0, 0), (10, 0), (4, 0), (4, 8)]])]
      },
      RuleExample("two loops", zh: "两个回环", measures: ["2"]) {
        [
          .line(
            "a",
            [(0, 0), (40, 0), (40, 10), (30, 10), (30, -10), (20, -10), (20, 10), (15, 10)])
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let tolerance = task.quantity("tolerance")
    return task.features.compactMap { feature in
      let points = SelfMeetings(of: feature, tolerance: tolerance).points
      return points.isEmpty ? nil : finding(about: feature, points, task, context)
    }
  }

  private func finding(
    about feature: PlanFeature, _ points: [PlanePoint], _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (phrase, count) = (feature.phrase, points.count)
    return task.finding(
      count == 1
        ? Wording("\(phrase.english) meets itself", zh: "\(phrase.chinese)与自身相交")
        : Wording(
          "\(phrase.english) meets itself in \(count) places",
          zh: "\(phrase.chinese)有 \(count) 处与自身相交"),
      parties: [feature.party(near: points.first)],
      measure: Measure(Double(count), .features, limit: 0),
      place: context.place(count > 1 ? .multiPoint(points) : .point(points[0])))
  }
}
