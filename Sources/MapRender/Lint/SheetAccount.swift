internal import DistrictPlan
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings

/// What went into a sheet, kept for those who look it over.
struct SheetAccount: Sendable {
  let sheet: Sheet
  let plan: Plan
  /// Everything but bleed and crop marks lies within.
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
    let features = account.lintFeatures
    self.init(
      id: rendered.id, page: rendered.page, border: account.border,
      maps: account.views.map { Map(id: $0.id, frame: $0.placement.frame) },
      features: features,
      entries: account.legend.groups.flatMap(\.blocks).flatMap(\.entries).map { entry in
        Entry(
          text: entry.text, feature: entry.feature, styleLayers: entry.layers.map(\.id),
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
  /// The features of each map, with the layers that draw them; and those that it should show.
  fileprivate var lintFeatures: [LintSheet.Feature] {
    let promised = Set(plan.features(sheet.extent).map(\.id))
    // The legend prints these by name.
    let listed = Set(
      legend.groups.flatMap(\.blocks).flatMap(\.entries).filter(\.isLocated).compactMap(\.feature))
    var result: [LintSheet.Feature] = []
    for (view, layers) in zip(views, drawn) {
      var index: [String: Int] = [:]
      func note(_ feature: PlanFeature, _ name: String) -> Int {
        if let known = index[feature.id] { return known }
        let extent = feature.densePlane?.bounds.flatMap { bounds in
          PaperBox([bounds.minimum, bounds.maximum].map(view.placement.paper))
        }
        result.append(
          LintSheet.Feature(
            id: feature.id, name: name, map: view.id, styleLayers: [], extent: extent,
            isPromised: promised.contains(feature.id), isListed: listed.contains(feature.id)))
        index[feature.id] = result.count - 1
        return result.count - 1
      }
      for layer in layers where layer.layer.drawsFeatures {
        for feature in layer.features where !feature.shape.isEmpty {
          let at = note(feature.feature, feature.title)
          if !result[at].styleLayers.contains(layer.layer.id) {
            result[at].styleLayers.append(layer.layer.id)
          }
        }
      }
      for feature in plan.features
      where feature.densePlane != nil
        && (promised.contains(feature.id) || listed.contains(feature.id))
      {
        _ = note(feature, source.name(of: feature) ?? feature.displayName)
      }
    }
    return result
  }

  /// How many features of the maps an entry stands for.
  fileprivate func count(of entry: Legend.Entry, among features: [LintSheet.Feature]) -> Int {
    if let feature = entry.feature {
      return features.count { $0.id == feature && !$0.styleLayers.isEmpty }
    }
    return features.count { $0.styleLayers.contains(entry.layer.id) }
  }
}
