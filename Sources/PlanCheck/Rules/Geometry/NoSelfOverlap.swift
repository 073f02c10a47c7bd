internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// G04: no line runs the same way twice.
struct NoSelfOverlap: Rule {
  static let description = RuleDescription(
    code: "G04",
    name: "no-self-overlap",
    summary: Wording("A line runs along itself.", zh: "线与自身重叠。"),
    rationale: Wording(
      "The stretch counts twice in every length, and a network has two links where there is one road.",
      zh: "重叠段在长度统计中被重复计算，路网中一条路也会变成两条边。"),
    fix: Wording("delete the vertices that lead back over the line", zh: "删除使线折回原路的顶点"),
    trap: Wording(
      "The second pass need not share a vertex with the first: only the course counts. A line that crosses or touches itself does not overlap.",
      zh: "第二次经过时不一定有公共顶点，只看走向是否重合；仅相交或相接不算重叠。"),
    looksAt: [.line],
    counterparts: [.arcGIS("Must Not Self-Overlap (Line)"), .superMap("线内无自交叠")],
    parameters: [.tolerance, .minLength],
    accepts: [
      RuleExample("a bend", zh: "转弯") { [.line("a", [(0, 0), (10, 0), (10, 10)])] },
      RuleExample("a line that crosses itself", zh: "自相交的线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (5, 10), (5, -5)])]
      },
      RuleExample("a closed line", zh: "闭合线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
      RuleExample("a narrow hairpin, 1 m from leg to leg", zh: "两侧相距 1 m 的窄回头弯") {
        [.line("a", [(0, 0), (100, 0), (100, 1), (0, 1)])]
      },
      RuleExample("a needle that opens to 10 cm", zh: "开口 10 cm 的尖刺") {
        [.line("a", [(0, 0), (100, 0), (0, 0.1)])]
      },
      RuleExample("an area is judged by another rule", zh: "面由其他规则检查") {
        [.polygon("a", [(0, 0), (10, 0), (10, 10), (10, 0), (0, 10), (0, 0)])]
      },
    ],
    flags: [
      RuleExample("a line that turns back", zh: "原路折回", measures: ["6 m"]) {
        [.line("a", [(0, 0), (10, 0), (4, 0), (4, 8)])]
      },
      RuleExample(
        "the same course twice, with other vertices", zh: "同一路线走两遍，顶点不同", measures: ["10 m"]
      ) {
        [.line("a", [(0, 0), (10, 0), (10, 5), (0, 5), (0, 0), (3, 0), (7, 0), (10, 0)])]
      },
      RuleExample("a millimetre beside itself", zh: "与自身相距 1 mm", measures: ["10 m"]) {
        [.line("a", [(0, 0), (10, 0), (10, 5), (0, 5), (0, 0.001), (10, 0.001), (12, -4)])]
      },
      RuleExample("three times the same counts once", zh: "走三遍只计一次", measures: ["10 m"]) {
        [.line("a", [(0, 0), (10, 0), (0, 0), (10, 0)])]
      },
      RuleExample("two stretches are one finding", zh: "两处重叠合为一条", measures: ["5 m"]) {
        [.line("a", [(0, 0), (10, 0), (8, 0), (8, 20), (8, 17), (30, 17)])]
      },
      RuleExample("two parts on one course", zh: "两个部分走同一路线", measures: ["4 m"]) {
        [.lines("a", [[(0, 0), (10, 0)], [(6, 0), (20, 0)]])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let tolerance = task.quantity("tolerance")
    return try task.features.compactMap { feature in
      guard feature.plane?.lines.isEmpty == false else { return nil }
      let shared = SelfOverlap(of: feature, tolerance: tolerance).stretches
      guard !shared.isEmpty else { return nil }
      let stretches = try context.topology.mergedLines(shared).filter { stretch in
        let counts = stretch.length > task.quantity("min_length")
        if !counts { context.verified(belowNoiseFloor: 1) }
        return counts
      }
      guard let first = stretches.first else { return nil }
      let place: PlaneGeometry = stretches.count == 1 ? .line(first) : .multiLine(stretches)
      let measure = Measure(place.length, .metres, limit: task.quantity("min_length"))
      let (phrase, much) = (feature.phrase, measure.phrase)
      return task.finding(
        Wording(
          "\(phrase.english) runs along itself for \(much.english)",
          zh: "\(phrase.chinese)与自身重叠 \(much.chinese)"),
        parties: [feature.party(near: context.anchor(of: place))], measure: measure,
        place: context.place(place))
    }
  }
}
