internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G13: a feature is one piece.
struct SinglePart: Rule {
  static let description = RuleDescription(
    code: "G13",
    name: "single-part",
    summary: Wording("A feature has more than one part.", zh: "要素由多个部分组成。"),
    rationale: Wording(
      "One road is one line and one district one area; a second part is usually a forgotten scrap.",
      zh: "一条路是一条线，一个片区是一个面；多出来的部分往往是遗漏的碎块。"),
    fix: Wording("join the parts, or make each a feature of its own", zh: "合并各部分，或拆为独立要素"),
    trap: Wording(
      "A multi type with a single part is one part; a collection counts by its members.",
      zh: "只含一个部分的多部分类型算一个部分；几何集合按成员计数。"),
    looksAt: [.point, .line, .area],
    counterparts: [
      .arcGIS("Must Be Single Part (Line)"), .qgis("must not have multi-part geometries"),
      .superMap("无复杂对象"),
    ],
    accepts: [
      RuleExample("one line", zh: "一条线") { [.line("a", [(0, 0), (10, 0)])] },
      RuleExample("a multi line of one part", zh: "只有一个部分的多线") {
        [.lines("a", [[(0, 0), (10, 0)]])]
      },
      RuleExample("no place yet", zh: "尚无位置") { [.nowhere("a")] },
    ],
    flags: [
      RuleExample("a line of two parts", zh: "由两个部分组成的线", measures: ["2"]) {
        [.lines("a", [[(0, 0), (10, 0)], [(20, 0), (30, 0)]])]
      }
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.features.compactMap { feature in
      guard let parts = feature.geometry?.partCount, parts > 1 else { return nil }
      let phrase = feature.phrase
      return task.finding(
        Wording("\(phrase.english) has \(parts) parts", zh: "\(phrase.chinese)有 \(parts) 个部分"),
        parties: [feature.party], measure: Measure(Double(parts), .features, limit: 1),
        place: context.place(of: feature))
    }
  }
}
