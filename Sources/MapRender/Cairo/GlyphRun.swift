internal import CCairo

/// A run of text as glyphs in their places, set with the measures of the sheet and not the font's own.
struct GlyphRun {
  /// A stretch of text that one font has.
  struct Stretch {
    let font: OpaquePointer
    let text: String
    /// In millimetres from the run's place on its baseline, not yet turned.
    let glyphs: [cairo_glyph_t]
    /// How many bytes and glyphs each character has.
    let clusters: [cairo_text_cluster_t]
  }

  let stretches: [Stretch]

  /// - Parameter context: What the glyphs will be drawn on.
  init(_ run: TextRun, fonts: MachineFonts, on context: OpaquePointer) {
    typealias Glyph = (index: UInt, scalar: Unicode.Scalar, x: Double)
    var stretches: [(font: OpaquePointer, glyphs: [Glyph])] = []
    for (scalar, x) in run.places {
      guard let (font, index) = fonts.glyph(of: scalar, in: run.face, on: context) else { continue }
      if stretches.last?.font != font { stretches.append((font, [])) }
      stretches[stretches.count - 1].glyphs.append((index, scalar, x))
    }
    self.stretches = stretches.map { stretch in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: stretch.glyphs.map(\.scalar))
      return Stretch(
        font: stretch.font, text: String(text),
        glyphs: stretch.glyphs.map { cairo_glyph_t(index: $0.index, x: $0.x, y: 0) },
        clusters: stretch.glyphs.map {
          cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0.scalar)), num_glyphs: 1)
        })
    }
  }
}
