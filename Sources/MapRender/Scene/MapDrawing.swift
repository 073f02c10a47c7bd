internal import DistrictPlan
internal import MapProjection

/// Draws a map within its frame: ground, graticule, features, names, frame.
struct MapDrawing {
  let scene: MapScene
  let outcome: LabelPlacer.Outcome
  let transformer: Transformer
  let sheet: Sheet
  /// The edges of the frame that carry coordinates.
  let sides: Set<MapSide>

  private var placement: MapPlacement { scene.view.placement }
  /// The shorter side of the frame in metres on the ground.
  private var span: Double { min(frame.width, frame.height) / placement.millimetresPerMetre }
  private var grid: Double? {
    sheet.grid.map { sheet.page == nil ? $0 : MapGrid.step($0, forMetres: span) }
  }
  private var minutes: Double {
    sheet.page == nil ? sheet.graticule : Graticule.step(sheet.graticule, forMetres: span)
  }
  private var frame: PaperBox { scene.view.placement.frame }
  private var prefix: String { scene.view.state == .single ? "" : "\(scene.view.id)-" }

  func items() throws(ProjectionError) -> [DrawItem] {
    var inside: [DrawItem] = [.box(frame, fill: scene.background)]
    var outside: [DrawItem] = []
    var groups = scene.groups
    if let spacing = grid {
      let drawing = MapGrid(placement: placement, step: spacing, sides: sides).drawing()
      groups.append(layer("grid", drawing.lines))
      outside += drawing.labels
    }
    if sheet.furniture.contains(.graticule) {
      let graticule = try Graticule(
        placement: placement, transformer: transformer, step: minutes, sides: sides,
        row: grid == nil ? 0 : 1
      ).drawing()
      groups.append(layer("graticule", graticule.lines))
      outside += graticule.labels
    }
    inside += groups
    let map = DrawItem.group(
      DrawItem.Group(
        tag: Tag(id: "\(prefix)map-body"), layerName: "\(prefix)map", clip: frame, items: inside))
    outside.append(.box(frame, fill: nil, stroke: Stroke(ink: .black, width: 0.3)))
    if !scene.view.caption.isEmpty {
      let isBefore = scene.view.state == .before
      let plate = PaperBox(
        x: frame.minX,
        y: frame.minY - 5.7
          - (sides.contains(.top) ? SheetLayout.band(rows: sheet.coordinateRows) : 0.6),
        width: 62, height: 5.6)
      outside.append(.box(plate, fill: .ink(isBefore ? .grey : .accent)))
      outside.append(
        .text(
          TextRun(
            text: scene.view.caption, at: PaperPoint(x: plate.center.x, y: plate.center.y + 1.2),
            size: 3.3, face: .sansBold, ink: .onPlate, anchor: .middle), tag: nil))
    }
    return [map, labels, layer("frame", outside)]
  }

  private func layer(_ name: String, _ items: [DrawItem]) -> DrawItem {
    .group(
      DrawItem.Group(
        tag: Tag(id: "\(prefix)\(name)-body"), layerName: "\(prefix)\(name)", items: items))
  }

  /// Leaders, then the halos of all names, then the names: no halo covers a name.
  private var labels: DrawItem {
    var leaders: [DrawItem] = []
    var halos: [DrawItem] = []
    var names: [DrawItem] = []
    for (index, placed) in outcome.placed.enumerated() {
      let request = placed.request
      let look = request.look
      // What a name belongs to may lie outside the frame.
      for leader in placed.candidate.leader.map({ Clip.line($0, to: frame) }) ?? [] {
        leaders.append(.line(leader, Stroke(ink: .white, width: 0.55)))
        leaders.append(.line(leader, Stroke(ink: look.ink, width: 0.18)))
        if let start = leader.first, start == placed.candidate.leader?.first {
          leaders.append(.circle(start, radius: 0.35, fill: .ink(look.ink), stroke: nil, tag: nil))
        }
      }
      if look.haloWidth > 0, look.halo.opacity > 0 {
        for run in placed.candidate.runs {
          var halo = run
          halo.ink = look.halo
          halos.append(.halo(halo, width: look.haloWidth))
        }
      }
      for (part, name) in placed.candidate.parts.enumerated() {
        let text = part == 0 ? request.text : request.second ?? ""
        names.append(
          .label(
            Label(
              text: text, runs: name.runs, curve: name.curve, isUpright: name.isUpright,
              tag: Tag(
                id: "\(prefix)label-\(index + 1)" + (part == 0 ? "" : Label.glossMark),
                classes: "label", feature: request.feature, layer: request.layer, title: text))))
      }
    }
    return layer(
      "labels",
      [
        .group(DrawItem.Group(tag: Tag(classes: "leaders"), items: leaders)),
        .group(DrawItem.Group(tag: Tag(classes: "halos"), hasSheetInks: false, items: halos)),
        .group(DrawItem.Group(tag: Tag(classes: "names"), hasSheetInks: false, items: names)),
      ])
  }
}
