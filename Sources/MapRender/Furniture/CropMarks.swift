/// Lines outside a sheet that show where it is cut.
enum CropMarks {
  /// How long a mark is.
  static let length = 5.0
  /// How far from the paper marks begin at least.
  static let gap = 3.0

  /// The room that marks need around the paper, in millimetres.
  static func room(bleed: Double) -> Double { max(bleed, gap) + length + 1 }

  /// Two marks at each corner of the paper; always black, because they lie on bare paper.
  static func items(around paper: PaperBox, bleed: Double) -> [DrawItem] {
    let start = max(bleed, gap)
    let stroke = Stroke(ink: Ink(rgb: 0), width: 0.1)
    var items: [DrawItem] = []
    for (x, dx) in [(paper.minX, -1.0), (paper.maxX, 1.0)] {
      for (y, dy) in [(paper.minY, -1.0), (paper.maxY, 1.0)] {
        let corner = PaperPoint(x: x, y: y)
        for (h, v) in [(dx, 0.0), (0.0, dy)] {
          items.append(
            .line(
              [
                corner.moved(h * start, v * start),
                corner.moved(h * (start + length), v * (start + length)),
              ], stroke))
        }
      }
    }
    return [
      .group(
        DrawItem.Group(tag: Tag(id: "crop-marks"), layerName: "crop-marks", items: items))
    ]
  }
}
