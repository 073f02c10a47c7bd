internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// D02: every feature has one id that no other has.
struct UniqueIDs: Rule {
  static let description = RuleDescription(
    code: "D02",
    name: "id",
    summary: Wording(
      "An id is missing, stands twice, differs from the property 'id', has the wrong form, or was another in an earlier state.",
      zh: "标识缺失、重复、与属性“id”不一致、格式不符，或与早先状态不同。"),
    rationale: Wording(
      "Claims, exceptions and comparisons with earlier versions find a feature by its id alone.",
      zh: "论断、例外和版本比较都只凭标识找到要素。"),
    fix: Wording("give the feature an id of its own", zh: "为该要素设独立的标识"),
    trap: Wording(
      "A code such as BSM is an id too: name its property with 'key'. The number 1 and the text '1' are the same id. With --since, a shape that is still there under another id is found, also when two features changed ids; a ring written from another vertex is the same shape.",
      zh:
        "BSM 之类的代码也是标识，可用 key 指明其属性；数字 1 与文本“1”是同一标识。给出 --since 时，形状未变而标识变了的要素会被发现，两个要素互换标识也不例外；环的起点不同仍是同一形状。"
    ),
    parameters: [
      RuleParameter(
        "key", .text, default: nil,
        Wording(
          "a property that must be there and be unique among the features, instead of the id",
          zh: "代替标识、须在要素间唯一且必填的属性")),
      RuleParameter(
        "pattern", .text, default: nil,
        Wording("a regular expression for the whole of each id", zh: "整个标识须符合的正则表达式")),
    ],
    accepts: [
      RuleExample("two features, two ids", zh: "两个要素，两个标识") {
        [.square("a", x: 0), .square("b", x: 10)]
      },
      RuleExample(
        "ids of the form asked for", zh: "标识格式符合要求",
        ExamplePlan([.square("d-01", x: 0)], settings: ["pattern: '[a-z]-[0-9]{2}'"])),
      RuleExample(
        "a code of its own for each", zh: "各有独立代码",
        .coded(
          ["\"BSM\":\"370811001\"", "\"BSM\":\"370811002\""], ["key: BSM", "pattern: '[0-9]{9}'"])
      ),
      RuleExample(
        "the same id as before, drawn from another vertex", zh: "标识未变，只是起点不同",
        ExamplePlan(
          [.polygon("a", [(10, 0), (10, 10), (0, 10), (0, 0), (10, 0)])],
          earlier: [.square("a", x: 0)])),
      RuleExample(
        "a copy beside what was there", zh: "原有要素旁的副本",
        ExamplePlan([.square("a", x: 0), .square("b", x: 0)], earlier: [.square("a", x: 0)])),
      RuleExample(
        "another thing at the same place", zh: "同一位置的另一类要素",
        ExamplePlan(
          [.point("b", 5, 5, kind: "landmark")], earlier: [.point("a", 5, 5, kind: "facility")])),
    ],
    flags: [
      RuleExample("an id twice", zh: "标识重复") { [.square("a", x: 0), .square("a", x: 10)] },
      RuleExample(
        "two ids that disagree", zh: "两处标识不一致", .property("\"id\":\"b\",", id: "\"id\":\"a\",")),
      RuleExample("no id at all", zh: "没有标识", .property("", id: "")),
      RuleExample(
        "an id of another form", zh: "标识格式不符",
        ExamplePlan([.square("d-1", x: 0)], settings: ["pattern: '[a-z]-[0-9]{2}'"])),
      RuleExample(
        "a code twice", zh: "代码重复",
        .coded(["\"BSM\":\"7\"", "\"BSM\":7"], ["key: BSM"])),
      RuleExample(
        "a feature without its code", zh: "缺少代码",
        .coded(["\"BSM\":\"7\"", "\"BSM\":\"\""], ["key: BSM"])),
      RuleExample(
        "another id for the same shape", zh: "同一形状换了标识",
        ExamplePlan(
          [.polygon("b", [(10, 0), (10, 10), (0, 10), (0, 0), (10, 0)])],
          earlier: [.square("a", x: 0)])),
      RuleExample(
        "two that changed ids", zh: "两个要素互换标识",
        ExamplePlan(
          [.square("b", x: 0), .square("a", x: 20)],
          earlier: [.square("a", x: 0), .square("b", x: 20)])),
      RuleExample(
        "another code for the same shape", zh: "同一形状换了代码",
        ExamplePlan(
          [.square("a", x: 0, kind: "feature", "\"BSM\":\"8\"")],
          settings: ["on: features", "key: BSM"],
          earlier: [.square("a", x: 0, kind: "feature", "\"BSM\":\"7\"")])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let key = task.word("key")
    let changed = ChangedIDs(key: key).findings(for: task, using: context)
    guard !task.isPlain else { return context.faultFindings(for: task) + changed }
    let pattern = task.word("pattern").flatMap { text in (try? Regex(text)).map { (text, $0) } }
    var holders: [String: PlanFeature] = [:]
    let present: [Finding] = task.features.compactMap { feature in
      let phrase = feature.phrase
      func finding(_ message: Wording, and other: PlanFeature? = nil) -> Finding {
        task.finding(
          message,
          parties: [feature, other].compactMap { $0 }.map { party in
            Finding.Party(
              id: party.id, name: party.name,
              location: key.map { party.location(of: $0) } ?? party.location)
          })
      }
      let id: String
      if let key {
        guard let value = feature.properties.value(of: key), !value.isBlank else {
          return finding(
            Wording("\(phrase.english) has no '\(key)'", zh: "\(phrase.chinese)缺少“\(key)”"))
        }
        id = value.written
      } else {
        id = feature.id
      }
      let name = key ?? "id"
      if let first = holders[id] {
        let other = first.phrase
        return finding(
          Wording(
            "\(phrase.english) has the same '\(name)' '\(id)' as \(other.english)",
            zh: "\(phrase.chinese)与\(other.chinese)的“\(name)”同为“\(id)”"), and: first)
      }
      holders[id] = feature
      guard let pattern, id.wholeMatch(of: pattern.1) == nil else { return nil }
      return finding(
        Wording(
          "'\(name)' of \(phrase.english) is '\(id)', which does not have the form '\(pattern.0)'",
          zh: "\(phrase.chinese)的“\(name)”为“\(id)”，不符合格式“\(pattern.0)”"))
    }
    return present + changed
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    var faults = task.unknownKeys([task.word("key")].compactMap { $0.map { ($0, nil) } })
    if let pattern = task.word("pattern"), (try? Regex(pattern)) == nil {
      faults.append(
        task.fault(
          Wording(
            "'\(pattern)' is no regular expression", zh: "“\(pattern)”不是正则表达式")))
    }
    return faults
  }
}

extension ExamplePlan {
  /// Features of the open kind with properties.
  fileprivate static func coded(_ properties: [String], _ settings: [String]) -> ExamplePlan {
    ExamplePlan(
      properties.enumerated().map { place, text in
        .square("f\(place)", x: Double(place) * 10, kind: "feature", text)
      }, settings: ["on: features"] + settings)
  }

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
