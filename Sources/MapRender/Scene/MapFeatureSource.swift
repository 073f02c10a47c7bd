internal import DistrictPlan
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings
internal import Workforce

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
  /// What stands for any number while it is asked where numbers stand.
  var sample: String?
  /// Where features get their shapes from.
  var lines = SimplifiedLines.none
  /// The other language, where the map's names need it.
  var translation: Language?

  /// The features of a layer that lie on the map or have no place, ordered as registers list them.
  func features(of layer: Layer, on map: MapView, isSmooth: Bool = false) -> [MapFeature] {
    let teller = teller(layer: layer.id, on: map)
    let translator = translation.map { language in
      var source = self
      source.language = language
      return source.teller(layer: layer.id, on: map)
    }
    let features = plan.features(in: layer)
    // The shapes of very many areas, most of which are drawn once, would take more memory than all else.
    let keepsShapes = isSmooth || features.count <= 8192
    let stretches = Workers.map(features.count, by: 8192) { range in
      var last = -1
      return range.compactMap { index -> MapFeature? in
        let feature = features[index]
        var shape = PaperShape()
        if let number = lines.number(ofFeature: feature.id, after: last) {
          last = number
          if !keepsShapes, lines.hasPaths(number), feature.isWholeArea(on: map.placement) {
            return MapFeature(
              feature: feature, area: number, teller: teller, translator: translator)
          }
          shape = lines.shape(ofNumber: number, on: map.placement, isSmooth: isSmooth)
        }
        guard !feature.isPlaced || !shape.isEmpty else { return nil }
        return MapFeature(
          feature: feature, shape: shape, teller: teller, translator: translator)
      }
    }
    return stretches.flatMap { $0 }.inOrder { RegisterOrder.key(of: $0.feature) }
  }

  /// Who tells styles about the features of a layer.
  func teller(layer: String, on map: MapView) -> FactTeller {
    FactTeller(source: self, layer: layer, map: map)
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

extension PlanFeature {
  /// Whether it is made of areas that lie within the frame as a whole.
  fileprivate func isWholeArea(on placement: MapPlacement) -> Bool {
    guard let bounds, plane?.family == .area else { return false }
    return placement.frame.contains(placement.paper(bounds.minimum))
      && placement.frame.contains(placement.paper(bounds.maximum))
  }
}

extension Array {
  /// The elements by ascending keys, each of which is made once.
  func inOrder<Key: Comparable>(_ key: (Element) -> Key) -> [Element] {
    guard var last = first.map(key) else { return self }
    // Most lists are in order, and their keys need not be kept.
    let isInOrder = allSatisfy { element in
      let next = key(element)
      defer { last = next }
      return last <= next
    }
    guard !isInOrder else { return self }
    let keys = map(key)
    return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
  }
}
