internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K02: areas are as large as a statement says.
struct ClaimArea: Rule {
  static let description = RuleDescription(
    code: "K02",
    name: "claim-area",
    summary: Wording("An area is not as large as its statement says.", zh: "面积与陈述的数字不符。"),
    rationale: Wording(
      "A figure is the one thing in a text that a map can be measured against.",
      zh: "数字是文件中最能直接与图核对的内容。"),
    fix: Wording(
      "move the outline until the area agrees, or correct the claim", zh: "调整边界使面积相符，或更正论断"),
    trap: Wording(
      "The area is taken on the plane of the working CRS, not on the ellipsoid.",
      zh: "面积按工作坐标系的平面计算，不是椭球面积。"),
    parameters: [
      RuleParameter(
        "within", .quantity(.area), default: "0.5 km2",
        Wording("how far the area may be off", zh: "允许的面积差"))
    ],
    evaluates: [.area],
    accepts: [
      RuleExample(
        "a square of one hectare", zh: "一公顷的正方形",
        ExamplePlan(
          [.square("a", x: 0, side: 100)], settings: ["within: 100 m2"],
          claims: ["{claim: area, of: a, is: 1 ha}"])),
      RuleExample(
        "two halves together", zh: "两半合计",
        ExamplePlan(
          [.square("a", x: 0, side: 100), .square("b", x: 100, side: 100)],
          settings: ["within: 100 m2"], claims: ["{claim: area, of: [a, b], is: 2 ha}"])),
    ],
    flags: [
      RuleExample(
        "a square shrunk by a tenth", zh: "正方形小了一成", measures: ["1900 m²"],
        ExamplePlan(
          [.square("a", x: 0, side: 90)], settings: ["within: 100 m2"],
          claims: ["{claim: area, of: a, is: 1 ha}"])),
      RuleExample(
        "ground that two areas share counts once", zh: "两个面共有的土地只计一次", measures: ["5000 m²"],
        ExamplePlan(
          [.square("a", x: 0, side: 100), .square("b", x: 50, side: 100)],
          settings: ["within: 100 m2"], claims: ["{claim: area, of: [a, b], is: 2 ha}"])),
      RuleExample(
        "an area that has no place", zh: "没有位置的面",
        ExamplePlan(
          [.nowhere("a", kind: "park")], claims: ["{claim: area, of: a, is: 1 ha}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let limit = task.quantity("within")
    return try context.test(.area, by: task) { claim in
      guard case .area(let of, let stated) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      let features = context.plan.features(of)
      let cover = try context.coverage(of: features)
      let area = cover.geometry?.area ?? 0
      let difference = abs(area - stated.value)
      guard difference > limit else { return [] }
      let names = Wording.phrases(features)
      let found = Measure.area(area).text
      let unit: Measure.Unit = limit >= 100_000 ? .squareKilometres : .squareMetres
      let factor = unit == .squareKilometres ? 1e6 : 1
      let measure = Measure(difference / factor, unit, limit: limit / factor)
      let word = area < stated.value ? ("less", "少") : ("more", "多")
      return [
        task.finding(
          Wording(
            "\(names.english) covers \(found) on the plane, which is \(word.0) than the stated "
              + "\(stated.text) by \(measure.phrase.english)",
            zh:
              "\(names.chinese)平面面积为 \(found)，比所述 \(stated.text) \(word.1) \(measure.phrase.chinese)"
          ),
          parties: features.map(\.party) + [claim.party], measure: measure,
          place: features.first.flatMap { context.place(of: $0) }, statements: [claim.statement],
          isDegraded: cover.isRepaired)
      ]
    }
  }
}
