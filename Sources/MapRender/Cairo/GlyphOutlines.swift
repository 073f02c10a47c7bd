internal import CCairo

/// The outlines of the glyphs that a sheet needs, each once.
struct GlyphOutlines {
  /// A glyph of a face.
  struct Key: Hashable {
    let face: FontFace
    let scalar: Unicode.Scalar

    /// The XML id of its outline in a sheet.
    var elementID: String { "glyph-\(face.shortName)-\(String(scalar.value, radix: 16))" }
  }

  /// Path data in thousandths of an em, by font and code point; glyphs without ink have none.
  private(set) var outlines: [(key: Key, data: String)] = []
  private var known: Set<Key> = []

  /// - Throws: ``RenderError`` when the machine does not have the fonts.
  init(of items: [DrawItem]) throws(RenderError) {
    try DrawingLibrary.demand(.cairo)
    let text = SheetText(of: items).scalars
    guard let surface = cairo.cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil) else {
      return
    }
    defer { cairo.cairo_surface_destroy(surface) }
    let painter = try CairoPainter(
      surface: surface, scale: 1, fonts: try MachineFonts(for: text))
    for face in FontFace.allCases {
      for scalar in (text[face] ?? []).sorted() {
        let data = try painter.outline(of: scalar, in: face)
        guard !data.isEmpty else { continue }
        let key = Key(face: face, scalar: scalar)
        outlines.append((key, data))
        known.insert(key)
      }
    }
  }

  /// Whether a glyph has ink.
  func has(_ key: Key) -> Bool { known.contains(key) }
}

extension CairoPainter {
  /// The outline of a glyph as SVG path data, in thousandths of an em.
  fileprivate func outline(
    of scalar: Unicode.Scalar, in face: FontFace
  ) throws(RenderError) -> String {
    guard let (font, index) = fonts.glyph(of: scalar, in: face, on: context) else { return "" }
    cairo.cairo_set_font_face(context, font)
    cairo.cairo_set_font_size(context, 1000)
    var glyph = cairo_glyph_t(index: index, x: 0, y: 0)
    cairo.cairo_new_path(context)
    cairo.cairo_glyph_path(context, &glyph, 1)
    defer { cairo.cairo_new_path(context) }
    guard let path = cairo.cairo_copy_path(context) else { return "" }
    defer { cairo.cairo_path_destroy(path) }
    try RenderError.check(path.pointee.status)
    var data = ""
    var next = 0
    while next < Int(path.pointee.num_data), let parts = path.pointee.data {
      let header = parts[next].header
      let letter =
        switch header.type {
        case CAIRO_PATH_MOVE_TO: "M"
        case CAIRO_PATH_LINE_TO: "L"
        case CAIRO_PATH_CURVE_TO: "C"
        default: "Z"
        }
      // A path ends with a move to where nothing follows.
      if letter == "M", next + Int(header.length) >= Int(path.pointee.num_data) { break }
      data += letter
      for point in 1..<max(1, Int(header.length)) {
        let place = parts[next + point].point
        data += "\(point > 1 ? " " : "")\(Int(place.x.rounded())) \(Int(place.y.rounded()))"
      }
      next += Int(header.length)
    }
    return data
  }
}

extension FontFace {
  fileprivate var shortName: String { (isSerif ? "serif" : "sans") + (isBold ? "-bold" : "") }
}
