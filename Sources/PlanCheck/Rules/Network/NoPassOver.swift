internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// N10: networks keep clear of each other.
struct NoPassOver: Rule {
  static let description = RuleDescription(
    code: "N10",
    name: "no-pass-over",
    summary: Wording(
      "Lines of two networks cross or run nearer than their clearance.", zh: "两个网络的线相交，或净距不足。"),
    rationale: Wording(
      "A pipe laid over another cannot be dug up without breaking it; near a cable it is dug up at the peril of life.",
      zh: "压在别的管线上的管道，开挖必伤及对方；离电缆太近则危及性命。"),
    fix: Wording(
      "move one of the lines aside, or lay it deeper or higher where they cross",
      zh: "将其中一条移开，或在相交处加深、抬高"),
    trap: Wording(
      "'level' says which passes above, not by how much: only a depth in metres on both lines makes a crossing clear.",
      zh: "level 只说明谁在上，不说明高差；只有两条线都给出以米计的埋深，相交才可能满足净距。"),
    looksAt: [.line, .area, .point],
    counterparts: [.arcGIS("Must Not Intersect With (Line-Line)"), .superMap("线与线无相交")],
    parameters: [
      RuleParameter(
        "min", .quantity(.length), default: "0.5 m",
        Wording("the least distance in plan", zh: "最小水平净距")),
      RuleParameter(
        "depth", .text, default: nil,
        Wording(
          "the attribute that says how deep a line lies, in metres; lines that lack it are not clear of any",
          zh: "以米计的埋深属性；缺少该属性的线视为不满足垂直净距")),
      RuleParameter(
        "min_vertical", .quantity(.length), default: nil,
        Wording(
          "the least difference in depth that makes nearness harmless; as 'min' where it is not given",
          zh: "高差达到此值时不再要求水平净距；不写则同 min")),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a water main 1 m beside a sewer", zh: "距排水管 1 m 的给水管",
        .clash([
          .line("w", [(0, 0), (100, 0)], kind: "watercourse"), .pipe("s", [(0, 1), (100, 1)]),
        ])),
      RuleExample(
        "exactly at the clearance", zh: "恰好等于净距",
        .clash([
          .line("w", [(0, 0), (100, 0)], kind: "watercourse"), .pipe("s", [(0, 0.5), (100, 0.5)]),
        ])),
      RuleExample(
        "a crossing with 0.6 m between the depths", zh: "高差 0.6 m 的相交",
        .deep([.pipe("w", across, depth(1)), .pipe("s", along, depth(1.6))], "min_vertical: 0.4 m")),
    ],
    flags: [
      RuleExample(
        "a crossing", zh: "相交", measures: ["0 m"],
        .clash([.line("w", across, kind: "watercourse"), .pipe("s", along)])),
      RuleExample(
        "side by side at 0.3 m", zh: "并行相距 0.3 m", measures: ["0.3 m"],
        .clash([
          .line("w", [(0, 0), (100, 0)], kind: "watercourse"), .pipe("s", [(0, 0.3), (100, 0.3)]),
        ])),
      RuleExample(
        "two crossings of one pair are one finding", zh: "同一对线两次相交只报一次", measures: ["0 m"],
        .clash([
          .line("w", [(0, 0), (50, 60), (100, 0)], kind: "watercourse"),
          .pipe("s", [(0, 30), (100, 30)]),
        ])),
      RuleExample(
        "a crossing with 0.2 m between the depths", zh: "高差仅 0.2 m 的相交", measures: ["0 m"],
        .deep([.pipe("w", across, depth(1)), .pipe("s", along, depth(1.2))], "min_vertical: 0.4 m")),
      RuleExample(
        "a crossing where one depth is not known", zh: "其中一条埋深不明的相交", measures: ["0 m"],
        .deep([.pipe("w", across, depth(1)), .pipe("s", along)], "min_vertical: 0.4 m")),
      RuleExample(
        "levels without depths", zh: "只有层级而无埋深", measures: ["0 m"],
        .deep(
          [.pipe("w", across, #""level":1"#), .pipe("s", along, #""level":0"#)],
          "min_vertical: 0.4 m")),
      RuleExample(
        "a pipe under a lake", zh: "穿过湖面的管道", measures: ["0 m"],
        .clash([
          .square("l", x: 40, y: -20, side: 40, kind: "lake"), .pipe("s", [(0, 0), (100, 0)]),
        ])
      ),
    ])

  private static let along: [(Double, Double)] = [(0, 0), (100, 0)]
  private static let across: [(Double, Double)] = [(50, -50), (50, 50)]
  private static func depth(_ metres: Double) -> String { "\"depth\":\(metres)" }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let first = task.features.map { context.shape(of: $0) }
    let second = task.partners.map { context.shape(of: $0) }
    let clearance = task.quantity("min")
    let others = BoxIndex(second.map { $0?.geometry.bounds })
    var pairs = 0
    var seen: Set<Set<String>> = []
    var findings: [Finding] = []
    try BoxIndex(first.map { $0?.geometry.bounds }).forEachPair(with: others, margin: clearance) {
      let (one, other) = (task.features[$0], task.partners[$1])
      guard one.id != other.id, seen.insert([one.id, other.id]).inserted,
        let a = first[$0], let b = second[$1]
      else { return }
      pairs += 1
      guard !isClearVertically(one, other, task),
        let gap = try context.topology.nearestPoints(a.geometry, b.geometry)
      else { return }
      let distance = gap.start.distance(to: gap.end)
      // A clearance kept to the millimetre is kept.
      guard distance < max(clearance - 0.001, 1e-6) else { return }
      findings.append(
        finding(one, other, gap, distance, task, context, a.isRepaired || b.isRepaired))
    }
    context.verified(pairs: pairs)
    return findings
  }

  private func depths(
    _ one: PlanFeature, _ other: PlanFeature, _ task: RuleTask
  ) -> (Double, Double)? {
    guard let key = task.word("depth"), let a = one.attribute(key)?.number,
      let b = other.attribute(key)?.number
    else { return nil }
    return (a, b)
  }

  private func isClearVertically(
    _ one: PlanFeature, _ other: PlanFeature, _ task: RuleTask
  ) -> Bool {
    guard let (a, b) = depths(one, other, task) else { return false }
    let least = task.optionalQuantity("min_vertical") ?? task.quantity("min")
    return abs(a - b) >= least - 1e-6
  }

  private func finding(
    _ one: PlanFeature, _ other: PlanFeature, _ gap: Segment, _ distance: Double,
    _ task: RuleTask, _ context: CheckContext, _ isDegraded: Bool
  ) -> Finding {
    let measure = Measure(distance, .metres, limit: task.quantity("min"))
    let (a, b, much) = (one.phrase, other.phrase, measure.phrase)
    let vertical = depths(one, other, task).map { Measure(abs($0 - $1), .metres).text }
    let tail = Wording(
      vertical.map { ", \($0) apart in depth" } ?? "", zh: vertical.map { "，埋深相差 \($0)" } ?? "")
    let line = distance > 1e-6 ? try? Line([gap.start, gap.end]) : nil
    return task.finding(
      distance < 1e-6
        ? Wording(
          "\(a.english) and \(b.english) meet in plan\(tail.english)",
          zh: "\(a.chinese)与\(b.chinese)在平面上相交\(tail.chinese)")
        : Wording(
          "\(a.english) passes \(b.english) at \(much.english)\(tail.english)",
          zh: "\(a.chinese)距\(b.chinese) \(much.chinese)\(tail.chinese)"),
      parties: [one.party(near: gap.start), other.party(near: gap.end)], measure: measure,
      place: context.place(line.map { .line($0) } ?? .point(gap.start)), isDegraded: isDegraded)
  }
}

extension ExamplePlan {
  /// Water of any kind, and pipes that must keep clear of it.
  fileprivate static func clash(_ features: [ExampleFeature]) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: [watercourses, lakes]"])
  }

  /// Pipes that keep clear of each other, by depth too.
  fileprivate static func deep(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: features", "depth: depth"] + settings)
  }
}
