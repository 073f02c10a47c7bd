internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapStyle

/// The numbers that a sheet gives to what it lists.
extension SheetComposer {
  /// Stands for a number while it is asked where numbers stand.
  private static let sample = "\u{E000}"

  /// The register numbers of the sheet's numbered layers, without holes.
  ///
  /// Only what has a place gets a number, and only where the number stands somewhere on the sheet: at a name, in the
  /// legend or in the table.
  func numbers(on views: [MapView]) -> [String: String] {
    guard !sheet.numbered.isEmpty else { return [:] }
    let statuses = self.statuses
    let source = MapFeatureSource(
      plan: plan, language: language, statuses: statuses, numbers: [:], sample: Self.sample)
    var result: [String: String] = [:]
    var next = 1
    for name in sheet.numbered {
      guard let layer = plan.layer(name) else { continue }
      let bearers = sheet.style.layers.filter { $0.source == name }
      let isListed = sheet.table?.layers.names.contains(name) == true
      let isReported = sheet.table?.reported.contains(name) == true
      let features = plan.features(in: layer).filter { feature in
        guard feature.plane != nil else { return false }
        if isListed { return !isReported || statuses[feature.id] != nil }
        return views.contains { view in
          let asked = StyleFeature(
            geometryType: Self.geometryType(of: feature), id: .string(feature.id),
            asking: source.teller(layer: name, on: view).facts(of: feature))
          return bearers.contains { $0.bearsNumber(Self.sample, of: asked, at: view.zoom) }
        }
      }
      .inOrder { RegisterOrder.key(of: $0) }
      for feature in features where result[feature.id] == nil {
        result[feature.id] = RegisterOrder.mark(next)
        next += 1
      }
    }
    return result
  }

  private static func geometryType(of feature: PlanFeature) -> String {
    guard let plane = feature.plane, plane.length > 0 else { return "Point" }
    return plane.area > 0 ? "Polygon" : "LineString"
  }
}

extension StyleLayer {
  /// Whether the layer draws the feature with its number: in its name, or in an entry of the legend.
  fileprivate func bearsNumber(_ number: String, of feature: StyleFeature, at zoom: Double)
    -> Bool
  {
    guard metadata["gxq:legend-members"] != nil || type == .symbol, shows(at: zoom),
      matches(feature, zoom: zoom)
    else { return false }
    return type != .symbol || text("text-field", for: feature, zoom: zoom).contains(number)
  }
}
