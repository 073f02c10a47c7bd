internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A23: areas are as large as they may be, and as large as they say.
struct AreaLimits: Rule {
  static let description = RuleDescription(
    code: "A23",
    name: "area-limits",
    summary: Wording(
      "A polygon is too small, too large, or not as large as its attribute says.",
      zh: "面的面积过小、过大，或与其属性所载面积不符。"),
    rationale: Wording(
      "Land is granted, priced and added up by the area that the table says; the map must say the same.",
      zh: "供地、计价与汇总都以表中的面积为准，图上的面积必须与之一致。"),
    fix: Wording(
      "correct the outline or the attribute; write 'factor: 10000' for hectares, 'factor: 666.6667' for mu",
      zh: "更正边界或属性；属性以公顷计时写 factor: 10000，以亩计时写 factor: 666.6667"),
    trap: Wording(
      "A unit that is taken for granted is the commonest error: 1.2 may be hectares, mu or square kilometres; a value with its unit, such as '1.2 ha', is read with that.",
      zh: "最常见的错误是想当然的单位：1.2 可能是公顷、亩或平方公里；写成“1.2 ha”的值按所写单位读取。"),
    looksAt: [.area],
    parameters: [
      RuleParameter(
        "min", .quantity(.area), default: nil, Wording("the least area", zh: "面积下限")),
      RuleParameter(
        "max", .quantity(.area), default: nil, Wording("the greatest area", zh: "面积上限")),
      RuleParameter(
        "declared", .text, default: nil,
        Wording("the attribute that says the area", zh: "记载面积的属性")),
      RuleParameter(
        "factor", .number, default: "1",
        Wording("how many square metres its unit has", zh: "该属性每单位合多少平方米")),
      RuleParameter(
        "rel", .quantity(.share), default: "1 %",
        Wording(
          "how far the attribute may be off, as a share of the measured area; the larger of rel and abs counts",
          zh: "属性允许的相对误差，占量算面积的比例；rel 与 abs 取较大者")),
      RuleParameter(
        "abs", .quantity(.area), default: "1 m2",
        Wording("how far the attribute may be off in any case", zh: "属性允许的绝对误差")),
      RuleParameter(
        "min_area", .quantity(.area), default: "0.01 m2",
        Wording("how far beyond a limit is rounding", zh: "超出限值不大于此的视为取舍误差")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample(
        "exactly at both limits", zh: "恰好等于上下限",
        ExamplePlan([.square("a", x: 0)], settings: ["min: 100 m2", "max: 100 m2"])),
      RuleExample(
        "a hole does not count", zh: "内环不计入面积",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
          ], settings: ["max: 96 m2"])),
      RuleExample(
        "the parts of a feature add up", zh: "各部分面积相加",
        ExamplePlan(
          [
            .polygons(
              "a",
              [
                [[(0, 0), (5, 0), (5, 10), (0, 10), (0, 0)]],
                [[(20, 0), (25, 0), (25, 10), (20, 10), (20, 0)]],
              ])
          ], settings: ["min: 100 m2"])),
      RuleExample(
        "a declared area in hectares, rounded to two digits", zh: "以公顷记载并保留两位小数",
        ExamplePlan(
          [.square("a", x: 0, side: 201, kind: "feature", "\"area\":4.04")],
          settings: ["declared: area", "factor: 10000"])),
      RuleExample(
        "a declared area with its own unit", zh: "属性自带单位",
        ExamplePlan(
          [.square("a", x: 0, side: 200, kind: "feature", "\"area\":\"4 ha\"")],
          settings: ["declared: area"])),
      RuleExample(
        "a small plot is off by less than 1 m²", zh: "小地块误差不足 1 平方米",
        ExamplePlan(
          [.square("a", x: 0, kind: "feature", "\"area\":99.1")], settings: ["declared: area"])),
      RuleExample(
        "a feature that does not say is not held to it", zh: "未记载面积的要素不核对",
        ExamplePlan(
          [
            .square("a", x: 0, kind: "feature", "\"area\":100"),
            .square("b", x: 50, kind: "feature"),
          ], settings: ["declared: area"])),
    ],
    flags: [
      RuleExample(
        "too small", zh: "面积过小", measures: ["100 m²"],
        ExamplePlan([.square("a", x: 0)], settings: ["min: 101 m2"])),
      RuleExample(
        "too large", zh: "面积过大", measures: ["100 m²"],
        ExamplePlan([.square("a", x: 0)], settings: ["max: 0.009 ha"])),
      RuleExample(
        "an outline drawn twice as large as the table says", zh: "图上面积为表中的两倍",
        measures: ["50 m²"],
        ExamplePlan(
          [.square("a", x: 0, kind: "feature", "\"area\":50")], settings: ["declared: area"])),
      RuleExample(
        "mu taken for hectares", zh: "把亩当作公顷", measures: ["560000 m²"],
        ExamplePlan(
          [.square("a", x: 0, side: 200, kind: "feature", "\"area\":60")],
          settings: ["declared: area", "factor: 10000"])),
      RuleExample(
        "a value that is no number", zh: "属性值不是数字",
        ExamplePlan(
          [.square("a", x: 0, kind: "feature", "\"area\":\"large\"")],
          settings: ["declared: area"])),
      RuleExample(
        "a declaration that sets nothing", zh: "没有写明任何要求",
        ExamplePlan([.square("a", x: 0)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let bounds = (task.optionalQuantity("min"), task.optionalQuantity("max"))
    let key = task.word("declared")
    guard bounds.0 != nil || bounds.1 != nil || key != nil else {
      return [task.nothingSet(["min", "max", "declared"])]
    }
    let areas = AreaSet(task.features, context)
    var findings: [Finding] = []
    for (feature, shape) in zip(areas.features, areas.shapes) {
      findings += limitFindings(about: feature, shape, task, context)
      if let key, let value = feature.attribute(key) {
        findings += declaredFindings(about: feature, shape, key, value, task, context)
      }
    }
    if let key, !areas.features.isEmpty,
      !areas.features.contains(where: { $0.attribute(key) != nil })
    {
      findings.append(nobodySays(key, task))
    }
    return findings
  }

  private func limitFindings(
    about feature: PlanFeature, _ shape: UsableShape, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let (area, slack) = (shape.geometry.area, task.quantity("min_area"))
    let phrase = feature.phrase
    func finding(_ limit: Double, _ side: Wording) -> Finding {
      let measure = Measure(area, .squareMetres, limit: limit)
      let much = measure.phrase
      return task.finding(
        Wording(
          "\(phrase.english) has \(much.english), which is too \(side.english)",
          zh: "\(phrase.chinese)面积为 \(much.chinese)，过\(side.chinese)"),
        parties: [feature.party], measure: measure, place: context.place(of: feature),
        isDegraded: shape.isRepaired)
    }
    if let least = task.optionalQuantity("min"), area < least - slack {
      return [finding(least, Wording("little", zh: "小"))]
    }
    if let most = task.optionalQuantity("max"), area > most + slack {
      return [finding(most, Wording("much", zh: "大"))]
    }
    return []
  }

  private func declaredFindings(
    about feature: PlanFeature, _ shape: UsableShape, _ key: String, _ value: FeatureValue,
    _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let phrase = feature.phrase
    let party = Finding.Party(
      id: feature.id, name: feature.name, location: feature.location(of: key))
    guard let declared = squareMetres(value, task) else {
      return [
        task.finding(
          Wording(
            "'\(key)' of \(phrase.english) is '\(value.written)', which is no area",
            zh: "\(phrase.chinese)的“\(key)”为“\(value.written)”，不是面积"), parties: [party])
      ]
    }
    let area = shape.geometry.area
    let allowed = max(task.quantity("rel") * area, task.quantity("abs"))
    guard abs(declared - area) > allowed else { return [] }
    let measure = Measure(abs(declared - area), .squareMetres, limit: allowed)
    let (says, has) = (Measure(declared, .squareMetres).text, Measure(area, .squareMetres).text)
    let much = measure.phrase
    return [
      task.finding(
        Wording(
          "'\(key)' of \(phrase.english) says \(says), the outline has \(has), "
            + "\(much.english) \(declared < area ? "more" : "less")",
          zh: "\(phrase.chinese)的“\(key)”为 \(says)，图上为 \(has)，"
            + "\(declared < area ? "多" : "少") \(much.chinese)"),
        parties: [party], measure: measure, place: context.place(of: feature),
        isDegraded: shape.isRepaired)
    ]
  }

  /// The area that an attribute says; a unit of its own goes before the factor.
  private func squareMetres(_ value: FeatureValue, _ task: RuleTask) -> Double? {
    if let number = value.number {
      return number.isFinite ? number * (task.number("factor") ?? 1) : nil
    }
    guard case .text(let text) = value, let quantity = Quantity(text),
      quantity.dimension == .area
    else { return nil }
    return quantity.value
  }

  private func nobodySays(_ key: String, _ task: RuleTask) -> Finding {
    let known = Set(task.features.flatMap { $0.properties.map(\.key) })
    let question = Suggestion.question(for: key, in: known.sorted())
    return task.finding(
      Wording(
        "no feature of the rule has a property '\(key)'\(question.english)",
        zh: "该规则的要素没有属性“\(key)”\(question.chinese)"),
      parties: [Finding.Party(id: task.description.code, name: nil, location: task.location)])
  }
}

extension RuleTask {
  /// The finding that a declaration gives none of the settings that say what is asked.
  func nothingSet(_ names: [String]) -> Finding {
    let code = description.code
    return finding(
      Wording(
        "rule \(code) asks for nothing: it needs one of \(names.joined(separator: ", "))",
        zh: "规则 \(code) 没有提出任何要求：\(names.joined(separator: "、")) 须至少写明一项"),
      parties: [Finding.Party(id: code, name: nil, location: location)])
  }
}
