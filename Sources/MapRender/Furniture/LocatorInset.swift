internal import DistrictPlan
internal import MapGeometry
internal import Messages

/// A small map that shows where a sheet lies: areas and lines of some layers, and the sheet's frame.
struct LocatorInset {
  let plan: Plan
  let language: Language
  /// The layers that it shows, the lowest first.
  let layers: [String]
  /// The features that stand out.
  let highlighted: Set<String>
  /// What to write into features, by id, instead of their names.
  let texts: [String: String]
  /// The ground that the sheet's map shows.
  let frame: Bounds<PlanePoint>

  /// The height in millimetres that fits what is shown best.
  func height(forWidth width: Double) -> Double {
    guard let extent, extent.width > 0 else { return width }
    return min(max(width * extent.height / extent.width, width * 0.6), width * 1.3)
  }

  /// The features that are drawn.
  var features: [PlanFeature] {
    var seen: Set<String> = []
    return layers.compactMap { plan.layer($0) }.flatMap { plan.features(in: $0) }.filter {
      $0.isPlaced && seen.insert($0.id).inserted
    }
  }

  private var extent: Bounds<PlanePoint>? {
    Bounds(joining: features.map(\.bounds) + [frame])
  }

  func items(in box: PaperBox) -> [DrawItem] {
    guard let extent else { return [] }
    let inner = box.grown(by: -1)
    let needed = max(extent.width / inner.width, extent.height / inner.height) * 1000
    let placement = MapPlacement(frame: box, denominator: needed, center: extent.center)
    var items: [DrawItem] = [.box(box, fill: .white)]
    var names: [DrawItem] = []
    var taken: [PaperBox] = []
    let features = self.features
    for feature in features {
      guard let geometry = feature.densePlane else { continue }
      let isHighlighted = highlighted.contains(feature.id)
      let areas = geometry.polygons.map { polygon in
        polygon.rings.map { reduced($0.points, placement) }
      }
      for rings in areas {
        items.append(
          .path(
            rings, isClosed: true,
            fill: .ink(isHighlighted ? Ink.accent.faded(0.35) : Ink.pale.faded(0.3)),
            stroke: Stroke(
              ink: isHighlighted ? .accent : .grey, width: isHighlighted ? 0.25 : 0.15), tag: nil))
      }
      let lines = geometry.lines.map { reduced($0.points, placement) }
      if !lines.isEmpty {
        items.append(
          .path(
            lines, isClosed: false, fill: nil, stroke: Stroke(ink: .pale, width: 0.2), tag: nil))
      }
      guard let name = name(areas, feature, in: box, apartFrom: &taken) else { continue }
      names += name
    }
    let corners = [frame.minimum, frame.maximum].map(placement.paper)
    if let shown = PaperBox(corners) {
      items.append(.box(shown, fill: nil, stroke: Stroke(ink: .accent, width: 0.4)))
    }
    items += names
    return [
      .group(
        DrawItem.Group(
          tag: Tag(id: "locator"), layerName: "locator",
          items: [
            .group(DrawItem.Group(clip: box, items: items)),
            .box(box, fill: nil, stroke: Stroke(ink: .black, width: 0.2)),
          ]))
    ]
  }

  private func reduced(_ points: [PlanePoint], _ placement: MapPlacement) -> [PaperPoint] {
    LineReduction.reduced(points, tolerance: 0.1 * placement.denominator / 1000)
      .map(placement.paper)
  }

  /// The name where the largest part of the feature has room for it and for no other.
  private func name(
    _ areas: [[[PaperPoint]]], _ feature: PlanFeature, in box: PaperBox,
    apartFrom taken: inout [PaperBox]
  ) -> [DrawItem]? {
    let own = language == .english ? feature.nameEnglish ?? feature.name : feature.name
    guard let text = texts[feature.id] ?? own, !text.isEmpty,
      let largest = areas.max(by: { Self.size($0) < Self.size($1) }),
      let place = InnerPoints.pole(of: largest)
    else { return nil }
    let size = TypeSize.legible(2.1, for: text)
    let face = FontFace.sansRegular
    let width = face.width(of: text) * size
    let ink = PaperBox(
      x: place.point.x - width / 2, y: place.point.y - size * 0.55, width: width,
      height: size * 1.1)
    guard box.grown(by: -0.5).contains(ink), !taken.contains(where: ink.overlaps) else {
      return nil
    }
    taken.append(ink)
    var run = TextRun(
      text: text, at: place.point.moved(0, size * 0.37), size: size, face: face, ink: .black,
      anchor: .middle)
    let name = DrawItem.text(run, tag: nil)
    run.ink = .white
    return [.halo(run, width: 0.5), name]
  }

  private static func size(_ rings: [[PaperPoint]]) -> Double {
    PaperBox(rings.first ?? []).map { $0.width * $0.height } ?? 0
  }
}
