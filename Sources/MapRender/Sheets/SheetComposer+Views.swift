#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages

extension SheetComposer {
  /// The sheet's maps with their scale and place on the ground.
  func views() throws -> [MapView] {
    let extent = try groundExtent()
    let frame = layout.maps[0]
    let denominator = try denominator(for: extent, frame: frame)
    let selections: [(MapView.State, WorksSelection)] =
      switch sheet.works {
      case .none: [(.single, options.works ?? WorksSelection.none)]
      case .all: [(.single, options.works ?? .all)]
      case .beforeAfter: [(.before, .none), (.after, options.works ?? .all)]
      }
    let center = extent.center
    let latitude = try plan.transformer.unproject([center]).first?.latitude ?? 0
    return zip(selections, layout.maps).map { selection, frame in
      MapView(
        id: selection.0 == .single ? "map" : selection.0.rawValue, state: selection.0,
        placement: MapPlacement(frame: frame, denominator: denominator, center: center),
        works: selection.1, deadEndRoads: deadEnds(with: selection.1),
        zoom: MapZoom.zoom(denominator: denominator, latitude: latitude),
        caption: caption(selection.0))
    }
  }

  private func groundExtent() throws(RenderError) -> Bounds<PlanePoint> {
    var extent: Bounds<PlanePoint>?
    for feature in plan.features(sheet.extent) {
      guard let bounds = feature.densePlane?.bounds else { continue }
      extent = extent.map { $0.union(bounds) } ?? bounds
    }
    guard let extent else {
      throw RenderError(
        location: sheet.extent.location,
        message: Wording(
          "the extent '\(sheet.extent.text)' names nothing that has a place",
          zh: "范围“\(sheet.extent.text)”没有对应的带位置的要素"),
        help: Wording("name a layer or a feature of the plan", zh: "写规划中的图层或要素"))
    }
    return extent
  }

  private func denominator(
    for extent: Bounds<PlanePoint>, frame: PaperBox
  ) throws(RenderError) -> Double {
    let needed = max(extent.width / (frame.width - 4), extent.height / (frame.height - 4)) * 1000
    let fitting = MapZoom.roundDenominator(atLeast: needed)
    guard let denominator = sheet.denominator else { return fitting }
    guard extent.width * 1000 / denominator <= frame.width,
      extent.height * 1000 / denominator <= frame.height
    else {
      throw RenderError(
        location: sheet.location,
        message: Wording(
          "'\(sheet.extent.text)' does not fit into the map frame of sheet '\(sheet.id)' at \(ScaleBar.text(of: denominator))",
          zh: "在 \(ScaleBar.text(of: denominator)) 下，“\(sheet.extent.text)”放不进图纸“\(sheet.id)”的图框"),
        help: Wording(
          "it fits at \(ScaleBar.text(of: fitting))", zh: "可用 \(ScaleBar.text(of: fitting))"))
    }
    return denominator
  }

  /// Roads that dangle because the work that opens them is not done.
  private func deadEnds(with works: WorksSelection) -> Set<String> {
    Set(
      plan.features.filter {
        $0.kind == .roadWork && $0.action == .open && !works.includes($0)
      }.compactMap { $0.text(.road) })
  }

  private func caption(_ state: MapView.State) -> String {
    switch (state, language) {
    case (.single, _): ""
    case (.before, .chinese): "实施前　断头路与现状路网"
    case (.after, .chinese): "实施后　打通、延伸与跨越"
    case (.before, .english): "Before: dead ends and existing roads"
    case (.after, .english): "After: opened, extended, crossed"
    }
  }
}

/// Map scales as zoom levels of web styles.
enum MapZoom {
  /// The zoom that stands for a scale.
  static func zoom(denominator: Double, latitude: Double) -> Double {
    MapScale.zoom(denominator: denominator, latitude: latitude)
  }

  /// The next round denominator: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7 or 8 times a power of ten.
  static func roundDenominator(atLeast value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    for factor in [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10] where power * factor >= value {
      return power * factor
    }
    return power * 10
  }
}
