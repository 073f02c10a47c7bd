internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// How much of the ground each class of space takes up, for K31.
struct SpaceShares {
  private let values: [String]
  private let members: [String: [PlanFeature]]
  private let task: RuleTask
  private let context: CheckContext

  init(_ key: String, _ values: [String], _ task: RuleTask, _ context: CheckContext) {
    self.values = values
    self.task = task
    self.context = context
    members = Dictionary(grouping: task.features) { feature in
      let own = feature.attribute(key)?.words ?? []
      return own.count == 1 ? own[0] : ""
    }
  }

  /// What of the ground belongs to no class, or to more than one, if it is too much.
  ///
  /// Without partners the areas are their own ground, and nothing can be left over.
  func findings() throws -> [Finding] {
    if task.partners.isEmpty, context.lieSurelyApart(task.features) {
      context.verified(pairs: values.count)
      return []
    }
    let grounds = task.partners.isEmpty ? task.features : task.partners
    let ground = try context.coverage(of: grounds)
    guard let whole = ground.geometry, whole.area > 0 else { return [] }
    var parts: [PlaneGeometry] = []
    var shares: [Wording] = []
    var isRepaired = ground.isRepaired
    for value in values {
      let cover = try context.coverage(of: members[value] ?? [])
      let part = try cover.geometry.flatMap { try context.topology.intersection($0, whole) }
      isRepaired = isRepaired || cover.isRepaired
      let share = Measure((part?.area ?? 0) / whole.area * 100, .percent).text
      shares.append(Wording("'\(value)' \(share)", zh: "“\(value)”\(share)"))
      parts += (part?.polygons.isEmpty == false ? part : nil).map { [$0] } ?? []
    }
    context.verified(pairs: values.count)
    let filled = try context.topology.union(parts)
    let list = Wording.list(shares)
    var findings: [Finding] = []
    func report(_ place: PlaneGeometry?, _ message: (Measure) -> Wording) throws {
      let share = (place?.area ?? 0) / whole.area
      guard let place, share > task.quantity("within") else { return }
      let measure = Measure(share * 100, .percent, limit: task.quantity("within") * 100)
      findings.append(
        task.finding(
          message(measure), parties: try task.partners.map(\.party) + areas(at: place),
          measure: measure, place: context.place(place), isDegraded: isRepaired))
    }
    let name = task.partners.isEmpty ? task.on : task.with
    let (on, onChinese) = (name.joined(separator: ", "), name.joined(separator: "、"))
    if !task.partners.isEmpty {
      let rest = try filled.map { try context.topology.difference(whole, $0) } ?? whole
      try report(rest) { measure in
        Wording(
          "\(list.english) leave \(measure.phrase.english) of '\(on)' without a class",
          zh: "\(list.chinese)，“\(onChinese)”的 \(measure.phrase.chinese) 没有类别")
      }
    }
    try report(shared(parts)) { measure in
      Wording(
        "\(list.english) cover \(measure.phrase.english) of '\(on)' more than once",
        zh: "\(list.chinese)，“\(onChinese)”的 \(measure.phrase.chinese) 重复归类")
    }
    return findings
  }

  /// What two or more of the parts cover.
  private func shared(_ parts: [PlaneGeometry]) throws -> PlaneGeometry? {
    var shared: [PlaneGeometry] = []
    for (place, part) in parts.enumerated() {
      for other in parts[(place + 1)...] {
        guard let both = try context.topology.intersection(part, other) else { continue }
        shared += both.polygons.map { .polygon($0) }
      }
    }
    return shared.isEmpty ? nil : try context.topology.union(shared)
  }

  /// The areas that lie at the place, so that the finding names someone.
  private func areas(at place: PlaneGeometry) throws -> [Finding.Party] {
    try context.neighbours(of: place, among: task.features, tolerance: 0).map(\.party)
  }
}
