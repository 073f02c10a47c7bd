internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K29: every area has its share of sites, and the sites are run by the area that they lie in.
struct OneSitePerArea: Rule {
  static let description = RuleDescription(
    code: "K29",
    name: "one-park-per-street",
    summary: Wording(
      "An area holds more or fewer sites than allotted, or a site lies in another area than its operator.",
      zh: "范围内的园区个数与分配不符，或园区不在其运营主体的范围内。"),
    rationale: Wording(
      "Where every sub-district is to have and run one park, a park too many here is one that lacks elsewhere.",
      zh: "要求每个街道规划并运营一处园区时，此处多一处，别处就少一处。"),
    fix: Wording(
      "add, move or drop sites, or correct 'operator'", zh: "增设、迁移或取消园区，或更正 operator"),
    trap: Wording(
      "A site on a border counts once: an area or line for whichever holds more of it, a point for the one that its operator names; a site without a place counts for its operator.",
      zh: "边界上的园区只计一次：面和线归占比大的一方，点归运营主体所在的一方；没有位置的园区按运营主体计。"),
    parameters: [
      RuleParameter(
        "count", .count, default: nil,
        Wording(
          "how many sites each area holds; 1 where neither 'min' nor 'max' is given",
          zh: "每个范围的园区个数；未给出 min、max 时为 1")),
      RuleParameter(
        "min", .count, default: nil, Wording("the least number of sites", zh: "最少个数")),
      RuleParameter(
        "max", .count, default: nil, Wording("the largest number of sites", zh: "最多个数")),
      .tolerance,
    ],
    needsFeatures: true,
    needsPartner: true,
    severity: .warning,
    accepts: [
      RuleExample("one in each, run by it", zh: "每处一个，由其运营", .streets([.site("p", 2, "甲街道")])),
      RuleExample(
        "one that reaches over the border counts where most of it lies", zh: "跨界的园区归占比大的一方",
        .streets([.site("p", 7)])),
      RuleExample(
        "one without a place counts for its operator", zh: "没有位置的园区按运营主体计",
        .streets([.nowhere("p", kind: "park", #""operator":"a""#)])),
      RuleExample(
        "a point on the border counts for its operator", zh: "边界上的点按运营主体计",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 10), .point("p", 10, 5, #""operator":"b""#),
            .point("q", 5, 5),
          ], settings: ["on: districts", "with: facilitys"])),
      RuleExample(
        "one or two in each", zh: "每处一至两个",
        .streets([.site("p", 2), .site("q", 5)], "min: 1", "max: 2")),
    ],
    flags: [
      RuleExample("none in one", zh: "一处没有", measures: ["0"], .streets([])),
      RuleExample(
        "two in one", zh: "一处有两个", measures: ["2"], .streets([.site("p", 2), .site("q", 5)])),
      RuleExample(
        "one on the border does not do for both", zh: "跨界的一处不能算两处", measures: ["0", "2"],
        .streets([.site("p", 8.5)])),
      RuleExample(
        "run by another area", zh: "由另一范围运营", .streets([.site("p", 2, "乙街道")])),
      RuleExample(
        "run by someone who has no area", zh: "运营主体不是任何范围", .streets([.site("p", 2, "某公司")])),
      RuleExample(
        "too few and too many", zh: "过少与过多", measures: ["0", "3"],
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 10), .site("p", 11), .site("q", 14),
            .site("r", 17),
          ], settings: ["on: districts", "with: parks", "max: 2", "min: 1"])),
      RuleExample(
        "worth knowing: a site in none of the areas", zh: "提示：不在任何范围内的园区",
        .streets([.site("p", 2), .site("q", 50)])),
      RuleExample(
        "worth knowing: no place, and an operator without an area", zh: "提示：没有位置，运营主体也没有范围",
        .streets([.site("p", 2), .nowhere("q", kind: "park", #""operator":"某公司""#)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let bounds = bounds(of: task)
    let occupancy = try Occupancy(
      of: task.features, tolerance: task.quantity("tolerance"), context)
    let owners = Dictionary(
      task.features.flatMap { area in area.ownNames.map { ($0, area) } },
      uniquingKeysWith: { first, _ in first })
    var sites: [String: [PlanFeature]] = [:]
    var findings: [Finding] = []
    for site in task.partners {
      context.verified(pairs: task.features.count)
      let owner = site.text(.operator).flatMap { owners[$0] }
      let home = try home(of: site, ownedBy: owner, occupancy, context)
      findings += fault(of: site, in: home, ownedBy: owner, task, context)
      guard let area = home ?? (site.plane == nil ? owner : nil) else { continue }
      sites[area.id, default: []].append(site)
    }
    return findings
      + task.features.compactMap { area in
        count(sites[area.id] ?? [], in: area, bounds, task, context)
      }
  }

  private func bounds(of task: RuleTask) -> ClosedRange<Int> {
    if let count = task.count("count") { return count...count }
    let (low, high) = (task.count("min"), task.count("max"))
    if low == nil, high == nil { return 1...1 }
    return (low ?? 0)...max(low ?? 0, high ?? Int.max)
  }

  /// The area that holds most of a site; of those that hold the same, the one that runs it.
  private func home(
    of site: PlanFeature, ownedBy owner: PlanFeature?, _ occupancy: Occupancy,
    _ context: CheckContext
  ) throws -> PlanFeature? {
    guard let shape = context.shape(of: site) else { return nil }
    let holds = try occupancy.holds(of: shape.geometry)
    guard let most = holds.map(\.share).max() else { return nil }
    let homes = holds.filter { $0.share >= most - 1e-6 }.map(\.area)
    return homes.first { $0.id == owner?.id } ?? homes.first
  }

  /// What is wrong with a single site.
  private func fault(
    of site: PlanFeature, in home: PlanFeature?, ownedBy owner: PlanFeature?, _ task: RuleTask,
    _ context: CheckContext
  ) -> [Finding] {
    let phrase = site.phrase
    let on = task.on.joined(separator: ", ")
    guard let home else {
      guard site.plane != nil || owner == nil else { return [] }
      return [
        task.finding(
          site.plane == nil
            ? Wording(
              "\(phrase.english) has no place and no operator among '\(on)', and counts for none",
              zh: "\(phrase.chinese)没有位置，运营主体也不在“\(on)”之中，不计入任何范围")
            : Wording(
              "\(phrase.english) lies in none of '\(on)', and counts for none",
              zh: "\(phrase.chinese)不在“\(on)”的任何范围内，不计入任何范围"),
          parties: [site.party], place: context.place(of: site), severity: .info)
      ]
    }
    guard let name = site.text(.operator), owner?.id != home.id else { return [] }
    return [
      task.finding(
        Wording(
          "\(phrase.english) lies in \(home.phrase.english), but its operator is '\(name)'",
          zh: "\(phrase.chinese)位于\(home.phrase.chinese)，运营主体却是“\(name)”"),
        parties: [site.party, home.party] + (owner.map { [$0.party] } ?? []),
        place: context.place(of: site))
    ]
  }

  private func count(
    _ sites: [PlanFeature], in area: PlanFeature, _ bounds: ClosedRange<Int>, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    guard !bounds.contains(sites.count) else { return nil }
    let limit = sites.count < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound
    let (phrase, with) = (area.phrase, task.with.joined(separator: ", "))
    return task.finding(
      Wording(
        "\(phrase.english) holds \(sites.count) of '\(with)' (limit \(limit))",
        zh: "\(phrase.chinese)内有“\(with)” \(sites.count) 个（限值 \(limit)）"),
      parties: [area.party] + sites.map(\.party),
      measure: Measure(Double(sites.count), .features, limit: Double(limit)),
      place: context.place(of: area))
  }
}

extension PlanFeature {
  /// Everything that the operator of a site may call the feature.
  fileprivate var ownNames: [String] { [id] + (name.map { [$0] } ?? []) + aliases }
}

extension ExampleFeature {
  /// A park of 4 m by 4 m.
  fileprivate static func site(
    _ id: String, _ x: Double, _ operatorName: String? = nil
  ) -> ExampleFeature {
    .square(
      id, x: x, y: 3, side: 4, kind: "park", operatorName.map { #""operator":"\#($0)""# } ?? "")
  }
}

extension ExamplePlan {
  /// Two sub-districts side by side, the second with a park, and parks for the first.
  fileprivate static func streets(
    _ parks: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(
      [
        .square("a", x: 0, kind: "sub_district", #""name":"甲街道""#),
        .square("b", x: 10, kind: "sub_district", #""name":"乙街道""#),
        .square("last", x: 15, y: 3, side: 4, kind: "park", #""operator":"b""#),
      ] + parks, settings: ["on: sub-districts", "with: parks"] + settings)
  }
}
