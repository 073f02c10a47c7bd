internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// Holds projects against the zones that they lie in, for K30.
struct Siting {
  private let allowed: [String: Set<String>]
  private let key: String
  private let by: String
  private let task: RuleTask
  private let context: CheckContext
  private let occupancy: Occupancy
  /// The projects in zones of which the table knows nothing, by the zone's id.
  private var unjudged: [String: [PlanFeature]] = [:]

  init(_ table: [RuleDeclaration.Member], _ task: RuleTask, _ context: CheckContext) throws {
    allowed = Dictionary(
      table.map { ($0.key, Set($0.texts)) }, uniquingKeysWith: { $0.union($1) })
    key = task.word("key") ?? "function"
    by = task.word("by") ?? "class"
    occupancy = try Occupancy(
      of: task.partners, tolerance: task.quantity("tolerance"), context)
    self.task = task
    self.context = context
  }

  /// What is wrong with the place of a project.
  mutating func findings(on project: PlanFeature) throws -> [Finding] {
    guard let shape = context.shape(of: project) else {
      return [
        finding(
          on: project,
          project.plane == nil
            ? Wording(
              "\(project.phrase.english) has no place yet, so no zone holds it",
              zh: "\(project.phrase.chinese)尚无位置，不在任何分区内")
            : Wording(
              "\(project.phrase.english) has no extent, so no zone holds it",
              zh: "\(project.phrase.chinese)没有面积，不在任何分区内"), atMost: .info)
      ]
    }
    let classes = project.attribute(by)?.words ?? []
    guard !classes.isEmpty else {
      return [
        finding(
          on: project,
          Wording(
            "\(project.phrase.english) has no '\(by)', so no zone can be said to allow it",
            zh: "\(project.phrase.chinese)没有“\(by)”，无从判断分区是否允许"), atMost: .warning)
      ]
    }
    let holds = try occupancy.holds(of: shape.geometry)
    let held = try holds.compactMap { hold -> (hold: Occupancy.Hold, part: PlaneGeometry?)? in
      guard let part = hold.part else { return hold.share > 0 ? (hold, nil) : nil }
      return try large(part).map { (hold, $0) }
    }
    if held.isEmpty { return try onBorder(project, classes, holds.map(\.area)) }
    return held.compactMap { hold, part in
      guard let verdict = allows(classes, in: hold.area) else {
        unjudged[hold.area.id, default: []].append(project)
        return nil
      }
      guard !verdict else { return nil }
      return refused(
        project, classes, in: [hold.area], part, shape.isRepaired || hold.isRepaired)
    }
  }

  /// A finding for each zone that holds projects and of which the table knows nothing.
  var unknownZones: [Finding] {
    task.partners.compactMap { zone in
      guard let projects = unjudged[zone.id] else { return nil }
      let values = zone.attribute(key)?.words ?? []
      let (phrase, names) = (zone.phrase, Wording.names(values))
      return task.finding(
        values.isEmpty
          ? Wording(
            "\(phrase.english) has no '\(key)', and holds \(Wording.phrases(projects).english)",
            zh: "\(phrase.chinese)没有“\(key)”，其中有\(Wording.phrases(projects).chinese)")
          : Wording(
            "the table says nothing of the '\(key)' \(names.english) of \(phrase.english), which holds "
              + Wording.phrases(projects).english,
            zh: "对照表没有\(phrase.chinese)的“\(key)”\(names.chinese)，其中有"
              + Wording.phrases(projects).chinese),
        parties: [zone.party] + projects.map(\.party), place: context.place(of: zone),
        severity: min(.warning, task.severity))
    }
  }

  /// A project that no zone holds: it may lie on the border of some.
  private mutating func onBorder(
    _ project: PlanFeature, _ classes: [String], _ zones: [PlanFeature]
  ) throws -> [Finding] {
    guard !zones.isEmpty else {
      let on = task.with.joined(separator: ", ")
      return [
        finding(
          on: project,
          Wording(
            "\(project.phrase.english) lies in no zone of '\(on)'",
            zh: "\(project.phrase.chinese)不在“\(on)”的任何分区内"), atMost: .warning)
      ]
    }
    let verdicts = zones.map { allows(classes, in: $0) }
    if verdicts.contains(true) { return [] }
    for (zone, verdict) in zip(zones, verdicts) where verdict == nil {
      unjudged[zone.id, default: []].append(project)
    }
    return verdicts.contains(nil) ? [] : [refused(project, classes, in: zones, nil, false)]
  }

  /// Whether a zone allows all the classes; `nil` when the table does not know the zone.
  private func allows(_ classes: [String], in zone: PlanFeature) -> Bool? {
    let tables = (zone.attribute(key)?.words ?? []).compactMap { allowed[$0] }
    guard !tables.isEmpty else { return nil }
    let all = tables.reduce(into: Set()) { $0.formUnion($1) }
    return all.contains("*") || all.isSuperset(of: classes)
  }

  private func refused(
    _ project: PlanFeature, _ classes: [String], in zones: [PlanFeature],
    _ part: PlaneGeometry?, _ isDegraded: Bool
  ) -> Finding {
    let (phrase, names, list) = (
      project.phrase, Wording.phrases(zones), Wording.names(classes)
    )
    let values = Wording.names(zones.flatMap { $0.attribute(key)?.words ?? [] })
    let measure = part.map { part in
      part.polygons.isEmpty
        ? Measure(part.length, .metres, limit: task.quantity("min_length"))
        : Measure.area(part.area, limit: task.quantity("min_area"))
    }
    return finding(
      on: project,
      Wording(
        "\(phrase.english) lies in \(names.english), whose '\(key)' \(values.english) does not allow "
          + "the '\(by)' \(list.english)",
        zh: "\(phrase.chinese)位于\(names.chinese)，其“\(key)”\(values.chinese)不允许“\(by)”"
          + "\(list.chinese)"),
      zones: zones, measure: measure, at: part, isDegraded: isDegraded)
  }

  /// A finding about a project; only worth knowing where the project gives a reason.
  private func finding(
    on project: PlanFeature, _ message: Wording, zones: [PlanFeature] = [],
    measure: Measure? = nil, at part: PlaneGeometry? = nil, atMost limit: Severity = .error,
    isDegraded: Bool = false
  ) -> Finding {
    let reason = project.attribute(task.word("reason") ?? "")?.written
    return task.finding(
      reason.map {
        Wording(
          "\(message.english); the reason given is '\($0)'", zh: "\(message.chinese)；理由：“\($0)”")
      } ?? message,
      parties: [project.party] + zones.map(\.party), measure: measure,
      place: part.flatMap(context.place) ?? context.place(of: project),
      severity: reason == nil ? min(limit, task.severity) : .info, isDegraded: isDegraded)
  }

  /// What of a part in a zone is more than noise.
  private func large(_ part: PlaneGeometry) throws -> PlaneGeometry? {
    guard part.polygons.isEmpty else { return try context.aboveNoise(part, for: task) }
    let lines = part.lines
    guard part.length > task.quantity("min_length") else {
      if !lines.isEmpty { context.verified(belowNoiseFloor: 1) }
      return nil
    }
    return .multiLine(lines)
  }
}

extension FeatureValue {
  /// The value as words: several for a list, one for anything else.
  var words: [String] {
    if case .texts(let texts) = self { texts } else { [written] }
  }
}
