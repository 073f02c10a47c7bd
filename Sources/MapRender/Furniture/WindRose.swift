internal import Messages
internal import PlanFindings

/// A wind rose: how often the wind blows from each direction, by the table that is given.
///
/// Thin and solid for the frequency, dashed for the pollution coefficient; both reach the same radius, so
/// that their shapes compare.
struct WindRose {
  let table: WindTable
  /// The radius of the highest value, in millimetres.
  let radius: Double
  /// Degrees from true north to grid north, positive to the east.
  let convergence: Double
  let language: Language

  /// The highest value of the frequency.
  private var peak: Double { table.frequency.max() ?? 1 }

  func items(at center: PaperPoint) -> [DrawItem] {
    let step = ScaleBar.roundStep(atMost: peak / 2)
    var items: [DrawItem] = []
    // Circles at round shares tell the size of the rose.
    for index in 1...max(1, Int((peak / step).rounded(.down))) {
      let share = Double(index) * step
      items.append(
        .circle(
          center, radius: radius * share / peak, fill: nil, stroke: Stroke(ink: .pale, width: 0.1),
          tag: nil))
    }
    for direction in 0..<WindTable.directions / 2 {
      let reach = direction % 2 == 0 ? radius : radius * 0.92
      items.append(
        .line(
          [
            point(direction, reach, center),
            point(direction + WindTable.directions / 2, reach, center),
          ], Stroke(ink: .pale, width: 0.1)))
    }
    let outline = ring(table.frequency, center)
    items.append(
      .area(
        outline, fill: .ink(Ink.accent.faded(0.12)), stroke: Stroke(ink: .black, width: 0.2)))
    if !table.pollution.isEmpty {
      items.append(
        .line(
          ring(table.pollution, center), Stroke(ink: .black, width: 0.2, dash: [0.9, 0.6])))
    }
    if let calm = table.calm {
      items.append(.circle(center, radius: 2.2, fill: .white, stroke: nil, tag: nil))
      items.append(
        .text(
          TextRun(
            text: DecimalText.trimmed(calm, decimals: 0), at: center.moved(0, 0.75), size: 2.5,
            face: .sansRegular, ink: .black, anchor: .middle), tag: nil))
    }
    return items
  }

  /// What the lines and circles mean, a line each.
  var words: [String] {
    let step = DecimalText.short(ScaleBar.roundStep(atMost: peak / 2))
    let isChinese = language == .chinese
    var words = [isChinese ? "风向频率（每圈 \(step)%）" : "Wind frequency (rings \(step)%)"]
    if !table.pollution.isEmpty {
      words.append(isChinese ? "虚线 污染系数" : "dashed: pollution coefficient")
    }
    if let calm = table.calm {
      let text = DecimalText.short(calm)
      words.append(isChinese ? "静风 \(text)%" : "calm \(text)%")
    }
    if let source = table.source { words.append(source[language]) }
    return words
  }

  private func ring(_ values: [Double], _ center: PaperPoint) -> [PaperPoint] {
    let highest = values.max() ?? 1
    let points = values.enumerated().map { direction, value in
      point(direction, highest > 0 ? radius * value / highest : 0, center)
    }
    return points + points.prefix(1)
  }

  private func point(_ direction: Int, _ reach: Double, _ center: PaperPoint) -> PaperPoint {
    let angle = Double(direction) * 360 / Double(WindTable.directions) - convergence
    let turned = PaperPoint(x: 0, y: -reach).turned(by: angle)
    return center.moved(turned.x, turned.y)
  }
}
