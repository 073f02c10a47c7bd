internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K32: each class of a network is as dense in each area as a standard asks.
struct ClassDensity: Rule {
  static let description = RuleDescription(
    code: "K32",
    name: "class-density",
    summary: Wording(
      "A class of the network is too sparse or too dense in an area.", zh: "某一等级路网在范围内的密度超出限值。"),
    rationale: Wording(
      "Trunk roads, local streets and ways for walking are three networks: the density of all together hides that one is missing.",
      zh: "干线、支路和慢行是三个层次：总密度会掩盖其中一层的缺失。"),
    fix: Wording("add or drop lines of the class, or correct the limits", zh: "增减该等级的线路，或更正限值"),
    trap: Wording(
      "A road on the border serves both sides and counts for each by half; a stretch drawn twice counts once.",
      zh: "边界道路两侧共用，各计一半；重复绘制的路段只计一次。"),
    looksAt: [.line],
    parameters: [
      RuleParameter(
        "limits", .mapping, default: nil,
        Wording(
          "the least and the largest density of each class in km/km²: {主干路: 0.5..2, 支路: 3..}",
          zh: "各等级密度的下限和上限，单位 km/km²：{主干路: 0.5..2, 支路: 3..}")),
      RuleParameter(
        "key", .text, default: "class",
        Wording("the property that holds the class", zh: "写有等级的属性")),
    ],
    needsFeatures: true,
    needsPartner: true,
    severity: .warning,
    accepts: [
      RuleExample(
        "two classes within their limits", zh: "两个等级都在限值内",
        .streets("limits: {主干路: 0.5..2, 支路: 1.5..}")),
      RuleExample(
        "a road on the border counts by half", zh: "边界道路计一半",
        ExamplePlan(
          [.zone, .main("a", 0...2000, y: 0)],
          settings: settings + ["limits: {主干路: 0.2..0.3}"])),
      RuleExample(
        "a road drawn twice counts once", zh: "重复绘制只计一次",
        ExamplePlan(
          [.zone, .main("a", 0...2000), .main("b", 500...2500)],
          settings: settings + ["limits: {主干路: ..0.6}"])),
    ],
    flags: [
      RuleExample(
        "too few streets of one class", zh: "一个等级过疏", measures: ["2 km/km²"],
        .streets("limits: {主干路: 0.5..2, 支路: 3..}")),
      RuleExample(
        "too many of another", zh: "另一等级过密", measures: ["1 km/km²"],
        .streets("limits: {主干路: ..0.8}")),
      RuleExample(
        "only what lies inside counts", zh: "只计范围之内", measures: ["0.25 km/km²"],
        ExamplePlan(
          [.zone, .main("a", 1000...4000)], settings: settings + ["limits: {主干路: 0.5..}"])),
      RuleExample(
        "a class of which there is nothing", zh: "缺失的等级", measures: ["0 km/km²"],
        .streets("limits: {慢行: 0.5..}")),
      RuleExample(
        "too sparse as it is, and too dense with every work done", zh: "现状过疏，全部实施后过密",
        measures: ["0.5 km/km²", "1.06 km/km²"],
        ExamplePlan(
          [
            .zone, .main("a", -2000...2000),
            .line(
              "w", [(2000, 1000), (2000, 500), (0, 500)], kind: "road_work",
              #""action":"延伸","road":"a""#),
          ], settings: settings + ["limits: {主干路: 0.6..0.9}"])),
      RuleExample(
        "limits that are none", zh: "写错的限值", .streets("limits: {主干路: 2..0.5}")),
      RuleExample("no limits", zh: "没有限值", .streets("key: class")),
    ])

  private static let settings = ["on: roads", "with: zones"]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let members = task.members("limits")
    guard !members.isEmpty else {
      return [task.misdeclared("limits", Wording("no limit is set", zh: "没有设置任何限值"))]
    }
    var findings: [Finding] = []
    let key = task.word("key") ?? "class"
    let states = context.states(of: task.features)
    for member in members {
      guard let limits = DensityLimits(member.texts.joined(separator: ", ")) else {
        findings.append(
          task.misdeclared(
            member.key,
            Wording(
              "'\(member.texts.joined(separator: ", "))' is no range in km/km², such as '0.5..2' or '3..'",
              zh: "“\(member.texts.joined(separator: ", "))”不是以 km/km² 计的范围，应形如“0.5..2”或“3..”"),
            at: member.location))
        continue
      }
      for state in states {
        let lines = state.features.filter {
          $0.networkClass(key, in: context.plan)?.words.contains(member.key) == true
        }
        let network = try ClassLines(lines, context)
        for area in task.partners {
          context.verified(pairs: lines.count)
          guard let density = try network.density(in: area),
            let limit = limits.offended(by: density)
          else { continue }
          let when =
            states.count < 2
            ? Wording("", zh: "") : Self.title(of: state.works)
          findings.append(
            finding(
              on: area, Measure(density, .kilometresPerSquareKilometre, limit: limit),
              member.key, when, task, context))
        }
      }
    }
    return findings
  }

  private static func title(of works: WorksSelection) -> Wording {
    works == .none
      ? Wording(" as it is", zh: "现状") : Wording(" with every work done", zh: "在全部工程完成后")
  }

  private func finding(
    on area: PlanFeature, _ measure: Measure, _ value: String, _ when: Wording, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (phrase, much, on) = (area.phrase, measure.phrase, task.on.joined(separator: ", "))
    return task.finding(
      Wording(
        "\(phrase.english) has \(much.english) of '\(value)' of '\(on)'\(when.english)",
        zh: "\(phrase.chinese)内“\(on)”中“\(value)”的密度\(when.chinese)为 \(much.chinese)"),
      parties: [area.party, Finding.Party(id: value, name: nil, location: nil)], measure: measure,
      place: context.place(of: area))
  }
}

extension PlanFeature {
  /// The class of a line; a work without one has that of the road it changes.
  fileprivate func networkClass(_ key: String, in plan: Plan) -> FeatureValue? {
    attribute(key)
      ?? text(.road).flatMap { plan.feature($0)?.attribute(key) }
  }
}

extension ExampleFeature {
  /// 4 km².
  fileprivate static let zone = ExampleFeature.square("z", x: 0, side: 2000, kind: "zone")

  /// A main road from west to east.
  fileprivate static func main(
    _ id: String, _ x: ClosedRange<Double>, y: Double = 1000
  ) -> ExampleFeature {
    .line(id, [(x.lowerBound, y), (x.upperBound, y)], #""class":"主干路""#)
  }
}

extension ExamplePlan {
  /// A zone of 4 km² with 4 km of main roads and 8 km of local ones.
  fileprivate static func streets(_ limits: String) -> ExamplePlan {
    let across = [500.0, 1500].map { ExampleFeature.main("m\(Int($0))", 0...2000, y: $0) }
    let along = [400.0, 800, 1200, 1600].map { x in
      ExampleFeature.line("l\(Int(x))", [(x, 0), (x, 2000)], #""class":"支路""#)
    }
    return ExamplePlan([.zone] + across + along, settings: ["on: roads", "with: zones", limits])
  }
}
