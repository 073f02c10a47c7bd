internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L13: two lines meet end to end only where something changes.
struct NoPseudoNodes: Rule {
  static let description = RuleDescription(
    code: "L13",
    name: "no-pseudo-nodes",
    summary: Wording(
      "Two lines meet end to end where no other line does and no attribute changes.",
      zh: "两条线首尾相接，别无他线，也没有属性变化。"),
    rationale: Wording(
      "A line cut for no reason is counted twice, labelled twice and edited by halves.",
      zh: "无故断开的线会被重复计数、重复注记，修改时也容易只改一半。"),
    fix: Wording("join the two lines into one", zh: "将两条线合并为一条"),
    trap: Wording(
      "A change of an attribute in 'keys' makes the node legitimate, and so does a third line that ends there or passes.",
      zh: "“keys”中任一属性发生变化，或有第三条线止于或经过该处，结点就是正当的。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Have Pseudo-Nodes (Line)"), .qgis("must not have pseudos"),
      .superMap("线内无假结点"),
    ],
    parameters: [
      .tolerance,
      RuleParameter(
        "keys", .texts, default: nil,
        Wording(
          "attributes whose change justifies the node; none without it",
          zh: "变化后即可断开的属性；不写则任何变化都不算")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("three lines that meet", zh: "三条线相接") {
        [
          .line("a", [(0, 0), (5, 0)]), .line("b", [(5, 0), (10, 0)]),
          .line("c", [(5, 0), (5, 5)]),
        ]
      },
      RuleExample("a third line that passes", zh: "有第三条线经过") {
        [
          .line("a", [(0, 0), (5, 0)]), .line("b", [(5, 0), (10, 0)]),
          .line("c", [(5, -5), (5, 5)]),
        ]
      },
      RuleExample(
        "the class changes", zh: "等级变化",
        ExamplePlan(
          [
            .line("a", [(0, 0), (5, 0)], "\"class\":\"主干路\""),
            .line("b", [(5, 0), (10, 0)], "\"class\":\"支路\""),
          ], settings: ["on: roads", "keys: [class, name]"])),
      RuleExample(
        "an attribute that only one of them has", zh: "只有一方有该属性",
        ExamplePlan(
          [
            .line("a", [(0, 0), (5, 0)], kind: "feature", "\"lanes\":2"),
            .line("b", [(5, 0), (10, 0)], kind: "feature"),
          ], settings: ["on: features", "keys: lanes"])),
      RuleExample("an end on the middle of another line", zh: "一端止于另一条线中部") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 5)])]
      },
      RuleExample("a closed line meets itself", zh: "闭合线自相接") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
    ],
    flags: [
      RuleExample("two lines straight on", zh: "两条线笔直相接") {
        [.line("a", [(0, 0), (5, 0)]), .line("b", [(5, 0), (10, 0)])]
      },
      RuleExample("start to start, 1 mm apart", zh: "起点对起点，相距 1 毫米") {
        [.line("a", [(5, 0), (0, 0)]), .line("b", [(5.001, 0), (10, 3)])]
      },
      RuleExample(
        "a change that is not in 'keys'", zh: "变化的属性不在“keys”中",
        ExamplePlan(
          [
            .line("a", [(0, 0), (5, 0)], "\"class\":\"支路\",\"name\":\"一路\""),
            .line("b", [(5, 0), (10, 0)], "\"class\":\"支路\",\"name\":\"二路\""),
          ], settings: ["on: roads", "keys: class"])),
      RuleExample("two lines that form a ring meet twice", zh: "两条线成环，有两处") {
        [.line("a", [(0, 0), (10, 0), (10, 10)]), .line("b", [(10, 10), (0, 10), (0, 0)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let keys = task.texts("keys")
    let set = LineSet(task.features, tolerance: task.quantity("tolerance"))
    var findings: [Finding] = []
    for node in LineNodes(set).nodes where node.degree == 2 && node.stops.count == 2 {
      let stops = node.stops.sorted {
        set.feature(ofPart: $0.part).id < set.feature(ofPart: $1.part).id
      }
      let lines = stops.map { set.feature(ofPart: $0.part) }
      guard lines[0].id != lines[1].id else { continue }
      context.verified(pairs: 1)
      guard keys.allSatisfy({ lines[0].attribute($0) == lines[1].attribute($0) }) else { continue }
      let (a, b) = (lines[0].phrase, lines[1].phrase)
      findings.append(
        task.finding(
          Wording(
            "\(a.english) and \(b.english) meet end to end, and nothing changes there",
            zh: "\(a.chinese)与\(b.chinese)首尾相接，该处没有变化"),
          parties: zip(lines, stops).map { line, stop in
            line.party(atVertex: set.vertex(ofPart: stop.part, at: stop.distance))
          },
          place: context.place(at: node.point)))
    }
    return findings
  }
}
