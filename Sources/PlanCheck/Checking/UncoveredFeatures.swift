internal import DistrictPlan
internal import Messages

/// Finds features that no layer holds: no rule, claim or map would ever look at them.
struct UncoveredFeatures {
  let plan: Plan
  /// The faults of reading; a feature whose geometry cannot be read has been reported already.
  let known: [PlanFault]

  /// One fault for each kind of feature in each file.
  func faults() -> [PlanFault] {
    let unreadable = Set(
      known.filter { ["G01", "D01", "D08"].contains($0.code) }.compactMap(\.subject))
    let stray = plan.features.filter { feature in
      !plan.layers.contains { $0.contains(feature) }
        && !(feature.geometry == nil && unreadable.contains(feature.id))
    }
    let groups = Dictionary(grouping: stray) { [$0.file, $0.kind.rawValue] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { groups[$0].flatMap { fault(about: $0) } }
  }

  private func fault(about features: [PlanFeature]) -> PlanFault? {
    let inOrder = features.sorted { $0.location < $1.location }
    guard let first = inOrder.first else { return nil }
    let (phrase, more) = (first.phrase, inOrder.count - 1)
    return PlanFault(
      code: "D11", location: first.location,
      message: Wording(
        "\(phrase.english) in '\(first.file)' belongs to no layer"
          + (more > 0 ? ", nor do \(more) more of kind '\(first.kind.rawValue)'" : ""),
        zh: "“\(first.file)”中的\(phrase.chinese)不属于任何图层"
          + (more > 0 ? "，另有 \(more) 个同类要素也是" : "")),
      help: Wording(
        "add a layer of kind '\(first.kind.rawValue)' from this file to plan.yaml, or widen its 'where' and 'geometry'",
        zh: "在 plan.yaml 中为该文件添加类型为 \(first.kind.rawValue) 的图层，或放宽其 where、geometry 条件"),
      subject: first.id)
  }
}
