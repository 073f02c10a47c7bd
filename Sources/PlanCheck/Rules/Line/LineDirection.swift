internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// L19: lines run the way that is declared.
struct LineDirection: Rule {
  static let description = RuleDescription(
    code: "L19",
    name: "direction",
    summary: Wording(
      "A line is drawn against its declared order, or uphill.", zh: "线的绘制方向与声明的次序相反，或由低到高。"),
    rationale: Wording(
      "Flow, one-way traffic and house numbers follow the order of the vertices; a line drawn backwards turns them all round.",
      zh: "水流、单行方向和门牌都跟着顶点次序走，线画反了就全部颠倒。"),
    fix: Wording(
      "reverse the line, with all that it says of its two ends, or correct what is declared",
      zh: "将线反向（连同两端各自的说明），或更正声明"),
    trap: Wording(
      "A level line may run either way. Of 'from' and 'to' one is enough: the other end must not be nearer to it.",
      zh: "两端等高的线方向任意。“from”“to”只写一个也能判断：另一端不得更近。"),
    looksAt: [.line],
    counterparts: [.qgis("Validate network: direction field")],
    parameters: [
      .tolerance,
      RuleParameter(
        "start_elevation", .text, default: "start_elevation",
        Wording("attribute of a line with the height of its first vertex", zh: "线起点高程的属性名")),
      RuleParameter(
        "end_elevation", .text, default: "end_elevation",
        Wording("attribute of a line with the height of its last vertex", zh: "线终点高程的属性名")),
      RuleParameter(
        "elevation", .text, default: "elevation",
        Wording(
          "attribute of the partner points with their height", zh: "“with”各点的高程属性名")),
      RuleParameter(
        "rise", .quantity(.length), default: "0 m",
        Wording("how much higher the last vertex may lie", zh: "终点允许高出起点的量")),
      RuleParameter(
        "from", .text, default: "from",
        Wording(
          "attribute of a line with the id or name of what it comes from", zh: "线所来自要素的属性名，值为标识或名称")
      ),
      RuleParameter(
        "to", .text, default: "to",
        Wording(
          "attribute of a line with the id or name of what it leads to", zh: "线所通向要素的属性名，值为标识或名称")),
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample("downhill", zh: "由高到低") {
        [.line("a", [(0, 0), (10, 0)], kind: "feature", heights(38.2, 37.9))]
      },
      RuleExample("level", zh: "两端等高") {
        [.line("a", [(0, 0), (10, 0)], kind: "feature", heights(38, 38))]
      },
      RuleExample(
        "2 cm uphill, where 5 cm may be", zh: "升高 2 厘米，允许 5 厘米",
        ExamplePlan(
          [.line("a", [(0, 0), (10, 0)], kind: "feature", heights(38, 38.02))],
          settings: ["on: features", "rise: 5 cm"])),
      RuleExample(
        "from manhole to manhole, as declared", zh: "按声明由一井到另一井",
        .pipe([(0, 0), (10, 0)], "\"from\":\"m1\",\"to\":\"m2\"")),
      RuleExample(
        "between points of which one has no height", zh: "一端的点没有高程",
        .pipe([(10, 0), (0, 0)], "\"depth\":2", "with: features")),
      RuleExample("nothing is declared", zh: "没有任何声明") {
        [.line("a", [(0, 0), (10, 0)], kind: "feature")]
      },
    ],
    flags: [
      RuleExample("30 cm uphill", zh: "升高 30 厘米", measures: ["0.3 m"]) {
        [.line("a", [(0, 0), (10, 0)], kind: "feature", heights(37.9, 38.2))]
      },
      RuleExample(
        "uphill by the points at its ends", zh: "按两端的点由低到高", measures: ["1.5 m"],
        ExamplePlan(
          [
            .line("a", [(0, 0), (5, 5), (10, 0)], kind: "feature"),
            .point("p", 0, 0, kind: "feature", "\"z\":30"),
            .point("q", 10, 0.001, kind: "feature", "\"z\":31.5"),
          ], settings: ["on: features", "with: features", "elevation: z"])),
      RuleExample(
        "drawn from its end to its start", zh: "由终点画到起点",
        .pipe([(10, 0), (0, 0)], "\"from\":\"m1\",\"to\":\"m2\"")),
      RuleExample(
        "it starts at what it leads to", zh: "起点就是它所通向的要素",
        .pipe([(10, 0), (0, 0)], "\"to\":\"m2\"")),
      RuleExample(
        "the order of another attribute", zh: "由另一属性声明的次序",
        ExamplePlan(
          [
            .line("a", [(10, 0), (0, 0)], kind: "watercourse", "\"flows_to\":\"b\""),
            .line("b", [(10, -9), (10, 9)], kind: "watercourse"),
          ], settings: ["on: watercourses", "to: flows_to"])),
    ])

  private static func heights(_ start: Double, _ end: Double) -> String {
    "\"start_elevation\":\(start),\"end_elevation\":\(end)"
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let points = task.partners.filter { !($0.plane?.points.isEmpty ?? true) }
    let index = BoxIndex(points.map { $0.plane?.bounds })
    var findings: [Finding] = []
    for feature in task.features {
      guard let lines = feature.plane?.lines, let start = lines.first?.start,
        let end = lines.last?.end, start != end
      else { continue }
      let heights = [
        (task.word("start_elevation"), start), (task.word("end_elevation"), end),
      ].map { attribute, place in
        attribute.flatMap(feature.attribute)?.number
          ?? index.query(Bounds(place, place), margin: task.quantity("tolerance")).lazy
          .filter { points[$0].isAt(place, within: task.quantity("tolerance")) }
          .compactMap { points[$0].attribute(task.word("elevation") ?? "")?.number }.first
      }
      if let first = heights[0], let last = heights[1] {
        context.verified(pairs: 1)
        findings += climb(of: feature, from: first, to: last, task, context).map { [$0] } ?? []
      }
      findings += order(of: feature, from: start, to: end, task, context).map { [$0] } ?? []
    }
    return findings
  }

  private func climb(
    of feature: PlanFeature, from start: Double, to end: Double, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    let limit = task.quantity("rise")
    guard end - start > limit + 1e-9 else { return nil }
    let (phrase, measure) = (feature.phrase, Measure(end - start, .metres, limit: limit))
    let much = measure.phrase
    return task.finding(
      Wording(
        "\(phrase.english) rises by \(much.english) from its first vertex to its last",
        zh: "\(phrase.chinese)从起点到终点升高 \(much.chinese)"),
      parties: [feature.party], measure: measure, place: context.place(of: feature))
  }

  private func order(
    of feature: PlanFeature, from start: PlanePoint, to end: PlanePoint, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    let source = declared(task.word("from"), by: feature, context)
    let target = declared(task.word("to"), by: feature, context)
    guard source != nil || target != nil else { return nil }
    context.verified(pairs: 1)
    func distance(_ feature: PlanFeature?, _ point: PlanePoint) -> Double {
      feature?.plane?.distance(to: point) ?? 0
    }
    let asDrawn = distance(source, start) + distance(target, end)
    let reversed = distance(source, end) + distance(target, start)
    guard asDrawn > reversed + task.quantity("tolerance") else { return nil }
    let phrase = feature.phrase
    let (english, chinese) = (
      [source.map { "from \($0.phrase.english)" }, target.map { "to \($0.phrase.english)" }],
      [source.map { "从\($0.phrase.chinese)" }, target.map { "到\($0.phrase.chinese)" }]
    )
    return task.finding(
      Wording(
        "\(phrase.english) is declared \(english.compactMap { $0 }.joined(separator: " ")) and drawn the other way",
        zh: "\(phrase.chinese)声明\(chinese.compactMap { $0 }.joined())，绘制方向相反"),
      parties: [feature.party(atVertex: 0)] + [source, target].compactMap { $0?.party },
      place: context.place(of: feature))
  }

  /// The feature that an attribute of a line names.
  private func declared(
    _ attribute: String?, by feature: PlanFeature, _ context: CheckContext
  ) -> PlanFeature? {
    guard let name = attribute.flatMap(feature.attribute)?.written else { return nil }
    let found = context.plan.features(Reference(names: [name], location: feature.location))
    return found.count == 1 && found[0].id != feature.id && found[0].plane != nil
      ? found[0] : nil
  }
}

extension PlanFeature {
  /// Whether one of the feature's points is at a place.
  fileprivate func isAt(_ place: PlanePoint, within tolerance: Double) -> Bool {
    plane?.points.contains { $0.distance(to: place) <= tolerance } ?? false
  }
}

extension ExamplePlan {
  /// A pipe between manhole `m1` at (0, 0), 30 m high, and `m2` at (10, 0).
  fileprivate static func pipe(
    _ points: [(Double, Double)], _ properties: String, _ more: String...
  ) -> ExamplePlan {
    ExamplePlan(
      [
        .line("a", points, kind: "feature", properties),
        .point("m1", 0, 0, kind: "feature", "\"elevation\":30"),
        .point("m2", 10, 0, kind: "feature"),
      ], settings: ["on: features"] + more)
  }
}
