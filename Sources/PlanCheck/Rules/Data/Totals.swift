internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// D06: areas, lengths or counts by class add up to what a table says.
struct Totals: Rule {
  static let description = RuleDescription(
    code: "D06",
    name: "totals",
    summary: Wording(
      "The sum of a class differs from the declared table, or shares do not add up.",
      zh: "某类的合计与所列指标不符，或比例之和不为 100%。"),
    rationale: Wording(
      "Tables of indicators are approved, maps are drawn later; whoever edits one forgets the other.",
      zh: "指标表先获批、图后绘制，改了其一常忘了另一。"),
    fix: Wording("correct the class of the features, or the table", zh: "更正要素的类别，或更正指标表"),
    trap: Wording(
      "A figure is as exact as it is written: 12.5 ha stands for 12.45 to 12.55. Features of a class that the table lacks, or of none, are reported too: a table may be right only because they are left out.",
      zh: "数字的精度以书写为准：12.5 ha 表示 12.45 至 12.55；表中没有的类别和没有类别的要素也会报告，否则表可能只因漏算才对得上。"),
    parameters: [
      RuleParameter(
        "by", .text, default: nil,
        Wording(
          "the property that tells the class; without it all features are one",
          zh: "表示类别的属性；省略时全部为一类")),
      RuleParameter(
        "of", .text, default: "area",
        Wording(
          "what is added up: area, length, count, or the name of a property that holds numbers",
          zh: "合计的内容：area、length、count，或存放数字的属性名")),
      RuleParameter(
        "table", .mapping, default: nil,
        Wording("the total of each class: {R: 12.5 ha, B: 3 ha}", zh: "各类合计：{R: 12.5 ha, B: 3 ha}")),
      RuleParameter(
        "shares", .mapping, default: nil,
        Wording("the share of each class: {R: 81 %, B: 19 %}", zh: "各类比例：{R: 81 %, B: 19 %}")),
      RuleParameter(
        "total", .text, default: nil,
        Wording("the total of all classes: 15.5 ha", zh: "各类总计：15.5 ha")),
      RuleParameter(
        "each", .text, default: nil,
        Wording("the total of every class alike: 1, for parts of a whole", zh: "每一类的合计，例如份额之和为 1")),
      RuleParameter(
        "within", .quantity(.share), default: "0.1 %",
        Wording(
          "how far a sum may be from its figure beside what rounding the figure explains",
          zh: "除数字取整之外允许的偏差")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample(
        "two classes as in the table", zh: "两类均与表相符",
        .parcels(["table: {R: 200 m2, B: 100 m2}", "total: 300 m2", "shares: {R: 67 %, B: 33 %}"])),
      RuleExample(
        "a figure that is rounded", zh: "取整的数字", .parcels(["table: {R: 0.02 ha, B: 0.0100 ha}"])),
      RuleExample(
        "counts and a property of numbers", zh: "个数与数值属性",
        .parcels(["of: count", "table: {R: 2, B: 1}"])),
      RuleExample(
        "parts that make a whole", zh: "份额之和为 1",
        ExamplePlan(
          [0.5, 0.3, 0.2].enumerated().map { place, share in
            .point(
              "p\(place)", Double(place), 0, kind: "feature", "\"plot\":\"a\",\"part\":\(share)")
          }, settings: ["on: features", "by: plot", "of: part", "each: 1"])),
    ],
    flags: [
      RuleExample(
        "a class that is too small", zh: "某类偏小", measures: ["200 m²"],
        .parcels(["table: {R: 210 m2, B: 100 m2}"])),
      RuleExample(
        "a class that is not in the table", zh: "表中没有的类别", measures: ["100 m²"],
        .parcels(["table: {R: 200 m2}"])),
      RuleExample(
        "a class that is nowhere on the map", zh: "图上没有的类别", measures: ["0 m²"],
        .parcels(["table: {R: 200 m2, B: 100 m2, G: 50 m2}"])),
      RuleExample(
        "a feature without a class", zh: "没有类别的要素", measures: ["25 m²"],
        .parcels(
          ["table: {R: 200 m2, B: 100 m2}"],
          and: [.square("x", x: 90, side: 5, kind: "feature")])),
      RuleExample(
        "shares that add up to 99 %", zh: "比例之和为 99%", measures: ["99%"],
        .parcels(["shares: {R: 66.7 %, B: 32.3 %}", "within: 5 %"])),
      RuleExample(
        "a share that is not the map's", zh: "与图不符的比例", measures: ["33.33%", "66.67%"],
        .parcels(["shares: {R: 60 %, B: 40 %}"])),
      RuleExample(
        "a grand total that differs", zh: "总计不符", measures: ["300 m²"],
        .parcels(["total: 310 m2"])),
      RuleExample(
        "parts that make more than a whole", zh: "份额之和大于 1", measures: ["1.1"],
        ExamplePlan(
          [0.5, 0.6].enumerated().map { place, share in
            .point(
              "p\(place)", Double(place), 0, kind: "feature", "\"plot\":\"a\",\"part\":\(share)")
          }, settings: ["on: features", "by: plot", "of: part", "each: 1"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let sums = ClassSums(task, context)
    return sums.againstTable() + sums.againstShares() + sums.againstTotal()
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    ClassSums.faults(of: task)
  }
}

extension ExamplePlan {
  /// Two squares of 100 m² with the use R and one with the use B, and more.
  fileprivate static func parcels(
    _ settings: [String], and more: [ExampleFeature] = []
  ) -> ExamplePlan {
    ExamplePlan(
      ["R", "R", "B"].enumerated().map { place, use in
        .square("p\(place)", x: Double(place) * 20, kind: "feature", "\"use\":\"\(use)\"")
      } + more, settings: ["on: features", "by: use"] + settings)
  }
}
