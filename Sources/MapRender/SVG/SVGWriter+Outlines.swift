extension SVGWriter {
  /// Defines the outline of every glyph of the sheet.
  mutating func define(_ glyphs: GlyphOutlines) {
    for (key, data) in glyphs.outlines {
      out.raw("<path")
      out.attribute("id", key.elementID)
      out.attribute("d", data)
      out.raw("/>\n")
    }
  }

  /// A run of text drawn by the outlines of its glyphs; the text itself is the group's label.
  mutating func outlined(_ run: TextRun, _ glyphs: GlyphOutlines, tag: Tag?, halo: Double?) {
    let scale = run.size / 1000
    out.raw("<g")
    attributes(of: tag)
    out.raw(" transform=\"translate(")
    out.numbers([run.at.x, run.at.y])
    out.raw(")")
    transform("rotate", run.rotation)
    transform("skewX", run.slant)
    out.raw(" scale(")
    out.millionths(scale)
    out.raw(")\"")
    if let halo {
      out.raw(" aria-hidden=\"true\"")
      paint(nil, Stroke(ink: run.ink, width: halo / scale, cap: .round), hasHoles: false)
    } else {
      out.raw(" role=\"img\"")
      out.attribute("aria-label", run.text)
      paint(.ink(run.ink), nil, hasHoles: false)
    }
    out.raw(">")
    title(tag?.title)
    for (scalar, x) in run.places {
      let key = GlyphOutlines.Key(face: run.face, scalar: scalar)
      guard glyphs.has(key) else { continue }
      out.raw("<use")
      out.attribute("xlink:href", "#\(key.elementID)")
      if x != 0 { out.attribute("x", x / scale) }
      out.raw("/>")
    }
    out.raw("</g>\n")
  }
}
