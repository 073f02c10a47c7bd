internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N08: an attribute does not fall, rise or change along the flow.
struct AttributeContinuity: Rule {
  static let description = RuleDescription(
    code: "N08",
    name: "attribute-continuity",
    summary: Wording(
      "A diameter, class or other attribute falls or rises along the flow where it must not.",
      zh: "管径、等级等属性沿流向在不应变化处减小、增大或改变。"),
    rationale: Wording(
      "A sewer that becomes narrower downstream backs up there; an arterial that ends in a lane jams.",
      zh: "排水管下游变细会壅水，主干路中断于支路会堵塞。"),
    fix: Wording(
      "correct the attribute, turn the line that is drawn against the flow, or change the design",
      zh: "更正属性、调转画反的线，或修改设计"),
    trap: Wording(
      "Where a flow parts, one branch may be smaller; what counts is the largest that comes against the largest that goes on.",
      zh: "分流处的支线可以较小；比较的是来流中最大者与去流中最大者。"),
    looksAt: [.line],
    parameters: [
      .tolerance,
      RuleParameter(
        "attribute", .text, default: "diameter",
        Wording("the attribute that is compared", zh: "所比较的属性")),
      RuleParameter(
        "forbid", .word(["decrease", "increase", "change"]), default: "decrease",
        Wording("what the attribute must not do", zh: "禁止的变化：减小（decrease）、增大（increase）或改变（change）")),
      RuleParameter(
        "order", .texts, default: nil,
        Wording("the values from low to high, where they are no numbers", zh: "属性值由低到高的顺序（非数字时）")),
      RuleParameter(
        "direction", .word(["both", "digitised"]), default: "digitised",
        Wording(
          "whether lines flow as they are digitised, or only the highest value must go on",
          zh: "按数字化方向（digitised），或不分方向、只要求最高值在节点两侧延续（both）")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a sewer that widens downstream", zh: "下游变粗的排水管") {
        [dn("a", [(0, 0), (50, 0)], 300), dn("b", [(50, 0), (100, 0)], 400)]
      },
      RuleExample("a small branch of a large pipe", zh: "大管分出小支管") {
        [
          dn("a", [(0, 0), (50, 0)], 400), dn("b", [(50, 0), (100, 0)], 400),
          dn("c", [(50, 0), (50, 30)], 200),
        ]
      },
      RuleExample("a small pipe into a large one", zh: "小管汇入大管") {
        [
          dn("a", [(0, 0), (50, 0), (100, 0)], 400), dn("c", [(50, 30), (50, 0)], 200),
        ]
      },
      RuleExample(
        "an arterial that goes on, crossed by lanes", zh: "延续的主干路与相交支路",
        .classes([
          .line("a", [(0, 0), (50, 0)], #""class":"主干路""#),
          .line("b", [(100, 0), (50, 0)], #""class":"主干路""#),
          .line("c", [(50, 0), (50, 40)], #""class":"支路""#),
        ])),
      RuleExample(
        "a lane that ends on an arterial", zh: "止于主干路的支路",
        .classes([
          .line("a", [(0, 0), (100, 0)], #""class":"主干路""#),
          .line("c", [(50, 0), (50, 40)], #""class":"支路""#),
        ])),
      RuleExample(
        "a supply main that narrows", zh: "逐级变细的供水管",
        ExamplePlan(
          [dn("a", [(0, 0), (50, 0)], 400), dn("b", [(50, 0), (100, 0)], 300)],
          settings: ["on: features", "forbid: increase"])),
    ],
    flags: [
      RuleExample("a sewer that narrows downstream", zh: "下游变细的排水管", measures: ["200"]) {
        [dn("a", [(0, 0), (50, 0)], 300), dn("b", [(50, 0), (100, 0)], 200)]
      },
      RuleExample(
        "one of two pipes that meet is larger than what goes on", zh: "汇流后的管比来管细", measures: ["300"]
      ) {
        [
          dn("a", [(0, 0), (50, 0)], 200), dn("b", [(50, 30), (50, 0)], 400),
          dn("c", [(50, 0), (100, 0)], 300),
        ]
      },
      RuleExample("a diameter written as a text", zh: "以文本书写的管径", measures: ["200"]) {
        [
          .pipe("a", [(0, 0), (50, 0)], #""diameter":"300""#),
          dn("b", [(50, 0), (100, 0)], 200),
        ]
      },
      RuleExample("a pipe of unknown diameter between two others", zh: "两管之间管径不明的管") {
        [
          dn("a", [(0, 0), (50, 0)], 300), .pipe("b", [(50, 0), (100, 0)]),
          dn("c", [(100, 0), (150, 0)], 400),
        ]
      },
      RuleExample(
        "a supply main that widens", zh: "下游变粗的供水管", measures: ["400"],
        ExamplePlan(
          [dn("a", [(0, 0), (50, 0)], 300), dn("b", [(50, 0), (100, 0)], 400)],
          settings: ["on: features", "forbid: increase"])),
      RuleExample(
        "an arterial that ends where two lanes go on", zh: "主干路中断，仅余支路",
        .classes([
          .line("a", [(0, 0), (50, 0)], #""class":"主干路""#),
          .line("b", [(100, 0), (50, 0)], #""class":"支路""#),
          .line("c", [(50, 0), (50, 40)], #""class":"支路""#),
        ])),
      RuleExample(
        "a material that changes", zh: "管材改变",
        ExamplePlan(
          [
            .pipe("a", [(0, 0), (50, 0)], #""material":"铸铁""#),
            .pipe("b", [(50, 0), (100, 0)], #""material":"PE""#),
          ], settings: ["on: features", "attribute: material", "forbid: change"])),
      RuleExample(
        "a class that is not in the order", zh: "不在顺序之内的等级",
        ExamplePlan(
          [
            .pipe("a", [(0, 0), (50, 0)], #""grade":"II""#),
            .pipe("b", [(50, 0), (100, 0)], #""grade":"IV""#),
          ], settings: ["on: features", "attribute: grade", "order: [I, II, III]"])),
    ])

  private static func dn(
    _ id: String, _ points: [(Double, Double)], _ diameter: Int
  ) -> ExampleFeature {
    .pipe(id, points, "\"diameter\":\(diameter)")
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let ladder = ValueLadder(task)
    var findings: [Finding] = []
    var reported: Set<String> = []
    for state in context.states(of: task.features) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      for node in network.meetings(isDirected: task.word("direction") != "both") {
        let unread = node.all.filter { ladder.value(of: $0) == nil }
        findings += unread.filter { reported.insert($0.id).inserted }
          .map { finding(aboutUnread: $0, at: node.point, ladder, task, context) }
        guard unread.isEmpty, let broken = ladder.broken(at: node) else { continue }
        findings.append(finding(about: broken, at: node.point, ladder, task, context))
      }
    }
    return findings
  }

  private func finding(
    about broken: (PlanFeature, PlanFeature?), at point: PlanePoint, _ ladder: ValueLadder,
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (first, second) = (broken.0.phrase, broken.1?.phrase)
    let values = [broken.0, broken.1].map { feature in
      feature.flatMap { $0.attribute(ladder.attribute)?.written } ?? ""
    }
    let numbers = [broken.0, broken.1].map { $0?.attribute(ladder.attribute)?.number }
    let measure = numbers[1].flatMap { new in
      numbers[0].map { Measure(new, .features, limit: $0) }
    }
    let message =
      second.map { second in
        Wording(
          "'\(ladder.attribute)' goes from '\(values[0])' (\(first.english)) to '\(values[1])' (\(second.english))",
          zh:
            "“\(ladder.attribute)”由“\(values[0])”（\(first.chinese)）变为“\(values[1])”（\(second.chinese)）"
        )
      }
      ?? Wording(
        "\(first.english), of '\(ladder.attribute)' '\(values[0])', ends where only lower ones go on",
        zh: "“\(ladder.attribute)”为“\(values[0])”的\(first.chinese)中断，此处仅余较低者")
    return task.finding(
      message, parties: [broken.0, broken.1].compactMap { $0?.party(near: point) },
      measure: measure, place: context.place(at: point))
  }

  private func finding(
    aboutUnread feature: PlanFeature, at point: PlanePoint, _ ladder: ValueLadder,
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (who, value) = (feature.phrase, feature.attribute(ladder.attribute)?.written)
    return task.finding(
      value.map {
        Wording(
          "'\(ladder.attribute)' of \(who.english) is '\($0)', which is neither a number nor in the order",
          zh: "\(who.chinese)的“\(ladder.attribute)”为“\($0)”，既非数字，也不在所给顺序之内")
      }
        ?? Wording(
          "\(who.english) has no '\(ladder.attribute)' to compare where it meets others",
          zh: "\(who.chinese)没有“\(ladder.attribute)”，在相接处无从比较"),
      parties: [feature.party(near: point)], place: context.place(at: point))
  }
}

extension ExamplePlan {
  /// Roads whose class must go on.
  fileprivate static func classes(_ roads: [ExampleFeature]) -> ExamplePlan {
    ExamplePlan(
      roads,
      settings: [
        "on: roads", "attribute: class", "order: [慢行, 支路, 次干路, 主干路, 快速路]", "direction: both",
      ])
  }
}
