internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// G07: no vertex is a spike.
struct MinAngle: Rule {
  static let description = RuleDescription(
    code: "G07",
    name: "min-angle",
    summary: Wording(
      "Two edges meet at an angle so small that the vertex is a spike.", zh: "相邻两边的夹角过小，形成尖刺。"),
    rationale: Wording(
      "Spikes are slips of digitising: nothing is built to a needle's point, and lines beside a spike shoot off the map.",
      zh: "尖刺是数字化的失误：现实中没有针尖状的用地，沿边偏移的线也会冲出图外。"),
    fix: Wording("delete the vertex at the tip", zh: "删除尖端的顶点"),
    trap: Wording(
      "A ring has an angle at the vertex where it starts too; vertices within the tolerance of each other count as one, so that their jitter is no spike.",
      zh: "环的起点处也有夹角；容差之内的顶点视为一点，其抖动不算尖刺。"),
    looksAt: [.line, .area],
    counterparts: [
      .qgis("Minimal angle between segments"), .superMap("面内无锐角"), .superMap("线内无锐角"),
      .superMap("线内无打折"),
    ],
    parameters: [
      .tolerance,
      RuleParameter(
        "min_angle", .quantity(.angle), default: "1 deg",
        Wording("the smallest angle between two edges", zh: "两边之间的最小夹角")),
    ],
    accepts: [
      RuleExample("right angles", zh: "直角") { [.square("a", x: 0)] },
      RuleExample("a vertex on a straight line", zh: "直线上的顶点") {
        [.line("a", [(0, 0), (5, 0), (10, 0)])]
      },
      RuleExample("a wedge of 5.7°", zh: "5.7° 的楔形") {
        [.polygon("a", [(0, 0), (100, 0), (100, 10), (0, 0)])]
      },
      RuleExample("a step back of 1 mm is a duplicate", zh: "退回 1 mm 属于重复点") {
        [.line("a", [(0, 0), (5, 0), (4.999, 0), (10, 0)])]
      },
      RuleExample("a line ends where it likes", zh: "线的端点没有夹角") {
        [.line("a", [(0, 0), (10, 0.01)]), .line("b", [(0, 0), (10, 0)])]
      },
    ],
    flags: [
      RuleExample("a line that turns back", zh: "原路折回", measures: ["0°"]) {
        [.line("a", [(0, 0), (10, 0), (4, 0), (4, 8)])]
      },
      RuleExample("a needle on an outline", zh: "外环上的尖刺", measures: ["0.573°"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 5), (30, 5.1), (10, 5.2), (10, 10), (0, 10), (0, 0)])
        ]
      },
      RuleExample("a tip where the ring starts", zh: "尖端恰为环的起点", measures: ["0.573°"]) {
        [.polygon("a", [(0, 0), (100, -0.5), (100, 0.5), (0, 0)])]
      },
      RuleExample("a tip that stands twice", zh: "尖端顶点重复", measures: ["0.573°"]) {
        [.line("a", [(0, 0), (100, 0.5), (100, 0.5), (0, 1)])]
      },
      RuleExample(
        "a stricter limit", zh: "更严的限值", measures: ["5.71°"],
        ExamplePlan(
          [.polygon("a", [(0, 0), (100, 0), (100, 10), (0, 0)])], settings: ["min_angle: 10 deg"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let (tolerance, limit) = (task.quantity("tolerance"), task.quantity("min_angle"))
    return task.features.flatMap { feature in
      (feature.plane?.vertexRuns ?? []).filter { $0.points.count >= 3 }.flatMap { run in
        run.corners(tolerance: tolerance).compactMap { corner -> Finding? in
          let angle = PlanePoint.angle(
            run.points[corner.previous], run.points[corner.vertex], run.points[corner.next])
          guard angle < limit - 1e-9 else { return nil }
          return finding(
            about: feature, run, corner, Measure(angle, .degrees, limit: limit), task, context)
        }
      }
    }
  }

  private func finding(
    about feature: PlanFeature, _ run: VertexRun<PlanePoint>,
    _ corner: (previous: Int, vertex: Int, next: Int), _ measure: Measure, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (phrase, much) = (feature.phrase, measure.phrase)
    return task.finding(
      Wording(
        "the edges of \(phrase.english) meet at \(much.english)",
        zh: "\(phrase.chinese)有两边的夹角为 \(much.chinese)"),
      parties: [feature.party(atVertex: run.first + corner.vertex)], measure: measure,
      place: context.place(at: run.points[corner.vertex]),
      fix: fix(of: feature, run, corner, tolerance: task.quantity("tolerance")))
  }

  /// Taking the tip off changes no area where the spike has no width.
  private func fix(
    of feature: PlanFeature, _ run: VertexRun<PlanePoint>,
    _ corner: (previous: Int, vertex: Int, next: Int), tolerance: Double
  ) -> SuggestedFix? {
    let (a, tip, b) = (
      run.points[corner.previous], run.points[corner.vertex], run.points[corner.next]
    )
    let width = min(Segment(a, tip).distance(to: b), Segment(tip, b).distance(to: a))
    // The first vertex of a ring stands twice; one edit cannot take it away.
    guard feature.mayBeMended, run.isRing, corner.vertex > 0, run.points.count > 4,
      width <= tolerance
    else {
      return nil
    }
    return SuggestedFix(
      Wording("delete the tip of the spike", zh: "删除尖刺的顶点"),
      edits: [.remove(feature: feature.id, vertex: run.first + corner.vertex)])
  }
}

extension PlanePoint {
  /// The angle at a vertex between the ways to two others, 0 to 180 degrees.
  static func angle(_ a: PlanePoint, _ vertex: PlanePoint, _ b: PlanePoint) -> Double {
    let (ax, ay) = (a.x - vertex.x, a.y - vertex.y)
    let (bx, by) = (b.x - vertex.x, b.y - vertex.y)
    // The cosine alone cannot tell small angles apart.
    return atan2(abs(ax * by - ay * bx), ax * bx + ay * by) * 180 / .pi
  }
}
