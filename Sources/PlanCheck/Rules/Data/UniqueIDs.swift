internal import Messages
internal import PlanFindings

/// D02: every feature has one id that no other has.
struct UniqueIDs: Rule {
  static let description = RuleDescription(
    code: "D02",
    name: "id",
    summary: Wording(
      "An id is missing, stands twice, or differs from the property 'id'.",
      zh: "标识缺失、重复，或与属性“id”不一致。"),
    rationale: Wording(
      "Claims, exceptions and comparisons with earlier versions find a feature by its id alone.",
      zh: "论断、例外和版本比较都只凭标识找到要素。"),
    fix: Wording("give the feature an id of its own", zh: "为该要素设独立的标识"),
    accepts: [
      RuleExample("two features, two ids", zh: "两个要素，两个标识") {
        [.square("a", x: 0), .square("b", x: 10)]
      }
    ],
    flags: [
      RuleExample("an id twice", zh: "标识重复") { [.square("a", x: 0), .square("a", x: 10)] },
      RuleExample(
        "two ids that disagree", zh: "两处标识不一致", .property("\"id\":\"b\",", id: "\"id\":\"a\",")),
      RuleExample("no id at all", zh: "没有标识", .property("", id: "")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task)
  }
}

extension ExamplePlan {
  /// A square whose `id` member and property are written as given.
  fileprivate static func property(_ property: String, id: String) -> ExamplePlan {
    ExamplePlan(
      [],
      files: [
        "plan.geojson": """
        {"type":"FeatureCollection","features":[
        {"type":"Feature",\(id)"properties":{\(property)"kind":"facility","basis":"assumed"},\
        "geometry":null}
        ]}

        """
      ])
  }
}
