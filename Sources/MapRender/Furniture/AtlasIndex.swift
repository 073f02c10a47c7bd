internal import DistrictPlan
internal import MapGeometry
internal import Messages

/// The index of an atlas: where its pages lie, and what they are called.
struct AtlasIndex {
  /// A page with its place on the ground.
  struct Page: Sendable {
    let entry: AtlasPage.Entry
    let ground: Bounds<PlanePoint>
    /// The denominator on paper.
    let denominator: Double
  }

  let language: Language

  /// The frames of the pages on a map, with their numbers.
  ///
  /// - Parameter names: Where names stand; numbers keep off them where a corner of their frame is free.
  func frames(
    _ pages: [Page], on placement: MapPlacement, apartFrom names: [PaperBox]
  ) -> [DrawItem] {
    var taken: [PaperBox] = []
    let boxes = pages.compactMap { page in
      PaperBox([page.ground.minimum, page.ground.maximum].map(placement.paper))
    }
    var items = boxes.map {
      DrawItem.box($0, fill: nil, stroke: Stroke(ink: .accent, width: 0.5, dash: [3, 1.2]))
    }
    for (page, box) in zip(pages, boxes) {
      // The number stands in a corner of its frame, apart from other numbers and from names.
      let side = 5.6
      let corners = [
        PaperBox(x: box.minX, y: box.minY, width: side, height: side),
        PaperBox(x: box.maxX - side, y: box.minY, width: side, height: side),
        PaperBox(x: box.minX, y: box.maxY - side, width: side, height: side),
        PaperBox(x: box.maxX - side, y: box.maxY - side, width: side, height: side),
      ].filter { placement.frame.contains($0) }
      let costs = corners.map { corner in
        taken.reduce(0) { $0 + 10 * $1.overlapArea(corner) }
          + names.reduce(0) { $0 + $1.overlapArea(corner) }
      }
      guard let best = costs.indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else {
        continue
      }
      let plate = corners[best]
      taken.append(plate)
      items.append(.box(plate, fill: .ink(.accent)))
      items.append(
        .text(
          TextRun(
            text: "\(page.entry.number)", at: plate.center.moved(0, 1.35), size: 3.8,
            face: .sansBold, ink: .onPlate, anchor: .middle), tag: nil))
    }
    return [
      .group(
        DrawItem.Group(
          tag: Tag(id: "pages"), layerName: "pages",
          items: [.group(DrawItem.Group(clip: placement.frame, items: items))]))
    ]
  }

  /// The list of the pages.
  func list(_ pages: [Page], in column: inout PanelColumn) {
    column.heading(
      language == .chinese ? "分幅索引" : "Pages",
      detail: language == .chinese ? "\(pages.count) 幅" : "\(pages.count)", size: 3.1)
    for page in pages {
      let top = column.y
      let plate = PaperBox(x: column.minX + 0.5, y: top + 0.5, width: 4, height: 3.8)
      column.items.append(.box(plate, fill: .ink(.accent)))
      column.items.append(
        .text(
          TextRun(
            text: "\(page.entry.number)", at: plate.center.moved(0, 0.95), size: 2.7,
            face: .sansBold, ink: .onPlate, anchor: .middle), tag: nil))
      column.items.append(
        .text(
          TextRun(
            text: page.entry.title[language], at: PaperPoint(x: column.minX + 6.5, y: top + 3.4),
            size: 2.8, face: .sansRegular, ink: .black), tag: nil))
      column.items.append(
        .text(
          TextRun(
            text: ScaleBar.text(of: page.denominator),
            at: PaperPoint(x: column.minX + column.width, y: top + 3.4), size: 2.3,
            face: .sansRegular, ink: .grey, anchor: .end), tag: nil))
      column.space(4.8)
    }
  }
}
