internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapStyle
internal import PlanFindings

/// Tells styles about the features of a layer on a map, when they ask.
///
/// A class, so that each of many features holds a reference and no copy.
final class FactTeller: Sendable {
  private let source: MapFeatureSource
  let layer: String
  private let map: MapView

  init(source: MapFeatureSource, layer: String, map: MapView) {
    (self.source, self.layer, self.map) = (source, layer, map)
  }

  /// What there is to say about a feature.
  func facts(of feature: PlanFeature) -> some StyleFeatureSource {
    FeatureFacts(feature: feature, teller: self)
  }

  /// What is not written with a feature, or counts instead of what is.
  fileprivate static let worked: Set = [
    "id", "layer", "state", "slot_label", "label", "label_full", "assumed", "number", "status",
    "rung", "applied", "road_label", "class", "corridor_label", "dead_end", "area_km2",
    "length_km", "length_text",
  ]

  /// Whether a property may have another value than the one that is written with the feature.
  static func worksOut(_ name: String) -> Bool { worked.contains(name) }

  /// What to call a feature: by its label, else as sentences call it.
  func title(of feature: PlanFeature) -> String {
    source.name(of: feature) ?? slot(of: feature) ?? feature.displayName
  }

  /// Where features of the map get their shapes from.
  var lines: SimplifiedLines { source.lines }

  /// Where the map's ground lies on the sheet.
  var placement: MapPlacement { map.placement }

  /// The value of a property; `nil` where the feature has none of that name.
  func value(_ name: String, of feature: PlanFeature) -> StyleValue? {
    switch name {
    case "id": return .string(feature.id)
    case "layer": return .string(layer)
    case "state": return .string(map.state.rawValue)
    case "slot_label":
      if let slot = slot(of: feature) { return .string(slot) }
    case "label": return (source.name(of: feature) ?? slot(of: feature)).map(StyleValue.string)
    case "label_full":
      return .string(
        [slot(of: feature), source.name(of: feature)].compactMap { $0 }.joined(separator: " "))
    case "assumed": return .bool(feature.isAssumed)
    case "number":
      if let number = source.sample ?? source.numbers[feature.id] { return .string(number) }
    case "status":
      if let status = source.statuses[feature.id] { return .string(status.rawValue) }
    case "rung":
      if let status = source.statuses[feature.id] { return .number(Double(status.rung ?? -1)) }
    case "applied", "road_label", "class":
      if feature.kind == .roadWork { return work(name, of: feature) }
    case "corridor_label":
      if feature.kind == .corridorAxis, let way = feature.text(.follows) {
        let corridor = source.plan.features.first {
          $0.kind == .corridor && $0.text(.follows) == way
        }
        return corridor.flatMap { source.name(of: $0) }.map(StyleValue.string)
      }
    case "dead_end":
      if feature.kind == .road { return .bool(map.deadEndRoads.contains(feature.id)) }
    case "area_km2", "length_km", "length_text":
      if let measure = measure(name, of: feature) { return measure }
    default: break
    }
    return written(name, of: feature)
  }

  private func written(_ name: String, of feature: PlanFeature) -> StyleValue? {
    feature.attribute(name).map(StyleValue.init)
  }

  private func slot(of feature: PlanFeature) -> String? {
    feature.text(.slot).map {
      SchemaWords.slot($0, ordinal: RegisterOrder.ordinal($0), in: source.language)
    }
  }

  private func work(_ name: String, of feature: PlanFeature) -> StyleValue? {
    if name == "applied" { return .bool(map.works.includes(feature)) }
    func road() -> PlanFeature? { feature.text(.road).flatMap { source.plan.feature($0) } }
    if name == "road_label" {
      return road().flatMap { source.name(of: $0) }.map(StyleValue.string)
    }
    return written(name, of: feature) ?? road()?.text(.class).map(StyleValue.string)
  }

  private func measure(_ name: String, of feature: PlanFeature) -> StyleValue? {
    guard let plane = feature.plane else { return nil }
    if name == "area_km2" { return .number(plane.area / 1_000_000) }
    let length = plane.length
    if name == "length_km" { return .number(length / 1000) }
    guard length > 0 else { return nil }
    return .string("\(DecimalText.fixed(length / 1000, decimals: 1)) km")
  }
}

/// What styles may ask of one feature.
private struct FeatureFacts: StyleFeatureSource {
  let feature: PlanFeature
  let teller: FactTeller

  func property(_ name: String) -> StyleValue? { teller.value(name, of: feature) }

  var geometry: GeoGeometry? { feature.geometry }

  var properties: [String: StyleValue] {
    let own = feature.values.keys.map(\.rawValue) + feature.properties.map(\.key)
    return (own + FactTeller.worked).reduce(into: [:]) { $0[$1] = property($1) }
  }
}

extension StyleValue {
  fileprivate init(_ value: FeatureValue) {
    self =
      switch value {
      case .text(let text): .string(text)
      case .texts(let texts): .array(texts.map(StyleValue.string))
      case .number(let number): .number(number)
      case .flag(let flag): .bool(flag)
      }
  }
}
