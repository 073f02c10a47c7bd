internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G09: no edge is too long.
struct MaxSegmentLength: Rule {
  static let description = RuleDescription(
    code: "G09",
    name: "max-segment-length",
    summary: Wording("An edge is longer than allowed.", zh: "线段过长。"),
    rationale: Wording(
      "A very long edge is a missed vertex, or a vertex at the other end of the country; and the longer it is, the more programs disagree on where it runs.",
      zh: "过长的线段往往是漏点，或有顶点落到了别处；线段越长，不同软件对其走向的理解差别越大。"),
    fix: Wording("insert the vertices that are missing", zh: "补上缺少的顶点"),
    trap: Wording(
      "An edge is straight in longitude and latitude: at 1 km it already leaves the straight line of a map plane by about a centimetre.",
      zh: "线段在经纬度上是直的：长 1 km 时，与投影平面上的直线已相差约 1 cm。"),
    looksAt: [.line, .area],
    parameters: [
      RuleParameter(
        "max", .quantity(.length), default: "1 km", Wording("the longest edge", zh: "最长线段"))
    ],
    severity: .warning,
    accepts: [
      RuleExample("a long line of short edges", zh: "由短边组成的长线") {
        [.line("a", [(0, 0), (900, 0), (1800, 0), (2700, 0)])]
      },
      RuleExample(
        "an edge of exactly the limit", zh: "恰为限值的边",
        ExamplePlan([.line("a", [(0, 0), (500, 0)])], settings: ["max: 500 m"])),
      RuleExample("parts far apart are not joined", zh: "相距很远的两个部分之间没有边") {
        [.lines("a", [[(0, 0), (10, 0)], [(5000, 0), (5010, 0)]])]
      },
    ],
    flags: [
      RuleExample("a vertex left out", zh: "漏掉的顶点", measures: ["1500 m"]) {
        [.line("a", [(0, 0), (500, 0), (2000, 0)])]
      },
      RuleExample("the edge that closes a ring", zh: "环的闭合边", measures: ["1273 m"]) {
        [.polygon("a", [(0, 0), (900, 0), (900, 900), (0, 0)])]
      },
      RuleExample(
        "a limit of its own", zh: "自定限值", measures: ["10 m", "10 m"],
        ExamplePlan(
          [.polygon("a", [(0, 0), (10, 0), (10, 5), (0, 5), (0, 0)])], settings: ["max: 8 m"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let limit = task.quantity("max")
    return edgeFindings(
      for: task, using: context, limit: limit, where: { $0 > limit + Rounding.length }
    ) { feature, length in
      Wording(
        "\(feature.english) has an edge of \(length.english)",
        zh: "\(feature.chinese)有长 \(length.chinese)的线段")
    }
  }
}
