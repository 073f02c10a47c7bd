internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
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
    // Files without a manifest have layers by what features are made of.
    let loose = Set(plan.layers.filter { $0.location.file == $0.file }.map(\.file))
    let stray = plan.featuresOfNoLayer.filter { feature in
      !(feature.plane == nil
        && (unreadable.contains(feature.id) || loose.contains(feature.file)))
    }
    let groups = Dictionary(grouping: stray) { [$0.file, $0.kind.rawValue] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
      groups[key].flatMap { fault(about: $0, isLoose: loose.contains(key[0])) }
    }
  }

  private func fault(about features: [PlanFeature], isLoose: Bool) -> PlanFault? {
    let inOrder = features.sorted { $0.location < $1.location }
    guard let first = inOrder.first else { return nil }
    let (phrase, more, kind) = (first.phrase, inOrder.count - 1, first.kind.rawValue)
    return PlanFault(
      code: "D11", location: first.location,
      message: Wording(
        "\(phrase.english) in '\(first.file)' belongs to no layer"
          + (more > 0 ? ", nor do \(more) more of kind '\(kind)'" : ""),
        zh: "“\(first.file)”中的\(phrase.chinese)不属于任何图层" + (more > 0 ? "，另有 \(more) 个同类要素也是" : "")),
      help: isLoose
        ? Wording(
          "a collection of points, lines and areas is looked at by no rule; make each a feature of its own",
          zh: "点、线、面混合的集合不受任何规则检查，请分别拆为独立要素")
        : Wording(
          "add a layer of kind '\(kind)' from this file to plan.yaml, or widen its 'where' and 'geometry'",
          zh: "在 plan.yaml 中为该文件添加类型为 \(kind) 的图层，或放宽其 where、geometry 条件"),
      subject: first.id)
  }
}
