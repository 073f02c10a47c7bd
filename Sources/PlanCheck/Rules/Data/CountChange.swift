internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// How the number of features has changed since an earlier state, against what a declaration allows.
struct CountChange {
  /// The settings that need an earlier state.
  static let parameters = [
    RuleParameter(
      "max_deleted", .quantity(.share), default: nil,
      Wording(
        "the largest share of the features of an earlier state (--since) that may be gone",
        zh: "早先状态（--since）的要素最多可消失的比例")),
    RuleParameter(
      "max_deleted_count", .count, default: nil,
      Wording(
        "the largest number of features of an earlier state (--since) that may be gone",
        zh: "早先状态（--since）的要素最多可消失的个数")),
    RuleParameter(
      "max_change", .quantity(.share), default: nil,
      Wording(
        "how much the number of features may differ from that of an earlier state (--since)",
        zh: "要素个数与早先状态（--since）相比最多可增减的比例")),
  ]

  /// Whether a declaration asks for a comparison.
  static func isAskedFor(by task: RuleTask) -> Bool {
    parameters.contains { task.gives($0.name) }
  }

  /// What is wrong with the limits.
  static func faults(of task: RuleTask) -> [PlanFault] {
    parameters.map(\.name).compactMap { name in
      let value = task.optionalQuantity(name) ?? task.count(name).map(Double.init)
      if let value, value < 0 {
        return task.fault(Wording("'\(name)' is less than 0", zh: "“\(name)”小于 0"))
      }
      guard name == "max_deleted", let value, value >= 1 else { return nil }
      return task.fault(
        Wording("'\(name)' allows all features to be gone", zh: "“\(name)”允许全部要素消失"))
    }
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard Self.isAskedFor(by: task) else { return [] }
    guard context.isCompared else {
      context.unverified(task)
      return []
    }
    guard let earlier = task.earlierFeatures else { return [] }
    let what = task.on.isEmpty ? context.plan.manifest.title : task.on.joined(separator: ", ")
    guard let key = task.word("by") else {
      return changes(from: earlier, to: task.features, what, task, context)
    }
    let before = Dictionary(grouping: earlier) { $0.attribute(key)?.written ?? "" }
    let now = Dictionary(grouping: task.features) { $0.attribute(key)?.written ?? "" }
    return before.keys.sorted().flatMap { value in
      changes(
        from: before[value] ?? [], to: now[value] ?? [], "\(what), \(key): \(value)", task, context)
    }
  }

  private func changes(
    from before: [PlanFeature], to now: [PlanFeature], _ what: String, _ task: RuleTask,
    _ context: CheckContext
  ) -> [Finding] {
    guard !before.isEmpty else { return [] }
    // What only left the group is still there.
    let gone = before.filter { context.plan.feature($0.id) == nil }.map(\.id).sorted()
    let revision = context.revision ?? ""
    func finding(_ message: Wording, _ measure: Measure) -> Finding {
      task.finding(
        message, parties: [Finding.Party(id: what, name: nil, location: task.location)],
        measure: measure,
        help: Wording(
          "bring them back, or raise the limit for this change",
          zh: "恢复这些要素，或为此次改动放宽限值"))
    }
    func goneFinding(_ measure: Measure) -> Finding {
      finding(
        Wording(
          "\(gone.count) of the \(before.count) features in '\(what)' of '\(revision)' are gone: \(Self.some(gone, "and", "more")); \(measure.text) (limit \(measure.limitText ?? ""))",
          zh:
            "“\(revision)”中“\(what)”的 \(before.count) 个要素有 \(gone.count) 个已不存在：\(Self.some(gone, "及另外", "个"))；\(measure.text)（限值 \(measure.limitText ?? "")）"
        ), measure)
    }
    var findings: [Finding] = []
    let share = Double(gone.count) / Double(before.count)
    if let limit = task.count("max_deleted_count"), gone.count > limit {
      findings.append(goneFinding(Measure(Double(gone.count), .features, limit: Double(limit))))
    }
    if let limit = task.optionalQuantity("max_deleted"), share > limit + 1e-12 {
      findings.append(goneFinding(Measure(share * 100, .percent, limit: limit * 100)))
    }
    let change = abs(Double(now.count - before.count)) / Double(before.count)
    if let limit = task.optionalQuantity("max_change"), change > limit + 1e-12 {
      let measure = Measure(change * 100, .percent, limit: limit * 100)
      let phrase = measure.phrase
      findings.append(
        finding(
          Wording(
            "\(now.count) features in '\(what)', and \(before.count) in '\(revision)': changed by \(phrase.english)",
            zh: "“\(what)”有 \(now.count) 个要素，“\(revision)”中为 \(before.count) 个，变化 \(phrase.chinese)"
          ),
          measure))
    }
    return findings
  }

  /// The first ids of some, and how many others there are.
  private static func some(_ ids: [String], _ and: String, _ more: String) -> String {
    let shown = ids.prefix(5).joined(separator: ", ")
    return ids.count > 5 ? "\(shown) \(and) \(ids.count - 5) \(more)" : shown
  }
}
