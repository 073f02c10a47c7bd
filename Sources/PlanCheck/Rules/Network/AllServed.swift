internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N03: every demand has the network near it, and a way to a source that is not too long.
struct AllServed: Rule {
  static let description = RuleDescription(
    code: "N03",
    name: "all-served",
    summary: Wording(
      "A place that needs service lies far from the network, or the way to the nearest source is long or goes far round.",
      zh: "需要服务的地点距网络太远，或到最近源点的路程过长、绕行过大。"),
    rationale: Wording(
      "A park 200 m away as the crow flies serves nobody when the way to it is two kilometres long.",
      zh: "直线 200 m 的公园，若要走两公里，等于没有。"),
    fix: Wording(
      "bring the network to the place, or open a shorter way to a source", zh: "把网络接到该处，或打通更短的路径"),
    trap: Wording(
      "A circle about a source is no service area: the way counts along the lines, the steps from the place to the network and from there to the source included.",
      zh: "以源点画圆不是服务范围：路程沿线计算，并计入从地点到网络、从网络到源点的距离。"),
    looksAt: [.point, .area, .line],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .quantity(.length), default: "100 m",
        Wording(
          "how far from the network a place may lie in a straight line, and a source too",
          zh: "地点（及源点）距网络的最大直线距离")),
      RuleParameter(
        "sources", .reference, default: nil,
        Wording("what the places are to be served from", zh: "提供服务的源点")),
      RuleParameter(
        "max_path", .quantity(.length), default: nil,
        Wording("how long the way to the nearest source may be", zh: "到最近源点的最大路程")),
      RuleParameter(
        "max_detour", .number, default: nil,
        Wording(
          "how many times as long as the straight line that way may be", zh: "路程与直线距离之比的上限")),
      .direction("both"), .way,
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a plot beside a street", zh: "临街的地块",
        .served([.plot("p", x: 20, y: 5), street])),
      RuleExample(
        "a source 140 m away along two streets", zh: "沿两条路 140 m 处有源点",
        .served([.spot("p", 0, 10), street, side, source], "sources: facilitys", "max_path: 150 m")),
      RuleExample(
        "a corner makes no long detour", zh: "转一个弯不算绕远",
        .served([.spot("p", 0, 0), street, side, source], "sources: facilitys", "max_detour: 1.5")),
      RuleExample(
        "the nearer of two sources counts", zh: "取两个源点中较近者",
        .served(
          [.spot("p", 0, 0), street, side, source, .point("s2", 30, 0)], "sources: facilitys",
          "max_path: 40 m")),
      RuleExample(
        "a plot without a place yet is not judged", zh: "尚无位置的地块不予判断",
        .served([.nowhere("p", kind: "feature"), .plot("q", x: 20, y: 5), street])),
    ],
    flags: [
      RuleExample(
        "a plot 120 m from the street", zh: "距道路 120 m 的地块", measures: ["120 m"],
        .served([.plot("p", x: 20, y: 120), street])),
      RuleExample(
        "near as the crow flies, and far along the streets", zh: "直线很近，沿路很远", measures: ["220 m"],
        .served(
          [
            .spot("p", 0, 0), .line("a", [(0, 0), (100, 0), (100, 20), (0, 20)]),
            .point("s", 0, 20),
          ], "sources: facilitys", "max_path: 200 m")),
      RuleExample(
        "eleven times the straight line", zh: "路程为直线的十一倍", measures: ["11"],
        .served(
          [
            .spot("p", 0, 0), .line("a", [(0, 0), (100, 0), (100, 20), (0, 20)]),
            .point("s", 0, 20),
          ], "sources: facilitys", "max_detour: 3")),
      RuleExample(
        "the steps to the network count", zh: "到网络的距离也要计入", measures: ["110 m"],
        .served(
          [.spot("p", 0, 10), street, .point("s", 100, 0)], "sources: facilitys", "max_path: 105 m")
      ),
      RuleExample(
        "a street that no source feeds", zh: "没有源点通达的道路",
        .served(
          [.spot("p", 0, 50), street, .line("b", [(0, 50), (100, 50)]), .point("s", 100, 0)],
          "sources: facilitys", "max: 10 m")),
      RuleExample(
        "each point of a set is served by itself", zh: "点集的每个点分别判断", measures: ["150 m"],
        .served([.points("p", [(0, 10), (50, 150)], kind: "feature"), street])),
      RuleExample(
        "against a one-way street", zh: "须逆行单行路", measures: ["180 m"],
        .served(
          [
            .spot("p", 0, 0),
            .line("w", [(0, 0), (60, 0)], kind: "watercourse"),
            .line("x", [(60, 0), (60, 60), (0, 60), (0, 0)], kind: "watercourse"),
            .point("s", 60, 0),
          ], "sources: facilitys", "max_path: 100 m", "direction: digitised")),
      RuleExample(
        "a source that hangs on no line", zh: "源点不在网络上", measures: ["300 m"],
        .served(
          [.spot("p", 0, 0), street, .point("s", 50, 300)], "sources: facilitys", "max_path: 1 km")),
    ])

  private static let street = ExampleFeature.line("a", [(0, 0), (100, 0)])
  private static let side = ExampleFeature.line("b", [(100, 0), (100, 30)])
  private static let source = ExampleFeature.point("s", 100, 30)

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let sources = task.reference("sources").map(context.plan.features) ?? []
    var findings: [Finding] = []
    for state in context.states(of: task.partners) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      guard !network.members.isEmpty else { continue }
      let service = try Service(
        of: task.features, from: sources, on: network, task: task, context: context)
      findings += try service.findings()
    }
    return findings
  }
}

extension ExamplePlan {
  /// Places to be served and the lines that serve them.
  fileprivate static func served(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: [roads, watercourses]"] + settings)
  }
}
