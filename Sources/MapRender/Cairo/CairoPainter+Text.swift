#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import CCairo

extension CairoPainter {
  /// Draws text that stays text where the surface knows text.
  func show(_ run: TextRun) {
    set(run) { stretch in
      use(run.ink)
      cairo.cairo_show_text_glyphs(
        context, stretch.text, Int32(stretch.text.utf8.count), stretch.glyphs,
        Int32(stretch.glyphs.count), stretch.clusters, Int32(stretch.clusters.count),
        cairo_text_cluster_flags_t(rawValue: 0))
    }
  }

  /// Draws only the outline of text.
  func outline(_ run: TextRun, width: Double) {
    set(run) { stretch in
      cairo.cairo_glyph_path(context, stretch.glyphs, Int32(stretch.glyphs.count))
      stroke(Stroke(ink: run.ink, width: width, cap: .round))
      cairo.cairo_new_path(context)
    }
  }

  /// Puts the context where the run stands, as it is turned and slanted, for each stretch of it.
  func set(_ run: TextRun, _ draw: (GlyphRun.Stretch) -> Void) {
    cairo.cairo_save(context)
    defer { cairo.cairo_restore(context) }
    cairo.cairo_translate(context, run.at.x.written, run.at.y.written)
    if run.rotation != 0 { cairo.cairo_rotate(context, run.rotation * .pi / 180) }
    if run.slant != 0 {
      var skew = cairo_matrix_t()
      cairo.cairo_matrix_init(&skew, 1, 0, tan(run.slant * .pi / 180), 1, 0, 0)
      cairo.cairo_transform(context, &skew)
    }
    for stretch in GlyphRun(run, fonts: fonts, on: context).stretches {
      cairo.cairo_set_font_face(context, stretch.font)
      cairo.cairo_set_font_size(context, run.size.written)
      draw(stretch)
    }
  }
}
