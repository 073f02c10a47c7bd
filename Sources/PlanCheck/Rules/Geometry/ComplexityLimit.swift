internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G16: no feature is drawn in more detail than programs and people can work with.
struct ComplexityLimit: Rule {
  static let description = RuleDescription(
    code: "G16",
    name: "complexity-limit",
    summary: Wording(
      "A feature has too many vertices, parts or holes, or vertices too close together.",
      zh: "要素的顶点、部分或内环过多，或顶点过密。"),
    rationale: Wording(
      "One feature of a hundred thousand vertices slows every map and overlay down; most often a raster was traced or a whole layer dissolved.",
      zh: "一个要素若有十万个顶点，制图和叠加都会变慢；多为栅格矢量化或整层融合所致。"),
    fix: Wording("simplify the outline, or split the feature", zh: "简化边界，或拆分要素"),
    trap: Wording(
      "The position that closes a ring is no vertex of its own, and a small circle may be drawn finely: density counts from 100 vertices up.",
      zh: "环的闭合点不单独计数；小圆可以画得精细，密度只对 100 个顶点以上的要素计算。"),
    looksAt: [.line, .area],
    parameters: Aspect.allCases.map(\.parameter) + Aspect.allCases.map(\.errorParameter),
    severity: .warning,
    accepts: [
      RuleExample("a square", zh: "正方形") { [.square("a", x: 0)] },
      RuleExample(
        "as many vertices as allowed", zh: "顶点数恰为上限",
        ExamplePlan([.square("a", x: 0)], settings: ["max_vertices: 4"])),
      RuleExample("a small circle, finely drawn", zh: "精细绘制的小圆") {
        [.polygon("a", circle(of: 72, radius: 0.5))]
      },
    ],
    flags: [
      RuleExample(
        "one vertex too many", zh: "多一个顶点", measures: ["4"],
        ExamplePlan([.square("a", x: 0)], settings: ["max_vertices: 3"])),
      RuleExample(
        "too many parts", zh: "部分过多", measures: ["3"],
        ExamplePlan(
          [.lines("a", [[(0, 0), (1, 0)], [(2, 0), (3, 0)], [(4, 0), (5, 0)]])],
          settings: ["max_parts: 2"])),
      RuleExample(
        "too many holes", zh: "内环过多", measures: ["1"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
          ], settings: ["max_holes: 0"])),
      RuleExample("a vertex every 5 cm", zh: "每 5 cm 一个顶点", measures: ["20.1"]) {
        [.line("a", (0...200).map { (Double($0) * 0.05, 0) })]
      },
      RuleExample(
        "beyond the limit of errors", zh: "超过错误限值", measures: ["4"],
        ExamplePlan(
          [.square("a", x: 0)], settings: ["max_vertices: 2", "error_vertices: 3"])),
    ])

  private static func circle(of count: Int, radius: Double) -> [(Double, Double)] {
    // Corners of a fine circle without trigonometry: a rational parametrisation, quarter by quarter.
    let quarter = (0..<count / 4).map { step in
      let t = Double(step) / Double(count / 4)
      let scale = radius / (1 + t * t)
      return ((1 - t * t) * scale, 2 * t * scale)
    }
    let circle =
      quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) }
      + quarter.map { ($0.1, -$0.0) }
    return circle + [circle[0]]
  }

  /// How many vertices make density worth a look.
  private static let leastForDensity = 100

  /// What there can be too much of.
  private enum Aspect: String, CaseIterable {
    case vertices, parts, holes, density

    var fallback: String {
      switch self {
      case .vertices: "10000"
      case .parts, .holes: "200"
      case .density: "10"
      }
    }

    var title: Wording {
      switch self {
      case .vertices: Wording("vertices", zh: "个顶点")
      case .parts: Wording("parts", zh: "个部分")
      case .holes: Wording("holes", zh: "个内环")
      case .density: Wording("vertices per metre", zh: "个顶点/米")
      }
    }

    var type: RuleParameter.ValueType { self == .density ? .number : .count }

    var parameter: RuleParameter {
      RuleParameter(
        "max_\(rawValue)", type, default: fallback,
        Wording("how many \(title.english) a feature may have", zh: "每个要素允许的上限（\(title.chinese)）"))
    }

    var errorParameter: RuleParameter {
      RuleParameter(
        "error_\(rawValue)", type, default: nil,
        Wording(
          "beyond this many \(title.english) the finding is an error, whatever the declaration says",
          zh: "超过此值（\(title.chinese)）一律报为错误"))
    }
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.features.flatMap { feature -> [Finding] in
      guard let plane = feature.plane else { return [] }
      let runs = plane.vertexRuns
      return Aspect.allCases.compactMap { aspect in
        guard let amount = amount(of: aspect, in: plane, runs),
          let finding = finding(about: feature, aspect, amount, task, context)
        else { return nil }
        return finding
      }
    }
  }

  private func amount(
    of aspect: Aspect, in plane: PlaneGeometry, _ runs: [VertexRun<PlanePoint>]
  ) -> Double? {
    let vertices = runs.reduce(0) { $0 + $1.vertexCount }
    switch aspect {
    case .vertices: return Double(vertices)
    case .parts: return Double(plane.partCount)
    case .holes: return Double(runs.count { $0.isRing && $0.ring > 0 })
    case .density:
      let length = plane.length + plane.polygons.reduce(0) { $0 + $1.perimeter }
      guard vertices >= Self.leastForDensity, length > 0 else { return nil }
      return Double(vertices) / length
    }
  }

  private func finding(
    about feature: PlanFeature, _ aspect: Aspect, _ amount: Double, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    func limit(_ name: String) -> Double? {
      task.number("\(name)_\(aspect.rawValue)")
        ?? task.count("\(name)_\(aspect.rawValue)").map(Double.init)
    }
    let errors = limit("error").map { amount > $0 } ?? false
    guard errors || limit("max").map({ amount > $0 }) ?? false else { return nil }
    let measure = Measure(amount, .features, limit: limit(errors ? "error" : "max"))
    let (phrase, title) = (feature.phrase, aspect.title)
    return task.finding(
      Wording(
        "\(phrase.english) has \(measure.text) \(title.english) (limit \(measure.limitText ?? "0"))",
        zh: "\(phrase.chinese)有 \(measure.text) \(title.chinese)（限值 \(measure.limitText ?? "0")）"),
      parties: [feature.party], measure: measure, place: context.place(of: feature),
      severity: errors ? .error : nil)
  }
}
