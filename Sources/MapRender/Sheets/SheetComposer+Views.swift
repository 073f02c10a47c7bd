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
    // The map is drawn in millimetres of the design and enlarged with all the rest.
    let denominator = try denominator(for: extent, frame: frame) * sheet.enlargement
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
    guard let extent = Bounds(joining: plan.features(sheet.extent).lazy.map(\.bounds)) else {
      throw RenderError(
        location: sheet.extent.location,
        message: Wording(
          "the extent '\(sheet.extent.text)' names nothing that has a place",
          zh: "范围“\(sheet.extent.text)”没有对应的带位置的要素"),
        help: Wording("name a layer or a feature of the plan", zh: "写规划中的图层或要素"))
    }
    guard sheet.extentMargin > 0 else { return extent }
    let (dx, dy) = (
      extent.width * sheet.extentMargin / 2, extent.height * sheet.extentMargin / 2
    )
    return Bounds(
      PlanePoint(x: extent.minimum.x - dx, y: extent.minimum.y - dy),
      PlanePoint(x: extent.maximum.x + dx, y: extent.maximum.y + dy))
  }

  /// The denominator on the paper.
  private func denominator(
    for extent: Bounds<PlanePoint>, frame: PaperBox
  ) throws(RenderError) -> Double {
    let (width, height) = (frame.width * sheet.enlargement, frame.height * sheet.enlargement)
    let needed =
      max(extent.width / max(width - 4, 1), extent.height / max(height - 4, 1)) * 1000
    guard width > 20, height > 20, needed < 1e9 else { throw crowded() }
    let fitting = MapZoom.roundDenominator(atLeast: needed)
    switch sheet.scale {
    case .fit: return fitting
    case .about(let wanted): return MapZoom.roundDenominator(atLeast: max(wanted * 0.999, needed))
    case .exactly(let denominator):
      guard extent.width * 1000 / denominator <= width,
        extent.height * 1000 / denominator <= height
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
  }

  private func crowded() -> RenderError {
    RenderError(
      location: sheet.location,
      message: Wording(
        "the panel of sheet '\(sheet.id)' leaves no room for the map on \(sheet.paper.text)",
        zh: "图纸“\(sheet.id)”的栏在 \(sheet.paper.text) 上没有给地图留下位置"),
      help: Wording("make the panel smaller or the paper larger", zh: "缩小图例栏或加大纸张"))
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

  /// The next round denominator: 1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7 or 8 times a power of ten.
  static func roundDenominator(atLeast value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    for factor in [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10] where power * factor >= value {
      return power * factor
    }
    return power * 10
  }
}
