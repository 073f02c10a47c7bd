internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// D05: there are as many features as a statement or the manifest says.
struct FeatureCount: Rule {
  static let description = RuleDescription(
    code: "D05",
    name: "count",
    summary: Wording(
      "The number of features, in all or in each area, is not the one stated, or too many are gone.",
      zh: "要素的个数（总数或各范围内）与所述不符，或消失过多。"),
    rationale: Wording(
      "Documents count what they plan; a map with one more or one less tells another story.",
      zh: "文件对规划内容有明确的数；图上多一个少一个都不是同一回事。"),
    fix: Wording("add or remove features, or correct the claim", zh: "增删要素，或更正论断"),
    trap: Wording(
      "Counted per area, a feature belongs to the area that its 'operator' names, else to the one that contains it; a feature on the border lies in one of them, not in both. A group without any feature is found only if 'groups' names it. Gone is whose id the plan no longer has: as many new ones in their place do not make up for them.",
      zh:
        "按范围计数时，要素先按“operator”归属，否则按所在位置归属；边界上的要素只计一次。一个要素也没有的组，只有列入 groups 才会发现。标识已不在规划中的要素才算消失，补上同样多的新要素也不抵消。"
    ),
    parameters: [
      RuleParameter(
        "is", .count, default: nil,
        Wording("the number of the declared features, or of each group", zh: "所声明要素或每组要素的个数")),
      RuleParameter(
        "min", .count, default: nil,
        Wording(
          "the least number of the declared features, or of each group", zh: "所声明要素或每组要素的最少个数")),
      RuleParameter(
        "max", .count, default: nil,
        Wording(
          "the largest number of the declared features, or of each group", zh: "所声明要素或每组要素的最多个数")),
      RuleParameter(
        "by", .text, default: nil,
        Wording("a property whose values make groups, counted one by one", zh: "按其取值分组计数的属性")),
      RuleParameter(
        "groups", .texts, default: nil,
        Wording(
          "values of 'by' that must be counted even if no feature has them", zh: "即使没有要素也要计数的 by 取值"
        )),
    ] + CountChange.parameters,
    evaluates: [.count],
    accepts: [
      RuleExample(
        "as many as claimed", zh: "与论断相符", .counted("{claim: count, of: facilitys, is: 2}")),
      RuleExample(
        "at least as many", zh: "至少达到", .counted("{claim: count, of: facilitys, at_least: 1}")),
      RuleExample(
        "one in each district", zh: "每个片区一个",
        .counted("{claim: count, of: facilitys, per: districts, is: 1}")),
      RuleExample(
        "one whose place is open belongs to its operator", zh: "选址未定者归其主管单位",
        ExamplePlan(
          [.square("a", x: 0), .nowhere("f", kind: "facility", "\"operator\":\"a\"")],
          claims: ["{claim: count, of: facilitys, per: districts, is: 1}"])),
      RuleExample(
        "a number in the manifest", zh: "清单中声明的个数",
        ExamplePlan([.point("f", 5, 5)], settings: ["on: facilitys", "min: 1", "max: 2"])),
      RuleExample(
        "two of each class", zh: "每类两个",
        .classes(["学校", "学校", "医疗", "医疗"], ["by: class", "is: 2"])),
      RuleExample(
        "one of ten gone", zh: "十个中消失一个",
        .before(Array(0..<10), now: Array(1..<10), ["max_deleted: 10 %", "max_deleted_count: 1"])),
    ],
    flags: [
      RuleExample(
        "one too few", zh: "少一个", measures: ["2"], .counted("{claim: count, of: facilitys, is: 3}")),
      RuleExample(
        "one too many", zh: "多一个", measures: ["2"],
        .counted("{claim: count, of: facilitys, at_most: 1}")),
      RuleExample(
        "a district without any", zh: "有片区一个也没有", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 10), .point("f", 5, 5)],
          claims: ["{claim: count, of: facilitys, per: districts, is: 1}"])),
      RuleExample(
        "more than the manifest allows", zh: "多于清单所允许", measures: ["2"],
        ExamplePlan(
          [.point("f", 5, 5), .point("g", 15, 5)], settings: ["on: facilitys", "max: 1"])),
      RuleExample(
        "one class with too many", zh: "有一类过多", measures: ["3"],
        .classes(["学校", "学校", "医疗", "学校"], ["by: class", "max: 2"])),
      RuleExample(
        "a class without any", zh: "有一类一个也没有", measures: ["0"],
        .classes(["学校"], ["by: class", "groups: [学校, 医疗]", "min: 1"])),
      RuleExample(
        "three of ten gone, three others in their place", zh: "十个中消失三个，又补了三个",
        measures: ["30%"],
        .before(Array(0..<10), now: Array(3..<13), ["max_deleted: 20 %", "max_change: 0 %"])),
      RuleExample(
        "more gone than one", zh: "消失不止一个", measures: ["2"],
        .before(Array(0..<10), now: Array(2..<10), ["max_deleted_count: 1"])),
      RuleExample(
        "half as many again", zh: "多出一半", measures: ["50%"],
        .before(Array(0..<10), now: Array(0..<15), ["max_deleted: 0 %", "max_change: 20 %"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    var findings = declared(task) + CountChange().findings(for: task, using: context)
    for claim in context.claims(.count) where context.verdicts[claim.id] == nil {
      guard case .count(let reference, let bounds, let per) = claim.test else { continue }
      let features = context.plan.features(reference)
      let found =
        try per.map {
          try counts(of: features, in: context.plan.features($0), bounds, claim, task, context)
        } ?? total(features, reference, bounds, claim, task)
      context.record(claim, by: task, holds: found.isEmpty)
      findings += found
    }
    return findings
  }

  /// The numbers that the declaration itself asks for.
  private func declared(_ task: RuleTask) -> [Finding] {
    guard let bounds = bounds(of: task) else { return [] }
    guard let key = task.word("by") else {
      let what = task.on.isEmpty ? Self.all : Wording.quoted(task.on.joined(separator: ", "))
      return group(task.features, what, bounds, task)
    }
    let groups = Dictionary(grouping: task.features) { $0.attribute(key)?.written ?? "" }
    return Set(task.texts("groups") + groups.keys).sorted().flatMap { value in
      group(
        groups[value] ?? [],
        value.isEmpty
          ? Wording("those without '\(key)'", zh: "没有“\(key)”的要素")
          : Wording("'\(key)' '\(value)'", zh: "“\(key)”为“\(value)”的要素"), bounds, task)
    }
  }

  private static let all = Wording("the plan", zh: "规划中")

  /// The bounds that the declaration gives; `nil` when it gives none.
  private func bounds(of task: RuleTask) -> ClosedRange<Int>? {
    if let exact = task.count("is") { return exact...exact }
    guard task.gives("min") || task.gives("max") else { return nil }
    let low = task.count("min") ?? 0
    return low...max(low, task.count("max") ?? Int.max)
  }

  private func group(
    _ features: [PlanFeature], _ what: Wording, _ bounds: ClosedRange<Int>, _ task: RuleTask
  ) -> [Finding] {
    let count = features.count
    guard !bounds.contains(count) else { return [] }
    let stated = bounds.phrase
    let parties =
      features.isEmpty
      ? [Finding.Party(id: task.description.code, name: nil, location: task.location)]
      : features.map(\.party)
    return [
      task.finding(
        Wording(
          "\(count) \(count == 1 ? "feature" : "features") in \(what.english), where \(stated.english) declared",
          zh: "\(what.chinese)有 \(count) 个要素，声明为\(stated.chinese)"),
        parties: parties, measure: measure(count, bounds))
    ]
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    var faults: [PlanFault] = []
    let bounds = ["is", "min", "max"]
    if task.gives("by"), !bounds.contains(where: task.gives), !CountChange.isAskedFor(by: task) {
      faults.append(task.missing("is", example: "3"))
    }
    if let low = task.count("min"), let high = task.count("max"), low > high {
      faults.append(
        task.fault(
          Wording("'min' \(low) is more than 'max' \(high)", zh: "min \(low) 大于 max \(high)")))
    }
    for name in bounds where task.count(name).map({ $0 < 0 }) ?? false {
      faults.append(
        task.fault(Wording("'\(name)' is less than 0", zh: "“\(name)”小于 0")))
    }
    return faults + CountChange.faults(of: task)
      + task.unknownKeys([task.word("by")].compactMap { $0.map { ($0, nil) } })
  }

  private func total(
    _ features: [PlanFeature], _ reference: Reference, _ bounds: ClosedRange<Int>, _ claim: Claim,
    _ task: RuleTask
  ) -> [Finding] {
    guard !bounds.contains(features.count) else { return [] }
    let stated = bounds.phrase
    return [
      task.finding(
        Wording(
          "\(features.count) of '\(reference.text)' in the plan, where \(claim.statement) says \(stated.english)",
          zh: "规划中“\(reference.text)”有 \(features.count) 个，\(claim.statement) 为\(stated.chinese)"),
        parties: [claim.party], measure: measure(features.count, bounds),
        statements: [claim.statement])
    ]
  }

  private func counts(
    of features: [PlanFeature], in areas: [PlanFeature], _ bounds: ClosedRange<Int>,
    _ claim: Claim, _ task: RuleTask, _ context: CheckContext
  ) throws -> [Finding] {
    var members: [String: [PlanFeature]] = [:]
    for feature in features {
      guard let owner = try owner(of: feature, among: areas, context) else { continue }
      members[owner.id, default: []].append(feature)
    }
    return areas.compactMap { area in
      let inside = members[area.id] ?? []
      guard !bounds.contains(inside.count) else { return nil }
      let (phrase, stated) = (area.phrase, bounds.phrase)
      return task.finding(
        Wording(
          "\(phrase.english) has \(inside.count) of them, where \(claim.statement) says \(stated.english)",
          zh: "\(phrase.chinese)有 \(inside.count) 个，\(claim.statement) 为\(stated.chinese)"),
        parties: [area.party, claim.party] + inside.map(\.party),
        measure: measure(inside.count, bounds), place: context.place(of: area),
        statements: [claim.statement])
    }
  }

  /// The area that a feature's operator names, else the first that contains a point of it.
  private func owner(
    of feature: PlanFeature, among areas: [PlanFeature], _ context: CheckContext
  ) throws -> PlanFeature? {
    if let name = feature.text(.operator), let named = areas.first(where: { $0.id == name }) {
      return named
    }
    guard let shape = context.shape(of: feature),
      let point = try context.topology.pointOnSurface(of: shape.geometry)
    else { return nil }
    return areas.first { area in
      context.shape(of: area).map {
        !$0.geometry.polygons.isEmpty && $0.geometry.distance(to: point) == 0
      }
        ?? false
    }
  }

  private func measure(_ count: Int, _ bounds: ClosedRange<Int>) -> Measure {
    let limit = count < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound
    return Measure(Double(count), .features, limit: Double(limit))
  }
}

extension Wording {
  /// A name in quotes.
  fileprivate static func quoted(_ name: String) -> Wording {
    Wording("'\(name)'", zh: "“\(name)”")
  }
}

extension ClosedRange<Int> {
  /// The range in a sentence.
  var phrase: Wording {
    if lowerBound == upperBound { return Wording("\(lowerBound)", zh: " \(lowerBound) 个") }
    if upperBound == Int.max { return Wording("at least \(lowerBound)", zh: "至少 \(lowerBound) 个") }
    if lowerBound == 0 { return Wording("at most \(upperBound)", zh: "至多 \(upperBound) 个") }
    return Wording("\(lowerBound) to \(upperBound)", zh: " \(lowerBound) 至 \(upperBound) 个")
  }
}

extension ExamplePlan {
  /// Facilities of some classes.
  fileprivate static func classes(_ classes: [String], _ settings: [String]) -> ExamplePlan {
    ExamplePlan(
      classes.enumerated().map { place, name in
        .point("f\(place)", Double(place) * 10, 0, "\"class\":\"\(name)\"")
      }, settings: ["on: facilitys"] + settings)
  }

  /// Facilities by number, before and now.
  fileprivate static func before(
    _ before: [Int], now: [Int], _ settings: [String]
  ) -> ExamplePlan {
    func points(_ numbers: [Int]) -> [ExampleFeature] {
      numbers.map { .point("f\($0)", Double($0) * 10, 0) }
    }
    return ExamplePlan(
      points(now), settings: ["on: facilitys"] + settings, earlier: points(before))
  }

  /// Two districts with a facility each, and a claim.
  fileprivate static func counted(_ claim: String) -> ExamplePlan {
    ExamplePlan(
      [.square("a", x: 0), .square("b", x: 10), .point("f", 5, 5), .point("g", 15, 5)],
      claims: [claim])
  }
}
