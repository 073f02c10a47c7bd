internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G17: every vertex bends its line or is shared with a neighbour.
struct RedundantVertices: Rule {
  static let description = RuleDescription(
    code: "G17",
    name: "redundant-vertices",
    summary: Wording(
      "Vertices lie on the straight way between their neighbours and serve no other feature.",
      zh: "顶点位于相邻顶点的连线上，且不与其他要素共用。"),
    rationale: Wording(
      "They make files larger and edits harder, and show nothing.", zh: "多余的顶点增大文件、妨碍编辑，却不表达任何内容。"),
    fix: Wording("delete the vertices", zh: "删除这些顶点"),
    trap: Wording(
      "Of a finely drawn curve every vertex is near the chord of its neighbours, and yet not all may go: only those are named that can be dropped together. A vertex that a feature of any layer shares stays.",
      zh: "精细曲线上每个顶点都靠近相邻顶点的连线，却不能全删：只列出可以一并删除的顶点；任何图层的要素共用的顶点都要保留。"),
    looksAt: [.line, .area],
    counterparts: [.superMap("线或面边界无冗余节点")],
    parameters: [
      .tolerance,
      RuleParameter(
        "eps", .quantity(.length), default: "0.002 m",
        Wording("how far the line may move without the vertex", zh: "删除顶点后线的最大位移")),
    ],
    severity: .info,
    accepts: [
      RuleExample("corners", zh: "角点") { [.square("a", x: 0)] },
      RuleExample("a vertex where another line begins", zh: "另一条线由此出发的顶点") {
        [.line("a", [(0, 0), (5, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample(
        "a vertex that a feature of another layer shares", zh: "与其他图层要素共用的顶点",
        ExamplePlan(
          [
            .polygon("a", [(0, 0), (10, 0), (10, 5), (10, 10), (0, 10), (0, 0)]),
            .point("f", 10, 5),
          ], settings: ["on: districts"])),
      RuleExample("a bend of 1 cm", zh: "1 cm 的弯折") {
        [.line("a", [(0, 0), (5, 0.01), (10, 0)])]
      },
      RuleExample("the end of a spike", zh: "尖刺的末端") {
        [.line("a", [(0, 0), (10, 0), (4, 0)])]
      },
      RuleExample("a vertex where two parts meet", zh: "两个部分相接的顶点") {
        [.lines("a", [[(0, 0), (5, 0), (10, 0)], [(5, 0), (5, 9)]])]
      },
    ],
    flags: [
      RuleExample("a vertex on a straight line", zh: "直线上的顶点", measures: ["1"]) {
        [.line("a", [(0, 0), (5, 0), (10, 0)])]
      },
      RuleExample("vertices 1 mm off the line", zh: "偏离 1 mm 的顶点", measures: ["3"]) {
        [.line("a", [(0, 0), (5, 0.001), (10, 0), (15, 0.001), (20, 0)])]
      },
      RuleExample("where the ring starts", zh: "恰为环的起点", measures: ["1"]) {
        [.polygon("a", [(5, 0), (10, 0), (10, 10), (0, 10), (0, 0), (5, 0)])]
      },
      RuleExample("on the border to a neighbour who lacks it", zh: "相邻要素没有的边界顶点", measures: ["1"]) {
        [
          .polygon("a", [(0, 0), (10, 0), (10, 5), (10, 10), (0, 10), (0, 0)]),
          .square("b", x: 10),
        ]
      },
      RuleExample("a shallow curve: every other vertex may go", zh: "平缓曲线：可隔点删除", measures: ["2"]) {
        [.line("a", [(0, 0), (1, 0.0015), (2, 0.006), (3, 0.0135), (4, 0.024)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let eps = task.quantity("eps")
    let shared = SharedVertices(
      in: context.plan, tolerance: task.quantity("tolerance"),
      among: task.features.compactMap { feature in
        // Straight means straight in longitude and latitude.
        feature.geometry.map { geometry in
          (feature, geometry.vertexRuns.map { StraightStretches.candidates(in: $0, eps: eps) })
        }
      })
    return task.features.compactMap { feature in
      guard let plane = feature.plane, let geometry = feature.geometry else { return nil }
      let places = plane.positions
      let redundant = geometry.vertexRuns.enumerated().flatMap { number, run in
        StraightStretches(run, eps: eps) { vertex in
          shared.isShared(places[run.first + vertex], of: feature, run: number)
        }.redundant.map { $0 + run.first }
      }
      guard let first = redundant.min() else { return nil }
      return finding(about: feature, redundant.sorted(), first, places, task, context)
    }
  }

  private func finding(
    about feature: PlanFeature, _ vertices: [Int], _ first: Int, _ places: [PlanePoint],
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (phrase, count) = (feature.phrase, vertices.count)
    // The first vertex of a ring stands twice; one edit cannot take it away.
    let starts = Set((feature.plane?.vertexRuns ?? []).map(\.first))
    let edits = vertices.filter { !starts.contains($0) }
      .map { VertexEdit.remove(feature: feature.id, vertex: $0) }
    return task.finding(
      Wording(
        count == 1
          ? "\(phrase.english) has a vertex that bends nothing"
          : "\(phrase.english) has \(count) vertices that bend nothing",
        zh: "\(phrase.chinese)有 \(count) 个不起弯折作用的顶点"),
      parties: [feature.party(atVertex: first)],
      measure: Measure(Double(count), .features, limit: 0),
      place: context.place(
        count == 1 ? .point(places[first]) : .multiPoint(vertices.map { places[$0] })),
      fix: edits.isEmpty || !feature.mayBeMended
        ? nil
        : SuggestedFix(
          Wording("delete the vertices that bend nothing", zh: "删除不起弯折作用的顶点"), edits: edits))
  }
}
