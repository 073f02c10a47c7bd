/// A symbol as a file draws it, checked and ready to be put into a sheet.
///
/// The bytes are the elements inside the file's root element: no script, no reference to anything
/// outside, and all ids begin with the symbol's name.
struct SymbolGraphic: Hashable, Sendable {
  /// The name that styles call it by: that of the file, without `.svg`.
  let name: String
  /// The box of the file's own units that is shown.
  let viewBox: PaperBox
  /// The elements, as UTF-8.
  let body: [UInt8]

  /// The height in millimetres at its own size: a unit of its box is a style pixel.
  var naturalHeight: Double { viewBox.height * LayerLook.millimetresPerPixel }

  /// The width in millimetres of the symbol at a height.
  func width(atHeight height: Double) -> Double { height * viewBox.width / viewBox.height }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The symbol as a file of its own whose `currentColor` is the ink.
  func document(in ink: Ink?) -> [UInt8] {
    var out = SVGBytes()
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.raw(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"")
    out.numbers([viewBox.minX, viewBox.minY, viewBox.width, viewBox.height])
    out.raw("\"")
    if let ink {
      out.raw(" color=\"")
      out.color(ink.rgb)
      out.raw("\"")
    }
    out.raw(">")
    out.append(body)
    out.raw("</svg>\n")
    return out.bytes
  }
}

/// A symbol in its place.
struct SymbolUse: Hashable, Sendable {
  var graphic: SymbolGraphic
  /// The middle of the symbol.
  var at: PaperPoint
  /// The height in millimetres.
  var size: Double
  /// Degrees clockwise.
  var rotation = 0.0
  var opacity = 1.0
  /// What the file's `currentColor` stands for; black where nothing is said.
  var ink: Ink?
  var tag: Tag?

  var width: Double { graphic.width(atHeight: size) }
}
