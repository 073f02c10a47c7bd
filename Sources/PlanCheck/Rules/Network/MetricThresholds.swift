internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N11: the indices of a network lie within their limits.
struct MetricThresholds: Rule {
  static let description = RuleDescription(
    code: "N11",
    name: "metric-thresholds",
    summary: Wording(
      "An index of a network, such as its density or its share of dead ends, lies outside its limits.",
      zh: "路网密度、断头路比例等网络指标超出限值。"),
    rationale: Wording(
      "Standards ask for a density, for blocks of a size, for few dead ends; a plan either meets them or does not.",
      zh: "规范对路网密度、街区尺度、断头路比例有要求，规划须经得起核算。"),
    fix: Wording(
      "add or drop lines until the index lies within its limits, or correct the limit",
      zh: "增减线路使指标达标，或更正限值"),
    trap: Wording(
      "A bend is no node: a vertex where two lines merely continue must not be counted, or every index comes out wrong; below three nodes an index has no value.",
      zh: "转折点不是节点：仅首尾相接之处不得计入，否则各项指标都会算错；节点少于三个时指标无值。"),
    looksAt: [.line],
    parameters: [
      .tolerance,
      RuleParameter(
        "limits", .mapping, default: nil,
        Wording(
          "limits by index: {alpha: 0.1..0.4, dead_end_share: ..20 %}; "
            + NetworkIndex.names.joined(separator: ", "),
          zh: "各项指标的限值：{alpha: 0.1..0.4, dead_end_share: ..20 %}；可用："
            + NetworkIndex.names.joined(separator: "、"))),
      RuleParameter(
        "within", .reference, default: nil,
        Wording("the areas to which densities refer", zh: "计算密度所用的范围")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample(
        "a square of streets with stubs", zh: "带尽端路的方格",
        .measured(grid, "limits: {alpha: 0.05..0.1, beta: 1, gamma: ..0.45, mean_degree: 2}")),
      RuleExample(
        "a bend is no node", zh: "转折点不是节点",
        .measured(
          [
            .line("a", [(0, 0), (50, 10), (100, 0)]), .line("b", [(100, 0), (200, 0)]),
            .line("c", [(100, 0), (100, 80)]),
          ], "limits: {dead_end_share: 75 %, three_way_share: 25 %, mean_degree: 1.5}")),
      RuleExample(
        "density within the area alone", zh: "只计范围之内的密度",
        .measured(
          [
            .square("z", x: 0, side: 1000, kind: "zone"), .line("a", [(-500, 500), (1500, 500)]),
            .line("b", [(500, -500), (500, 500)]),
          ], "within: zones", "limits: {street_density: 1.4..1.6, intersection_density: 0.9..1.1}")),
      RuleExample(
        "a street that is straight", zh: "笔直的道路",
        .measured(grid, "limits: {circuity: ..1.001, mean_segment: ..100 m}")),
    ],
    flags: [
      RuleExample(
        "too many dead ends", zh: "断头路过多", measures: ["50%"],
        .measured(grid, "limits: {dead_end_share: ..20 %}")),
      RuleExample(
        "too loosely knit", zh: "连接度过低", measures: ["0.091", "0.444"],
        .measured(grid, "limits: {alpha: 0.2.., gamma: 0.5..}")),
      RuleExample(
        "a detour on every street", zh: "处处绕行", measures: ["1.41"],
        .measured(
          [
            .line("a", [(0, 0), (50, 50), (100, 0)]), .line("b", [(100, 0), (150, 50), (200, 0)]),
            .line("c", [(100, 0), (50, -50), (100, -100)]),
          ], "limits: {circuity: ..1.3}")),
      RuleExample(
        "a block that is too long", zh: "街区过大", measures: ["10000 m²", "400 m"],
        .measured(grid, "limits: {max_block_perimeter: ..300 m, max_block_area: ..0.5 ha}")),
      RuleExample(
        "all ways through one crossing", zh: "路路经过同一路口", measures: ["100%"],
        .measured(
          [
            .line("a", [(0, 0), (100, 0), (200, 0)]), .line("b", [(100, 0), (100, 80)]),
          ], "limits: {betweenness_share: ..60 %}")),
      RuleExample(
        "no index without three nodes, and no division by zero", zh: "不足三个节点时指标无值，也不作除法",
        .measured([.line("a", [(0, 0), (100, 0)])], "limits: {gamma: 0.3..}")),
      RuleExample(
        "no density without an area", zh: "没有范围便没有密度",
        .measured(grid, "limits: {street_density: 8..}")),
      RuleExample(
        "an index of which nothing is known", zh: "未知的指标",
        .measured(grid, "limits: {alhpa: 0.1..}")),
      RuleExample(
        "a limit in the wrong unit", zh: "单位不符的限值",
        .measured(grid, "limits: {mean_segment: ..20 %}")),
    ])

  /// Four streets about a block, each corner with a stub of 50 m: 8 nodes, 8 links, one way round.
  private static let grid: [ExampleFeature] = [
    .line("s", [(-50, 0), (0, 0), (100, 0)]), .line("e", [(100, -50), (100, 0), (100, 100)]),
    .line("n", [(150, 100), (100, 100), (0, 100)]), .line("w", [(0, 150), (0, 100), (0, 0)]),
  ]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    var findings: [Finding] = []
    var limits: [(index: NetworkIndex, range: LimitRange)] = []
    for member in task.members("limits") {
      switch NetworkIndex.limit(member) {
      case .success(let limit): limits.append(limit)
      case .failure(let fault): findings.append(task.unusable(member, fault.message))
      }
    }
    if task.members("limits").isEmpty {
      return [task.unusable("limits", Wording("no limit is set", zh: "没有设置任何限值"))]
    }
    let areas = task.reference("within").map(context.plan.features) ?? []
    let states = context.states(of: task.features)
    for state in states {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      guard !network.members.isEmpty else { continue }
      let measured = try MeasuredNetwork(network, within: areas, for: limits.map(\.index), context)
      let title =
        states.count < 2
        ? Wording("", zh: "")
        : state.works == .none
          ? Wording(" as it is", zh: "现状") : Wording(" with every work done", zh: "（全部工程完成后）")
      for (index, range) in limits {
        findings += finding(about: index, range, measured.value(of: index), title, task)
      }
    }
    return findings
  }

  private func finding(
    about index: NetworkIndex, _ range: LimitRange, _ value: Double?, _ state: Wording,
    _ task: RuleTask
  ) -> [Finding] {
    let what = task.on.joined(separator: ", ")
    let party = Finding.Party(id: task.location.file, name: index.rawValue, location: task.location)
    guard let value else {
      return [
        task.finding(
          Wording(
            "'\(index.rawValue)' of '\(what)'\(state.english) has no value: \(index.lack.english)",
            zh: "“\(what)”\(state.chinese)的“\(index.rawValue)”无值：\(index.lack.chinese)"),
          parties: [party], severity: .info)
      ]
    }
    guard let limit = range.offended(by: value) else { return [] }
    let measure = index.measure(value, limit: limit)
    let much = measure.phrase
    return [
      task.finding(
        Wording(
          "\(index.title.english) ('\(index.rawValue)') of '\(what)'\(state.english) is \(much.english)",
          zh: "“\(what)”\(state.chinese)的\(index.title.chinese)（\(index.rawValue)）为 \(much.chinese)"
        ),
        parties: [party], measure: measure)
    ]
  }
}

extension ExamplePlan {
  /// Roads whose indices are held against limits.
  fileprivate static func measured(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: roads"] + settings)
  }
}
