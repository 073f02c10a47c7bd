internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// L20: lines lead over the outline of an area at gates only.
struct CrossesBoundary: Rule {
  static let description = RuleDescription(
    code: "L20",
    name: "crosses-boundary",
    summary: Wording(
      "A line leads over the outline of an area where no gate is.", zh: "线在没有出入口的地方越过面的边界。"),
    rationale: Wording(
      "Whatever enters a zone, a park or a bonded area does so at a gate that is drawn, counted and guarded.",
      zh: "进出范围、园区或保税区的，都要经过画在图上、列入清单、有人值守的出入口。"),
    fix: Wording(
      "draw the gate at the crossing, or lead the line through one", zh: "在交点处补上出入口，或让线从已有出入口通过"),
    trap: Wording(
      "A line that ends at the outline, touches it or runs along it and turns back does not cross. Two lines that meet on the outline from both sides do.",
      zh: "止于边界、碰到边界或沿边界走后折回的线不算越过。两条线从内外两侧在边界上相接则算。"),
    looksAt: [.line],
    counterparts: [.superMap("线不能和面相交或被包含")],
    parameters: [
      .tolerance,
      RuleParameter(
        "gate", .reference, default: nil,
        Wording("the points where lines may cross", zh: "允许越过边界的点")),
      RuleParameter(
        "within", .quantity(.length), default: nil,
        Wording(
          "how far a gate may be from the crossing; the tolerance without it",
          zh: "出入口与交点的最大距离，不写则为容差")),
    ],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "a gate at the crossing", zh: "交点处有出入口",
        .gated([[(5, 5), (15, 5)]], [(10, 5)])),
      RuleExample(
        "a gate 2 m beside the road", zh: "出入口在路旁 2 米",
        .gated([[(5, 5), (15, 5)]], [(10, 7)], "within: 3 m")),
      RuleExample(
        "a road that ends at the outline", zh: "止于边界的道路", .gated([[(10, 5), (15, 5)]], [])),
      RuleExample(
        "a road that touches the outline and turns back", zh: "碰到边界后折回",
        .gated([[(15, 0), (10, 5), (15, 10)]], [])),
      RuleExample(
        "a road along the outline that leaves where it came from", zh: "沿边界走一段后回到同侧",
        .gated([[(15, 2), (10, 2), (10, 8), (15, 8)]], [])),
      RuleExample(
        "1 mm over the outline and back", zh: "越过边界 1 毫米又返回",
        .gated([[(5, 0), (10.001, 5), (5, 10)]], [])),
      RuleExample(
        "one gate on the border of two areas", zh: "两个面的公共边上一个出入口",
        .gated([[(5, 5), (15, 5)]], [(10, 5)], areas: [.square("y", x: 0), .square("z", x: 10)])),
    ],
    flags: [
      RuleExample("no gate", zh: "没有出入口", .gated([[(5, 5), (15, 5)]], [])),
      RuleExample(
        "a gate at another place", zh: "出入口在别处", .gated([[(5, 5), (15, 5)]], [(10, 8)])),
      RuleExample(
        "in at a gate and out without one", zh: "进有出入口，出没有",
        .gated([[(-5, 5), (15, 5)]], [(0, 5)])),
      RuleExample(
        "along the outline and out on the other side", zh: "沿边界走一段后到另一侧",
        .gated([[(5, 2), (10, 2), (10, 8), (15, 8)]], [])),
      RuleExample(
        "two roads that meet on the outline", zh: "两条路在边界上相接",
        .gated([[(5, 5), (10, 5)], [(10, 5), (15, 5)]], [])),
      RuleExample(
        "into a hole", zh: "进入洞中",
        .gated(
          [[(1, 3), (3, 3)]], [],
          areas: [
            .polygon(
              "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
          ])),
      RuleExample(
        "a closed road that starts on the outline", zh: "起点在边界上的闭合道路",
        .gated([[(10, 5), (15, 8), (5, 8), (10, 5)]], [(10, 8)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let set = LineSet(task.features, tolerance: task.quantity("tolerance"))
    let gates = (task.reference("gate").map(context.plan.features) ?? [])
      .flatMap { $0.plane?.points ?? [] }
    let gateIndex = BoxIndex(gates.map { Bounds($0, $0) })
    let reach = task.optionalQuantity("within") ?? task.quantity("tolerance")
    let lines = BoxIndex(set.parts.map { set.bounds(of: $0) })
    var findings: [Finding] = []
    for area in task.partners {
      guard let shape = context.shape(of: area),
        let box = shape.geometry.polygons.isEmpty
          ? nil : shape.geometry.bounds
      else { continue }
      let near = lines.query(box, margin: set.tolerance)
      context.verified(pairs: near.count)
      guard !near.isEmpty else { continue }
      for crossing in BoundaryCrossings(set, shape.geometry).crossings(of: near) {
        let course = crossing.course
        let hasGate = Bounds(course).map { box in
          gateIndex.query(box, margin: reach).contains { gate in
            course.distance(to: gates[gate]) <= reach
          }
        }
        guard hasGate != true else { continue }
        findings.append(
          finding(about: crossing, area, set, task, context, isDegraded: shape.isRepaired))
      }
    }
    return findings
  }

  private func finding(
    about crossing: BoundaryCrossings.Crossing, _ area: PlanFeature, _ set: LineSet,
    _ task: RuleTask, _ context: CheckContext, isDegraded: Bool
  ) -> Finding {
    let course = crossing.course
    let point = course[course.count / 2]
    var lines: [PlanFeature] = []
    for line in crossing.parts.map({ set.feature(ofPart: $0) })
    where !lines.contains(where: { $0.id == line.id }) {
      lines.append(line)
    }
    lines.sort { $0.id < $1.id }
    let (phrase, other) = (Wording.list(lines.map(\.phrase)), area.phrase)
    return task.finding(
      lines.count == 1
        ? Wording(
          "\(phrase.english) crosses the outline of \(other.english) where no gate is",
          zh: "\(phrase.chinese)越过\(other.chinese)的边界，该处没有出入口")
        : Wording(
          "\(phrase.english) meet on the outline of \(other.english) from both sides, and no gate is there",
          zh: "\(phrase.chinese)从两侧在\(other.chinese)的边界上相接，该处没有出入口"),
      parties: lines.map { $0.party(near: point) } + [area.party(near: point)],
      place: context.place(at: point), isDegraded: isDegraded)
  }
}

extension LineSet {
  /// The box around a part, with what its edges bulge on the plane.
  fileprivate func bounds(of part: Part) -> Bounds<PlanePoint>? {
    Bounds(joining: edges[part.edges].lazy.map { Bounds($0.segment.start, $0.segment.end) })
  }
}

extension [PlanePoint] {
  /// How far a point is from the line through these, in metres.
  fileprivate func distance(to point: PlanePoint) -> Double {
    let pieces = zip(self, dropFirst()).map { Segment($0, $1).distance(to: point) }
    return pieces.min() ?? first?.distance(to: point) ?? .infinity
  }
}

extension ExamplePlan {
  /// Roads, gates, and a district from (0, 0) to (10, 10).
  fileprivate static func gated(
    _ roads: [[(Double, Double)]], _ gates: [(Double, Double)], _ more: String...,
    areas: [ExampleFeature] = [.square("z", x: 0)]
  ) -> ExamplePlan {
    ExamplePlan(
      roads.enumerated().map { .line("r\($0.offset)", $0.element) }
        + gates.enumerated().map { .point("g\($0.offset)", $0.element.0, $0.element.1) } + areas,
      settings: ["on: roads", "with: districts"] + (gates.isEmpty ? [] : ["gate: facilitys"]) + more
    )
  }
}
