internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings

/// A feature of the plan as one map shows it: its shape on paper and what styles may ask of it.
///
/// A class, because the same feature stands in many lists.
final class MapFeature: Sendable {
  let feature: PlanFeature
  /// The plan layer through which it comes.
  let layer: String
  let shape: PaperShape
  let style: StyleFeature
  /// The same in the other language, where the map's names need it.
  let translated: StyleFeature?

  init(
    feature: PlanFeature, layer: String, shape: PaperShape, style: StyleFeature,
    translated: StyleFeature? = nil
  ) {
    (self.feature, self.layer, self.shape, self.style) = (feature, layer, shape, style)
    self.translated = translated
  }

  var id: String { feature.id }

  /// A computed or own property as text.
  func text(_ key: String) -> String? {
    if case .string(let text) = style.properties[key] { text } else { nil }
  }

  /// The feature with its symbol at another point.
  func standing(at point: PaperPoint) -> MapFeature {
    MapFeature(
      feature: feature, layer: layer, shape: PaperShape(points: [point]), style: style,
      translated: translated)
  }

  /// What a viewer shows when the pointer rests on it.
  var title: String { text("label") ?? feature.displayName }
}

/// Makes map features out of plan features and keeps what they share.
///
/// Beside their own properties, also those that no schema knows, styles can ask for: `id`, `layer`, `slot_label`, `label` (the name in the sheet's
/// language, else the slot), `label_full` (slot and name), `status` and `rung` at the sheet's date,
/// `applied` and `state` of road works and of the map, `dead_end` of roads that a work will open,
/// `number` in the sheet's register, `road_label` and the road's `class` for road works, `corridor_label`
/// for axes, `assumed`, `area_km2`, `length_km` and `length_text`.
struct MapFeatureSource {
  let plan: Plan
  var language: Language
  let statuses: [String: Status]
  /// The feature's number in the register, as text.
  let numbers: [String: String]
  /// Where features get their shapes from.
  var lines = SimplifiedLines.none
  /// The other language, where the map's names need it.
  var translation: Language?

  /// The features of a layer that lie on the map or have no place, ordered as registers list them.
  func features(of layer: Layer, on map: MapView, isSmooth: Bool = false) -> [MapFeature] {
    plan.features(in: layer).compactMap { feature in
      let shape = lines.shape(of: feature.id, on: map.placement, isSmooth: isSmooth)
      guard feature.densePlane == nil || !shape.isEmpty else { return nil }
      let properties = self.properties(of: feature, layer: layer.id, on: map)
      func style(_ properties: [String: StyleValue]) -> StyleFeature {
        StyleFeature(
          geometryType: shape.styleType, id: .string(feature.id), properties: properties,
          geometry: feature.geometry)
      }
      let translated = translation.map { language in
        var source = self
        source.language = language
        return style(source.properties(of: feature, layer: layer.id, on: map))
      }
      return MapFeature(
        feature: feature, layer: layer.id, shape: shape, style: style(properties),
        translated: translated)
    }
    .sorted { RegisterOrder.key(of: $0.feature) < RegisterOrder.key(of: $1.feature) }
  }

  func properties(
    of feature: PlanFeature, layer: String, on map: MapView
  ) -> [String: StyleValue] {
    var result: [String: StyleValue] = [:]
    for (key, value) in feature.values { result[key.rawValue] = StyleValue(value) }
    for member in feature.properties where result[member.key] == nil {
      if let value = feature.attribute(member.key) { result[member.key] = StyleValue(value) }
    }
    let name = name(of: feature)
    let slot = feature.text(.slot).map {
      SchemaWords.slot($0, ordinal: RegisterOrder.ordinal($0), in: language)
    }
    if let slot { result["slot_label"] = .string(slot) }
    result["id"] = .string(feature.id)
    result["layer"] = .string(layer)
    result["state"] = .string(map.state.rawValue)
    result["label"] = (name ?? slot).map(StyleValue.string)
    result["label_full"] = .string([slot, name].compactMap { $0 }.joined(separator: " "))
    result["assumed"] = .bool(feature.isAssumed)
    if let number = numbers[feature.id] { result["number"] = .string(number) }
    if let status = statuses[feature.id] {
      result["status"] = .string(status.rawValue)
      result["rung"] = .number(Double(status.rung ?? -1))
    }
    if feature.kind == .roadWork {
      result["applied"] = .bool(map.works.includes(feature))
      let road = feature.text(.road).flatMap { plan.feature($0) }
      result["road_label"] = road.flatMap { self.name(of: $0) }.map(StyleValue.string)
      if result["class"] == nil { result["class"] = road?.text(.class).map(StyleValue.string) }
    }
    if feature.kind == .corridorAxis, let way = feature.text(.follows) {
      let corridor = plan.features.first { $0.kind == .corridor && $0.text(.follows) == way }
      result["corridor_label"] = corridor.flatMap { self.name(of: $0) }.map(StyleValue.string)
    }
    if feature.kind == .road { result["dead_end"] = .bool(map.deadEndRoads.contains(feature.id)) }
    if let plane = feature.plane {
      result["area_km2"] = .number(plane.area / 1_000_000)
      result["length_km"] = .number(plane.length / 1000)
      if plane.length > 0 {
        result["length_text"] = .string("\(DecimalText.fixed(plane.length / 1000, decimals: 1)) km")
      }
    }
    return result
  }

  /// The name to print; features that only have a slot are named by what they do.
  func name(of feature: PlanFeature) -> String? {
    switch language {
    case .chinese: feature.name ?? feature.text(.function)
    case .english:
      feature.name == nil && feature.text(.slot) != nil
        ? nil : feature.nameEnglish ?? feature.name
    }
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

/// One map of a sheet: where it lies, and which road works are taken as done on it.
struct MapView: Sendable {
  /// What the map shows of the road works.
  enum State: String, Sendable { case before, after, single }

  let id: String
  let state: State
  let placement: MapPlacement
  let works: WorksSelection
  /// Roads that end where a work that is not done will open them.
  let deadEndRoads: Set<String>
  let zoom: Double
  /// Printed above the map; empty on sheets with one map.
  let caption: String
}

/// The order in which registers and legends list features.
enum RegisterOrder {
  struct Key: Comparable {
    let slot: Int
    let rank: Int
    let id: String

    static func < (a: Key, b: Key) -> Bool {
      (a.slot, a.rank, a.id) < (b.slot, b.rank, b.id)
    }
  }

  static func key(of feature: PlanFeature) -> Key {
    let action = feature.action.flatMap { WorkAction.allCases.firstIndex(of: $0) }
    let road = feature.roadClass.flatMap { RoadClass.allCases.firstIndex(of: $0) }
    let word = feature.text(.class).flatMap { feature.kind.classes.firstIndex(of: $0) }
    return Key(
      slot: feature.text(.slot).flatMap(ordinal) ?? 0, rank: action ?? road ?? word ?? 0,
      id: feature.id)
  }

  /// The number at the end of a slot such as `纵三`.
  static func ordinal(_ slot: String) -> Int? {
    Slogan(String(slot.suffix(1)) + "个").parts.first?.count
  }

  /// A register number as text: circled up to fifty.
  static func mark(_ number: Int) -> String {
    let first: Int? =
      switch number {
      case 1...20: 0x2460 - 1
      case 21...35: 0x3251 - 21
      case 36...50: 0x32B1 - 36
      default: nil
      }
    guard let first, let scalar = Unicode.Scalar(UInt32(first + number)) else {
      return "(\(number))"
    }
    return String(scalar)
  }
}
