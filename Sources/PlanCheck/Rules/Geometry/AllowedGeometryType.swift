internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G14: features are of the geometry types that a layer is meant to have.
struct AllowedGeometryType: Rule {
  static let description = RuleDescription(
    code: "G14",
    name: "geometry-type",
    summary: Wording("A geometry is of a type that is not allowed here.", zh: "几何类型不在允许之列。"),
    rationale: Wording(
      "A point among areas is skipped by every rule on areas, and so looks faultless.",
      zh: "混在面中的点会被所有面规则跳过，看起来毫无问题。"),
    fix: Wording(
      "draw the feature in the right type, or move it to a layer that takes it",
      zh: "改用正确的类型绘制，或移到允许该类型的图层"),
    trap: Wording(
      "A feature without a place has no type. 'area', 'line' and 'point' stand for the single and the multi type alike; a collection is neither.",
      zh: "尚无位置的要素没有类型；area、line、point 同时代表单部分和多部分类型，集合不在其内。"),
    counterparts: [.qgis("Allowed geometry types")],
    parameters: [
      RuleParameter(
        "allowed", .texts, default: nil,
        Wording(
          "types of RFC 7946, or 'point', 'line', 'area': \(known.joined(separator: ", "))",
          zh: "RFC 7946 的类型，或 point、line、area：\(known.joined(separator: "、"))"))
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("areas among areas", zh: "面图层中的面", .of([.square("a", x: 0)], allowed: "[area]")),
      RuleExample(
        "both types of line", zh: "两种线类型",
        .of(
          [.line("a", [(0, 0), (10, 0)]), .lines("b", [[(0, 0), (10, 0)], [(0, 5), (10, 5)]])],
          allowed: "line")),
      RuleExample("no place yet", zh: "尚无位置", .of([.nowhere("a")], allowed: "Point")),
    ],
    flags: [
      RuleExample(
        "a point among areas", zh: "面图层中的点",
        .of([.point("a", 0, 0, kind: "feature")], allowed: "[Polygon, MultiPolygon]")),
      RuleExample(
        "several parts where one is allowed", zh: "只允许单部分时有多个部分",
        .of([.lines("a", [[(0, 0), (10, 0)], [(0, 5), (10, 5)]])], allowed: "LineString")),
      RuleExample(
        "a closed line where an area is needed", zh: "应为面却画成闭合线",
        .of([.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])], allowed: "area")),
    ])

  private static let families = [
    "point": ["Point", "MultiPoint"], "line": ["LineString", "MultiLineString"],
    "area": ["Polygon", "MultiPolygon"],
  ]
  private static let known =
    ["point", "line", "area"] + [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
      "GeometryCollection",
    ]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let words = task.texts("allowed").filter(Self.known.contains)
    // Without a word that means anything the declaration itself is at fault.
    guard !words.isEmpty else { return [] }
    let allowed = Set(words.flatMap { Self.families[$0] ?? [$0] })
    return task.features.compactMap { feature in
      guard let type = feature.geometry?.typeName, !allowed.contains(type) else { return nil }
      let phrase = feature.phrase
      return task.finding(
        Wording(
          "\(phrase.english) is a \(type), where \(words.joined(separator: " or ")) is allowed",
          zh: "\(phrase.chinese)为 \(type)，此处允许 \(words.joined(separator: "、"))"),
        parties: [feature.party], place: context.place(of: feature))
    }
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    let words = task.texts("allowed")
    guard !words.isEmpty else { return [task.missing("allowed", example: "[Polygon]")] }
    return words.filter { !known.contains($0) }.map { word in
      let question = Suggestion.question(for: word, in: known)
      return task.fault(
        Wording(
          "'\(word)' is no geometry type\(question.english)",
          zh: "没有几何类型“\(word)”\(question.chinese)"),
        help: Wording(
          "known types: \(known.joined(separator: ", "))",
          zh: "可用的类型：\(known.joined(separator: "、"))"))
    }
  }
}

extension ExamplePlan {
  fileprivate static func of(_ features: [ExampleFeature], allowed: String) -> ExamplePlan {
    ExamplePlan(features, settings: ["allowed: \(allowed)"])
  }
}
