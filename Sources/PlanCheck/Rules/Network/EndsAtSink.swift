internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N04: what flows goes on, or ends where it may.
struct EndsAtSink: Rule {
  static let description = RuleDescription(
    code: "N04",
    name: "ends-at-sink",
    summary: Wording(
      "A directed line ends where nothing goes on and no sink is.", zh: "有方向的线止于既无下游也非出口之处。"),
    rationale: Wording(
      "Water that ends in the middle of nowhere is a channel that was missed or is drawn upstream.",
      zh: "水流到半途而止，不是漏画了下游，就是方向画反。"),
    fix: Wording(
      "draw what goes on, turn the line that runs upstream, or mark the end as a sink: 'outlet': true or 'end': 边界",
      zh: "补画下游，调转画反的线，或标明出口：“outlet”为 true，或“end”为“边界”"),
    trap: Wording(
      "Two lines that end in one point are joined and yet both dry out there; a line that ends in a lake does not.",
      zh: "两条线的末端相接，看似连通，实则都无下游；止于湖泊则不算。"),
    looksAt: [.line, .area],
    parameters: [
      .tolerance,
      RuleParameter(
        "boundary", .reference, default: nil,
        Wording("areas on whose outline a line may end", zh: "线可以止于其边界的范围")),
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample("a brook into a river into a lake", zh: "溪入河，河入湖") {
        [
          .line("brook", [(50, 60), (50, 0)], kind: "watercourse"),
          .line("river", [(0, 0), (50, 0), (100, 0)], kind: "watercourse"),
          .square("lake", x: 100, kind: "lake"),
        ]
      },
      RuleExample("a river that ends inside a lake", zh: "末点在湖面内的河") {
        [
          .line("river", [(0, 5), (105, 5)], kind: "watercourse"),
          .square("lake", x: 100, kind: "lake"),
        ]
      },
      RuleExample("an outlet, and a river that leaves the plan", zh: "出口，以及流出范围的河") {
        [
          .line("a", [(0, 0), (50, 0)], kind: "watercourse", "\"outlet\":true"),
          .line("b", [(0, 90), (50, 90)], kind: "watercourse", "\"end\":\"边界\""),
        ]
      },
      RuleExample(
        "an outfall of another layer", zh: "其他图层的排放口",
        ExamplePlan(
          [.pipe("a", [(0, 0), (50, 0)]), .point("outfall", 50, 0)],
          settings: ["on: features", "with: facilitys"])),
      RuleExample(
        "an end on the outline of the zone", zh: "止于规划边界",
        ExamplePlan(
          [.pipe("a", [(5, 5), (10, 5)]), .square("z", x: 0, kind: "zone")],
          settings: ["on: features", "boundary: zones"])),
      RuleExample("an end on the middle of a river", zh: "汇入河流中段") {
        [
          .line("a", [(50, 60), (50, 0)], kind: "watercourse"),
          .line("b", [(0, 0), (100, 0)], kind: "watercourse", "\"outlet\":true"),
        ]
      },
    ],
    flags: [
      RuleExample("a river that ends in a field", zh: "止于田间的河") {
        [.line("a", [(0, 0), (50, 0)], kind: "watercourse")]
      },
      RuleExample("two rivers that end in one point", zh: "两条河止于同一点") {
        [
          .line("a", [(0, 0), (50, 0)], kind: "watercourse"),
          .line("b", [(100, 0), (50, 0)], kind: "watercourse"),
        ]
      },
      RuleExample(
        "an end 3 mm short of the outfall", zh: "距排放口差 3 mm",
        ExamplePlan(
          [.pipe("a", [(0, 0), (49.997, 0)]), .point("outfall", 50, 0)],
          settings: ["on: features", "with: facilitys"])),
      RuleExample(
        "an end inside the zone, which is no sink", zh: "止于规划范围内部，并非出口",
        ExamplePlan(
          [.pipe("a", [(5, 5), (8, 5)]), .square("z", x: 0, kind: "zone")],
          settings: ["on: features", "boundary: zones"])),
      RuleExample("a mark for the other end", zh: "标注写在了另一端") {
        [.line("a", [(0, 0), (50, 0)], kind: "watercourse", "\"start\":\"边界\"")]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let sinks = Sinks(
      task.partners + task.features.filter(\.isSink),
      outlines: task.reference("boundary").map(context.plan.features) ?? [],
      tolerance: task.quantity("tolerance"), context)
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      let whole = network.graph { _ in .forward }
      for vertex in 0..<whole.graph.vertexCount where !whole.areas.contains(vertex) {
        let edges = whole.graph.edges(at: vertex)
        guard !edges.isEmpty, edges.allSatisfy({ whole.graph.edges[$0].start != vertex }) else {
          continue
        }
        let ends = edges.map { End(network, link: whole.links[$0]) }
        guard let point = ends.first?.point, !ends.contains(where: \.isDeclaredSink),
          !sinks.hold(point)
        else { continue }
        findings.append(finding(about: ends, at: point, task, context))
      }
    }
    return findings
  }

  private func finding(
    about ends: [End], at point: PlanePoint, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let names = Wording.list(ends.map(\.feature.phrase))
    return task.finding(
      ends.count > 1
        ? Wording(
          "\(names.english) end in one point, and nothing goes on from there",
          zh: "\(names.chinese)止于同一点，此处没有下游")
        : Wording(
          "\(names.english) ends where nothing goes on and no sink is",
          zh: "\(names.chinese)的末点既无下游也非出口"),
      parties: ends.map { $0.feature.party(atVertex: $0.vertex) },
      place: context.place(at: point))
  }

  /// The end of a line.
  private struct End {
    let feature: PlanFeature
    let vertex: Int
    let point: PlanePoint

    init(_ network: LineNetwork, link: Int) {
      let link = network.links[link]
      let member = network.members[link.member]
      feature = member.feature
      vertex = member.firstVertex + member.line.points.count - 1
      point = network.nodes[link.end].point
    }

    /// Whether the feature says that its last vertex is an outlet or the edge of the plan.
    var isDeclaredSink: Bool {
      vertex == (feature.plane?.positions.count ?? 0) - 1
        && (feature.isOutlet || feature.endEnd == .boundary)
    }
  }

  /// Where lines may end.
  private struct Sinks {
    private let shapes: [PlaneGeometry]
    private let index: BoxIndex
    private let tolerance: Double

    init(
      _ features: [PlanFeature], outlines: [PlanFeature], tolerance: Double,
      _ context: CheckContext
    ) {
      let rings = outlines.compactMap { context.shape(of: $0)?.geometry.polygons }
        .flatMap { $0.flatMap(\.rings) }.compactMap { try? Line($0.points) }
      shapes = features.compactMap { context.shape(of: $0)?.geometry } + rings.map { .line($0) }
      index = BoxIndex(shapes.map(\.bounds))
      self.tolerance = max(tolerance, 1e-6)
    }

    func hold(_ point: PlanePoint) -> Bool {
      index.query(Bounds(point, point), margin: tolerance)
        .contains { shapes[$0].distance(to: point) <= tolerance }
    }
  }
}

extension PlanFeature {
  /// Whether the feature takes in what flows there: a lake or another area, or a point that is an
  /// outlet.
  fileprivate var isSink: Bool {
    guard let plane else { return false }
    return !plane.polygons.isEmpty || (isOutlet && !plane.points.isEmpty)
  }
}
