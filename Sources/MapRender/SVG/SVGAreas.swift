internal import DistrictPlan

/// Writes the areas of a layer, byte for byte as their items would be written.
///
/// Most of an area's bytes are those of its layer, its id three times, and the paint of others: all of that is put
/// together once.
struct SVGAreas {
  private let areas: AreaDrawing
  private let decider: FillRecipe.Decider
  /// What stands before the id, between the two ids, and between them and the path.
  private let parts: (SVGBytes, SVGBytes, SVGBytes)
  private var id = SVGBytes()
  private var rings = Runs<PaperPoint>()
  /// How areas look that came before.
  private var looks: [Look] = []

  /// A look, and how it is written: from the end of the path's data on.
  private struct Look {
    /// The text that decides it, where that is known.
    let word: String?
    let look: FillLook
    let text: SVGBytes
    let textWithHoles: SVGBytes
  }

  init(_ areas: AreaDrawing) {
    self.areas = areas
    decider = areas.drawing.decider
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
    let look = look(of: feature)
    feature.trace(&rings, shift: looks[look].look.shift)
    id.clear()
    id.escaped(feature.id)
    writer.out.append(parts.0)
    writer.out.append(id)
    writer.out.append(parts.1)
    writer.out.append(id)
    writer.out.append(parts.2)
    for ring in 0..<rings.count { writer.out.path(rings[ring], isClosed: true) }
    writer.out.append(rings.count > 1 ? looks[look].textWithHoles : looks[look].text)
    let title = feature.title
    if title == feature.id { writer.out.append(id) } else { writer.out.escaped(title) }
    writer.out.raw("</title></path>\n")
  }

  /// The number of a feature's look; few are many.
  private mutating func look(of feature: MapFeature) -> Int {
    var word: String?
    switch decider {
    case .nothing: if !looks.isEmpty { return 0 }
    case .property(let name):
      if case .text(let text) = feature.feature.attribute(name) {
        if let known = looks.firstIndex(where: { $0.word == text }) { return known }
        word = text
      }
    case .more: break
    }
    let look = areas.drawing.fillLook(of: feature)
    if word == nil, let known = looks.firstIndex(where: { $0.look == look }) { return known }
    // Where every area has a colour of its own, it is no use to look for it.
    if looks.count == 64 { looks.removeAll(keepingCapacity: true) }
    looks.append(
      Look(
        word: word, look: look, text: Self.text(of: look, hasHoles: false),
        textWithHoles: Self.text(of: look, hasHoles: true)))
    return looks.count - 1
  }

  private static func text(of look: FillLook, hasHoles: Bool) -> SVGBytes {
    var writer = SVGWriter()
    writer.out.raw("\"")
    writer.paint(look.paint, look.outline, hasHoles: hasHoles)
    writer.out.raw("><title>")
    return writer.out
  }
}
