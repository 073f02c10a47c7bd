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
      // The number stands in its frame at the upper edge, else at another, apart from numbers and names.
      let places = places(in: box).filter { placement.frame.contains($0) }
      let costs = places.enumerated().map { index, place in
        taken.reduce(Double(index) * 0.02) { $0 + 10 * $1.grown(by: 1).overlapArea(place) }
          + names.reduce(0) { $0 + $1.overlapArea(place) }
      }
      guard let best = costs.indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else {
        continue
      }
      let plate = places[best]
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

  /// Where a number can stand along the edges of a frame, the best first.
  private func places(in box: PaperBox) -> [PaperBox] {
    let side = 5.6
    func steps(_ length: Double) -> [Double] {
      Array(stride(from: 0, through: max(0, length - side), by: side))
    }
    let across = steps(box.width)
    let down = steps(box.height)
    return across.map { PaperBox(x: box.minX + $0, y: box.minY, width: side, height: side) }
      + down.dropFirst().map {
        PaperBox(x: box.minX, y: box.minY + $0, width: side, height: side)
      }
      + down.dropFirst().map {
        PaperBox(x: box.maxX - side, y: box.minY + $0, width: side, height: side)
      }
      + across.dropFirst().map {
        PaperBox(x: box.minX + $0, y: box.maxY - side, width: side, height: side)
      }
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
            at: PaperPoint(x: column.minX + column.width, y: top + 3.4), size: TypeSize.leastLatin,
            face: .sansRegular, ink: .grey, anchor: .end), tag: nil))
      column.space(4.8)
    }
  }
}
