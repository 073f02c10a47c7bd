internal import MapGeometry

/// Writes a sheet as SVG 1.1: millimetres, two decimals, no outside references, the same bytes every time.
struct SVGWriter {
  var out = SVGBytes()
  var definitions = SVGDefinitions()
  /// The names that are one text on a path; none unless asked for.
  var curved = CurvedNames()
  /// The outlines that stand for text; `nil` where text is text.
  var glyphs: GlyphOutlines?

  /// The whole file with text as text.
  static func svg(of page: SheetPage) -> [UInt8] {
    var bytes: [UInt8] = []
    write(page) { bytes += $0 }
    return bytes
  }

  /// The whole file.
  ///
  /// - Throws: ``RenderError`` when outlines are asked for and the fonts are not there.
  static func svg(of page: SheetPage, text mode: TextMode) throws(RenderError) -> [UInt8] {
    var writer = SVGWriter()
    switch mode {
    case .glyphs: break
    case .path: writer.curved = CurvedNames(of: page.items)
    case .outline: writer.glyphs = try GlyphOutlines(of: page.items)
    }
    var bytes: [UInt8] = []
    writer.file(page) { bytes += $0 }
    return bytes
  }

  /// Writes the whole file with text as text, piece after piece, so that it is never in memory as a whole.
  static func write<Failure: Error>(
    _ page: SheetPage, to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try SVGWriter().file(page, to: put)
  }

  private consuming func file<Failure: Error>(
    _ page: SheetPage, to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = self
    writer.open(page)
    for item in page.items { try writer.item(item, to: put) }
    writer.out.raw("</svg>\n")
    try put(writer.out.bytes)
  }

  /// Writes an item; what it is made of may go out before all of it is written.
  private mutating func item<Failure: Error>(
    _ item: DrawItem, to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard case .group(let group) = item else { return self.item(item) }
    begin(group)
    if let areas = group.items.areas {
      try write(areas, to: put)
    } else {
      for item in group.items { try self.item(item, to: put) }
    }
    out.raw("</g>\n")
  }

  mutating func open(_ page: SheetPage) {
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.raw(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    out.raw(
      " xmlns:gxq=\"urn:gxq-map:sheet\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\""
    )
    out.number(page.size.width)
    out.raw("mm\" height=\"")
    out.number(page.size.height)
    out.raw("mm\" viewBox=\"0 0 ")
    out.number(page.size.width)
    out.raw(" ")
    out.number(page.size.height)
    // Browsers would draw 》（ closer together than the widths that the labels were placed by.
    out.raw("\" role=\"img\" style=\"text-spacing-trim:space-all;text-autospace:no-autospace\"")
    out.attribute("xml:lang", page.languageTag)
    out.attribute("font-family", FontFace.sansRegular.family)
    out.raw(" aria-labelledby=\"sheet-title sheet-desc\">\n<title id=\"sheet-title\">")
    out.escaped(page.title)
    out.raw("</title>\n<desc id=\"sheet-desc\">")
    out.escaped(page.description)
    out.raw("</desc>\n<metadata id=\"georeference\">\n")
    for map in page.maps { georeference(map) }
    out.raw("</metadata>\n<defs>\n")
    definitions = SVGDefinitions(of: page.items)
    for (index, box) in definitions.clips.enumerated() {
      out.raw("<clipPath id=\"clip-")
      out.integer(index + 1)
      out.raw("\"><rect")
      rectangle(box)
      out.raw("/></clipPath>\n")
    }
    for symbol in definitions.symbols { define(symbol) }
    for pattern in definitions.patterns { define(pattern) }
    if let glyphs { define(glyphs) }
    define(curved)
    out.raw("</defs>\n")
  }

  /// What a reader needs to put the drawing back on the ground.
  mutating func georeference(_ map: SheetPage.Map) {
    let place = map.placement
    let low = place.ground(PaperPoint(x: place.frame.minX, y: place.frame.maxY))
    let high = place.ground(PaperPoint(x: place.frame.maxX, y: place.frame.minY))
    out.raw("<gxq:map")
    out.attribute("id", map.id)
    out.attribute("crs", map.crs)
    out.attribute("scale", place.denominator)
    out.attribute("minX", low.x)
    out.attribute("minY", low.y)
    out.attribute("maxX", high.x)
    out.attribute("maxY", high.y)
    out.attribute("frameX", place.frame.minX)
    out.attribute("frameY", place.frame.minY)
    out.attribute("frameWidth", place.frame.width)
    out.attribute("frameHeight", place.frame.height)
    out.raw("/>\n")
  }
}

extension SVGWriter {
  mutating func item(_ item: DrawItem) {
    switch item {
    case .path(let outlines, let isClosed, let fill, let stroke, let tag):
      guard outlines.contains(where: { !$0.isEmpty }) else { return }
      out.raw("<path")
      attributes(of: tag)
      out.raw(" d=\"")
      out.path(outlines, isClosed: isClosed)
      out.raw("\"")
      paint(fill, stroke, hasHoles: isClosed && outlines.count > 1)
      close("path", title: tag?.title)
    case .circle(let center, let radius, let fill, let stroke, let tag):
      out.raw("<circle")
      attributes(of: tag)
      out.attribute("cx", center.x)
      out.attribute("cy", center.y)
      out.attribute("r", radius)
      paint(fill, stroke, hasHoles: false)
      close("circle", title: tag?.title)
    case .symbol(let use):
      symbol(use)
    case .text(let run, let tag):
      text(run, tag: tag, halo: nil)
    case .label(let label):
      self.label(label)
    case .halo(let run, let width):
      if !curved.holdsHalo(of: run) { text(run, tag: nil, halo: width) }
    case .group(let group):
      self.group(group)
    }
  }

  private mutating func group(_ group: DrawItem.Group) {
    begin(group)
    for item in group.items { self.item(item) }
    out.raw("</g>\n")
  }

  private mutating func begin(_ group: DrawItem.Group) {
    out.raw("<g")
    attributes(of: group.tag)
    if let name = group.layerName {
      out.raw(" inkscape:groupmode=\"layer\"")
      out.attribute("inkscape:label", name)
    }
    if let clip = group.clip, let index = definitions.clips.firstIndex(of: clip) {
      out.raw(" clip-path=\"url(#clip-")
      out.integer(index + 1)
      out.raw(")\"")
    }
    if group.opacity < 1 { out.attribute("opacity", group.opacity) }
    out.raw(">\n")
    title(group.tag.title)
  }

  mutating func text(_ run: TextRun, tag: Tag?, halo: Double?) {
    if let glyphs { return outlined(run, glyphs, tag: tag, halo: halo) }
    out.raw("<text")
    attributes(of: tag)
    if run.rotation.written != 0 || run.slant != 0 {
      out.raw(" transform=\"translate(")
      out.number(run.at.x)
      out.raw(" ")
      out.number(run.at.y)
      out.raw(")")
      transform("rotate", run.rotation)
      transform("skewX", run.slant)
      out.raw("\"")
    } else {
      out.attribute("x", run.at.x)
      out.attribute("y", run.at.y)
    }
    font(of: run)
    if run.anchor != .start { out.attribute("text-anchor", run.anchor.rawValue) }
    if run.spacing != 0 { out.attribute("letter-spacing", run.spacing * run.size) }
    if let halo {
      paint(nil, Stroke(ink: run.ink, width: halo, cap: .round), hasHoles: false)
    } else {
      paint(.ink(run.ink), nil, hasHoles: false)
    }
    out.raw(">")
    if let title = tag?.title {
      out.raw("<title>")
      out.escaped(title)
      out.raw("</title>")
    }
    out.escaped(run.text)
    out.raw("</text>\n")
  }

  mutating func font(of run: TextRun) {
    out.attribute("font-size", run.size)
    if run.face.isSerif { out.attribute("font-family", run.face.family) }
    if run.face.isBold { out.raw(" font-weight=\"700\"") }
  }

  mutating func transform(_ name: StaticString, _ degrees: Double) {
    guard degrees.written != 0 else { return }
    out.raw(" ")
    out.raw(name)
    out.raw("(")
    out.number(degrees)
    out.raw(")")
  }

  mutating func close(_ name: StaticString, title text: String?) {
    guard let text else {
      out.raw("/>\n")
      return
    }
    out.raw(">")
    out.raw("<title>")
    out.escaped(text)
    out.raw("</title></")
    out.raw(name)
    out.raw(">\n")
  }

  mutating func title(_ text: String?) {
    guard let text else { return }
    out.raw("<title>")
    out.escaped(text)
    out.raw("</title>\n")
  }

  mutating func attributes(of tag: Tag?) {
    guard let tag else { return }
    if !tag.id.isEmpty { out.attribute("id", tag.id) }
    if !tag.classes.isEmpty { out.attribute("class", tag.classes) }
    if let feature = tag.feature { out.attribute("data-id", feature) }
    if let layer = tag.layer { out.attribute("data-layer", layer) }
  }

  mutating func paint(_ fill: Paint?, _ stroke: Stroke?, hasHoles: Bool) {
    switch fill {
    case .ink(let ink):
      out.raw(" fill=\"")
      out.color(ink.rgb)
      out.raw("\"")
      if ink.opacity < 1 { out.attribute("fill-opacity", ink.opacity) }
    case .pattern(let pattern):
      out.raw(" fill=\"url(#")
      out.plain(pattern.name)
      out.raw(")\"")
    case nil:
      out.raw(" fill=\"none\"")
    }
    if fill != nil, hasHoles { out.raw(" fill-rule=\"evenodd\"") }
    guard let stroke else { return }
    out.raw(" stroke=\"")
    out.color(stroke.ink.rgb)
    out.raw("\"")
    out.attribute("stroke-width", stroke.width)
    if stroke.ink.opacity < 1 { out.attribute("stroke-opacity", stroke.ink.opacity) }
    if stroke.cap != .butt { out.attribute("stroke-linecap", stroke.cap.rawValue) }
    if stroke.join != .miter { out.attribute("stroke-linejoin", stroke.join.rawValue) }
    if stroke.join == .miter, stroke.miterLimit != 4 {
      out.attribute("stroke-miterlimit", stroke.miterLimit)
    }
    guard !stroke.dash.isEmpty else { return }
    out.raw(" stroke-dasharray=\"")
    out.numbers(stroke.dash)
    out.raw("\"")
  }
}
