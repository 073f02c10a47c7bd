internal import DistrictPlan
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings

/// What went into a sheet, kept for those who look it over.
struct SheetAccount: Sendable {
  let sheet: Sheet
  let plan: Plan
  /// Everything but bleed and crop marks lies within; as designed, before all is enlarged.
  let border: PaperBox
  let views: [MapView]
  let source: MapFeatureSource
  /// What each map drew, layer by layer.
  let drawn: [[MapScene.DrawnLayer]]
  let legend: Legend
}

extension LintSheet {
  /// A rendered sheet as the rules look at it.
  convenience init(_ rendered: RenderedSheet) {
    let account = rendered.account
    let page = rendered.page
    let features = account.lintFeatures(on: page.maps.map(\.placement))
    self.init(
      id: rendered.id, page: page, border: account.border(on: page),
      maps: page.maps.map { Map(id: $0.id, frame: $0.placement.frame) },
      features: features,
      entries: account.legend.groups.flatMap(\.blocks).flatMap(\.entries).map { entry in
        Entry(
          text: entry.text, feature: entry.feature,
          styleLayers: entry.layers.map(\.id) + account.layers(sharingKeyOf: entry.layer),
          isLocated: entry.isLocated, count: account.count(of: entry, among: features))
      },
      unplaced: rendered.labels.unplaced.filter(\.isRequired).map { name in
        let feature = features.first { $0.id == name.feature }
        return Unplaced(
          feature: name.feature, styleLayer: name.layer, text: name.text, reason: name.reason,
          extent: feature?.extent, map: feature?.map ?? account.views[0].id)
      })
  }
}

extension SheetAccount {
  /// The border on the page, where all may be larger than designed and moved to make room for crop marks.
  fileprivate func border(on page: SheetPage) -> PaperBox {
    guard let design = views.first?.placement.frame, let drawn = page.maps.first?.placement.frame
    else { return PaperBox(x: 0, y: 0, width: page.size.width, height: page.size.height) }
    let scale = drawn.width / design.width
    return PaperBox(
      minX: drawn.minX + (border.minX - design.minX) * scale,
      minY: drawn.minY + (border.minY - design.minY) * scale,
      maxX: drawn.maxX + (border.maxX - design.maxX) * scale,
      maxY: drawn.maxY + (border.maxY - design.maxY) * scale)
  }

  /// The features of each map, with the layers that draw them; and those that it should show.
  fileprivate func lintFeatures(on placements: [MapPlacement]) -> [LintSheet.Feature] {
    let promised = Set(plan.features(sheet.extent).map(\.id))
    // The legend prints these by name.
    let listed = Set(
      legend.groups.flatMap(\.blocks).flatMap(\.entries).filter(\.isLocated).compactMap(\.feature))
    var result: [LintSheet.Feature] = []
    for ((view, placement), layers) in zip(zip(views, placements), drawn) {
      var index: [String: Int] = [:]
      func note(_ feature: PlanFeature, _ name: String) -> Int {
        if let known = index[feature.id] { return known }
        let extent = feature.bounds.flatMap { bounds in
          PaperBox([bounds.minimum, bounds.maximum].map(placement.paper))
        }
        result.append(
          LintSheet.Feature(
            id: feature.id, name: name, map: view.id, styleLayers: [], extent: extent,
            isPromised: promised.contains(feature.id), isListed: listed.contains(feature.id)))
        index[feature.id] = result.count - 1
        return result.count - 1
      }
      for layer in layers where layer.layer.drawsFeatures {
        for feature in layer.features where feature.isLocated {
          let at = note(feature.feature, feature.title)
          if !result[at].styleLayers.contains(layer.layer.id) {
            result[at].styleLayers.append(layer.layer.id)
          }
        }
      }
      for feature in plan.features
      where feature.isPlaced
        && (promised.contains(feature.id) || listed.contains(feature.id))
      {
        _ = note(feature, source.name(of: feature) ?? feature.displayName)
      }
    }
    return result
  }

  /// The layers whose values stand under the same heading as a layer's own, each value once.
  fileprivate func layers(sharingKeyOf layer: StyleLayer) -> [String] {
    guard let heading = layer.metadata["gxq:key-group"], layer.metadata["gxq:key-by"] != nil else {
      return []
    }
    return sheet.style.layers.filter { other in
      other.id != layer.id && other.metadata["gxq:key-group"] == heading
        && other.metadata["gxq:key-by"] == layer.metadata["gxq:key-by"]
    }.map(\.id)
  }

  /// How many features of the maps an entry stands for.
  fileprivate func count(of entry: Legend.Entry, among features: [LintSheet.Feature]) -> Int {
    if let feature = entry.feature {
      return features.count { $0.id == feature && !$0.styleLayers.isEmpty }
    }
    return features.count { $0.styleLayers.contains(entry.layer.id) }
  }
}
