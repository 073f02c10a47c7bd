internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// What one plan draws: the features of a layer by the name under which the others know them, for K35.
struct PlanVersion {
  /// A feature that has its name for itself.
  struct Object {
    let value: String
    let feature: PlanFeature
  }

  /// The layer, or whatever else the declaration names.
  let layer: String
  /// The features that are drawn and that one name stands for alone, ordered by id.
  let objects: [Object]
  private let byValue: [String: [PlanFeature]]
  private let nameless: [PlanFeature]

  init(_ name: String, by key: String, _ task: RuleTask, _ plan: Plan) {
    layer = name
    let taking = Set((task.features + task.partners).map(\.id))
    let features = plan.features(Reference(names: [name], location: task.location))
      .filter { taking.contains($0.id) }
    nameless = features.filter { $0.attribute(key) == nil }
    let named = Dictionary(
      grouping: features.filter { $0.attribute(key) != nil },
      by: { $0.attribute(key)?.written ?? "" })
    objects = features.compactMap { feature in
      guard let value = feature.attribute(key)?.written, named[value]?.count == 1,
        feature.plane != nil
      else { return nil }
      return Object(value: value, feature: feature)
    }
    byValue = named
  }

  /// The drawn feature that a name stands for; `nil` where there is none, or there are several.
  func object(_ value: String) -> PlanFeature? {
    guard let features = byValue[value], features.count == 1, features[0].plane != nil else {
      return nil
    }
    return features[0]
  }

  /// Whether something drawn has the name.
  func names(_ value: String) -> Bool { byValue[value]?.contains { $0.plane != nil } == true }

  /// Names that stand for several features, and features without a name.
  func faults(_ key: String, _ task: RuleTask) -> [Finding] {
    let shared = byValue.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    let findings = shared.map { value, features in
      task.finding(
        Wording(
          "the '\(key)' '\(value)' stands for \(features.count) features of '\(layer)', so none is compared",
          zh: "“\(layer)”中“\(key)”为“\(value)”的要素有 \(features.count) 个，无法比较"),
        parties: features.map(\.party))
    }
    guard !nameless.isEmpty else { return findings }
    let count = nameless.count
    return findings + [
      task.finding(
        Wording(
          "\(count) \(count == 1 ? "feature" : "features") of '\(layer)' without a '\(key)' "
            + "\(count == 1 ? "is" : "are") compared with nothing",
          zh: "“\(layer)”中有 \(count) 个要素没有“\(key)”，未作比较"),
        parties: nameless.map(\.party),
        severity: task.word("missing") == "report" ? min(.warning, task.severity) : .info)
    ]
  }
}
