/// Writes the areas of a layer, byte for byte as their items would be written.
///
/// Most of an area's bytes are those of its layer, its id three times, and the paint of others: all of that is put
/// together once.
struct SVGAreas {
  private let areas: AreaDrawing
  /// What stands before the id, between the two ids, and between them and the path.
  private let parts: (SVGBytes, SVGBytes, SVGBytes)
  private var id = SVGBytes()
  /// How areas are painted that came before, and how that is written: from the end of the path's data on.
  private var paints: [(paint: AreaPaint, text: SVGBytes)] = []

  private struct AreaPaint: Equatable {
    let fill: Paint
    let outline: Stroke?
    let hasHoles: Bool
  }

  init(_ areas: AreaDrawing) {
    self.areas = areas
    var parts = (SVGBytes(), SVGBytes(), SVGBytes())
    parts.0.raw("<path id=\"")
    parts.0.escaped(areas.drawing.scope)
    parts.1.raw("\"")
    parts.1.attribute("class", FeatureDrawing.classes)
    parts.1.raw(" data-id=\"")
    parts.2.raw("\"")
    if let layer = areas.features.first?.layer { parts.2.attribute("data-layer", layer) }
    parts.2.raw(" d=\"")
    self.parts = parts
  }

  mutating func write(_ index: Int, to writer: inout SVGWriter) {
    let feature = areas.features[index]
    let look = areas.drawing.fillLook(of: feature)
    let rings = areas.drawing.rings(of: feature, look)
    id.clear()
    id.escaped(feature.id)
    writer.out.append(parts.0)
    writer.out.append(id)
    writer.out.append(parts.1)
    writer.out.append(id)
    writer.out.append(parts.2)
    writer.out.path(rings, isClosed: true)
    let paint = paint(
      AreaPaint(fill: look.paint, outline: look.outline, hasHoles: rings.count > 1))
    writer.out.append(paints[paint].text)
    let title = feature.title
    if title == feature.id { writer.out.append(id) } else { writer.out.escaped(title) }
    writer.out.raw("</title></path>\n")
  }

  /// The number of a paint; few are many.
  private mutating func paint(_ paint: AreaPaint) -> Int {
    if let known = paints.firstIndex(where: { $0.paint == paint }) { return known }
    var writer = SVGWriter()
    writer.out.raw("\"")
    writer.paint(paint.fill, paint.outline, hasHoles: paint.hasHoles)
    writer.out.raw("><title>")
    // Where every area has a colour of its own, it is no use to look for it.
    if paints.count == 64 { paints.removeAll(keepingCapacity: true) }
    paints.append((paint, writer.out))
    return paints.count - 1
  }
}
