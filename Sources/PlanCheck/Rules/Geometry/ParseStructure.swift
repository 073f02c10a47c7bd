internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G01: every geometry has the structure that RFC 7946 gives it.
struct ParseStructure: Rule {
  static let description = RuleDescription(
    code: "G01",
    name: "parse-structure",
    summary: Wording(
      "A geometry is not built as RFC 7946 asks: wrong nesting, too few positions, an open ring.",
      zh: "几何结构不符合 RFC 7946：嵌套层数不对、坐标点过少或环未闭合。"),
    rationale: Wording(
      "A feature whose geometry cannot be read is missing from every map and every other check.",
      zh: "几何无法读取的要素，不会出现在任何图上，也不参与其他检查。"),
    fix: Wording("correct the geometry at this place", zh: "更正此处的几何"),
    trap: Wording(
      "A number too large to compute with, such as 1e400, and NaN are refused where they are read; later on they would pass every test.",
      zh: "过大而无法计算的数（如 1e400）和 NaN 在读取时即被拒绝，否则后面的各项检查都会放过它们。"),
    looksAt: [.point, .line, .area],
    counterparts: [.qgis("Polygons with less than 3 nodes")],
    accepts: [
      RuleExample("a closed ring of four positions", zh: "四个坐标点的闭合环") { [.square("a", x: 0)] }
    ],
    flags: [
      RuleExample(
        "a ring that does not end where it starts", zh: "首尾不相接的环",
        .of(
          """
          {"type":"Polygon","coordinates":[[[0,0],[0.001,0],[0.001,0.001],[0,0.001]]]}
          """)),
      RuleExample(
        "a line of one position", zh: "只有一个坐标点的线",
        .of(
          """
          {"type":"LineString","coordinates":[[0,0]]}
          """)),
      RuleExample(
        "a polygon nested like a line", zh: "按线的层数书写的面",
        .of(
          """
          {"type":"Polygon","coordinates":[[0,0],[0.001,0],[0.001,0.001],[0,0]]}
          """)),
      RuleExample(
        "a number that is not finite", zh: "非有限数",
        .of(
          """
          {"type":"Polygon","coordinates":[[[0,0],[1e999,0],[0.001,0.001],[0,0]]]}
          """)),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task)
  }
}
