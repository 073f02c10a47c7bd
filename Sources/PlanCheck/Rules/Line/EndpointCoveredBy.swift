internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// L17: lines end at partner points.
struct EndpointCoveredBy: Rule {
  static let description = RuleDescription(
    code: "L17",
    name: "endpoint-covered-by",
    summary: Wording("A line ends where no point of the other set is.", zh: "线的端点处没有另一组的点。"),
    rationale: Wording(
      "A pipe ends at a manhole, a valve or a plug; where none is drawn, nobody knows what closes it.",
      zh: "管线的端点应有检查井、阀门或堵头；没有画出，就不知道由什么收口。"),
    fix: Wording(
      "draw the point at the end, or move the end to its point", zh: "在端点处补上点，或将端点移到点上"),
    trap: Wording(
      "Both ends count. A closed line has none, and where the parts of one feature join there is none.",
      zh: "两端都要检查。闭合线没有端点，同一要素各部分的接点也不是端点。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Endpoint Must Be Covered By (Line-Point)"), .qgis("end points must be covered by"),
      .superMap("线端点必须被点覆盖"),
    ],
    parameters: [.tolerance],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.point],
    accepts: [
      RuleExample(
        "a point at either end", zh: "两端各有一点",
        .lineAndPoints([[(0, 0), (5, 5), (10, 0)]], [(0, 0), (10, 0)])),
      RuleExample(
        "a point 1 mm off", zh: "点偏离 1 毫米",
        .lineAndPoints([[(0, 0), (10, 0)]], [(0.001, 0), (10, -0.001)])),
      RuleExample(
        "a closed line has no ends", zh: "闭合线没有端点",
        .lineAndPoints([[(0, 0), (10, 0), (10, 10), (0, 0)]], [(50, 50)])),
      RuleExample(
        "the joint of two parts is no end", zh: "两部分的接点不是端点",
        .lineAndPoints([[(0, 0), (5, 0)], [(5, 0), (10, 0)]], [(0, 0), (10, 0)])),
    ],
    flags: [
      RuleExample(
        "no point at one end", zh: "一端没有点",
        .lineAndPoints([[(0, 0), (10, 0)]], [(0, 0)])),
      RuleExample(
        "a point at a vertex between the ends", zh: "点在中间的折点上",
        .lineAndPoints([[(0, 0), (5, 5), (10, 0)]], [(0, 0), (5, 5)])),
      RuleExample(
        "a point 3 mm off", zh: "点偏离 3 毫米", measures: ["0.003 m"],
        .lineAndPoints([[(0, 0), (10, 0)]], [(0, 0), (10, 0.003)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let set = LineSet(task.features, tolerance: task.quantity("tolerance"))
    let points = task.partners.flatMap { $0.plane?.points ?? [] }
    let index = BoxIndex(points.map { Bounds($0, $0) })
    let reach = max(Self.nearby, task.quantity("tolerance"))
    var findings: [Finding] = []
    for end in set.ends {
      let near = index.query(Bounds(end.point, end.point), margin: reach + 0.001).map {
        points[$0].distance(to: end.point)
      }
      context.verified(pairs: near.count)
      if let nearest = near.min(), nearest <= task.quantity("tolerance") { continue }
      findings.append(
        finding(
          about: end, near.min().flatMap { $0 <= reach + 0.001 ? $0 : nil }, set, task, context)
      )
    }
    return findings
  }

  /// How near a point must be, in metres, for the finding to say how far it is.
  private static let nearby = 10.0

  private func finding(
    about end: LineSet.End, _ nearest: Double?, _ set: LineSet, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let feature = set.feature(ofPart: end.part)
    let (phrase, side) = (feature.phrase, end.side)
    let measure = nearest.map { Measure($0, .metres, limit: task.quantity("tolerance")) }
    let names = task.with.joined(separator: ", ")
    let off = measure.map {
      Wording("; the nearest is \($0.phrase.english) off", zh: "，最近的相距 \($0.phrase.chinese)")
    }
    return task.finding(
      Wording(
        "\(phrase.english) has no point of '\(names)' at its \(side.english) vertex"
          + (off?.english ?? ""),
        zh: "\(phrase.chinese)的\(side.chinese)处没有“\(names)”的点" + (off?.chinese ?? "")),
      parties: [feature.party(atVertex: set.vertex(of: end))], measure: measure,
      place: context.place(at: end.point))
  }
}

extension LineSet.End {
  /// Which end it is, in a sentence.
  var side: Wording { isAtEnd ? Wording("last", zh: "终点") : Wording("first", zh: "起点") }
}

extension LineSet {
  /// The place of an end among the vertices of its feature.
  func vertex(of end: End) -> Int {
    let part = parts[end.part]
    return part.firstVertex + (end.isAtEnd ? part.vertices.count - 1 : 0)
  }
}

extension ExamplePlan {
  /// A line of parts and points.
  fileprivate static func lineAndPoints(
    _ parts: [[(Double, Double)]], _ points: [(Double, Double)]
  ) -> ExamplePlan {
    ExamplePlan(
      [.lines("a", parts, kind: "feature")]
        + points.enumerated().map { .point("p\($0.offset)", $0.element.0, $0.element.1) },
      settings: ["on: features", "with: facilitys"])
  }
}
