internal import MapGeometry

/// Writes a sheet as SVG 1.1: millimetres, two decimals, no outside references, the same bytes every time.
struct SVGWriter {
  private var out = SVGBytes()
  private var clips: [PaperBox] = []

  /// The whole file.
  static func svg(of page: SheetPage) -> [UInt8] {
    var writer = SVGWriter()
    writer.open(page)
    for item in page.items { writer.item(item) }
    writer.out.raw("</svg>\n")
    return writer.out.bytes
  }

  private mutating func open(_ page: SheetPage) {
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.raw(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    out.raw(" xmlns:gxq=\"urn:gxq-map:sheet\" version=\"1.1\" width=\"")
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
    clips = Self.clips(in: page.items)
    for (index, box) in clips.enumerated() {
      out.raw("<clipPath id=\"clip-")
      out.integer(index + 1)
      out.raw("\"><rect")
      out.attribute("x", box.minX)
      out.attribute("y", box.minY)
      out.attribute("width", box.width)
      out.attribute("height", box.height)
      out.raw("/></clipPath>\n")
    }
    out.raw("</defs>\n")
  }

  /// What a reader needs to put the drawing back on the ground.
  private mutating func georeference(_ map: SheetPage.Map) {
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

  private static func clips(in items: [DrawItem]) -> [PaperBox] {
    var result: [PaperBox] = []
    for case .group(let group) in items {
      if let clip = group.clip, !result.contains(clip) { result.append(clip) }
      for clip in clips(in: group.items) where !result.contains(clip) { result.append(clip) }
    }
    return result
  }
}

extension SVGWriter {
  private mutating func item(_ item: DrawItem) {
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
    case .text(let run, let tag):
      text(run, tag: tag, halo: nil)
    case .halo(let run, let width):
      text(run, tag: nil, halo: width)
    case .group(let group):
      self.group(group)
    }
  }

  private mutating func group(_ group: DrawItem.Group) {
    out.raw("<g")
    attributes(of: group.tag)
    if let name = group.layerName {
      out.raw(" inkscape:groupmode=\"layer\"")
      out.attribute("inkscape:label", name)
    }
    if let clip = group.clip, let index = clips.firstIndex(of: clip) {
      out.raw(" clip-path=\"url(#clip-")
      out.integer(index + 1)
      out.raw(")\"")
    }
    if group.opacity < 1 { out.attribute("opacity", group.opacity) }
    out.raw(">\n")
    title(group.tag.title)
    for item in group.items { self.item(item) }
    out.raw("</g>\n")
  }

  private mutating func text(_ run: TextRun, tag: Tag?, halo: Double?) {
    out.raw("<text")
    attributes(of: tag)
    if run.rotation != 0 || run.slant != 0 {
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
    out.attribute("font-size", run.size)
    if run.face.isSerif { out.attribute("font-family", run.face.family) }
    if run.face.isBold { out.raw(" font-weight=\"700\"") }
    if run.anchor != .start { out.attribute("text-anchor", run.anchor.rawValue) }
    if run.spacing != 0 { out.attribute("letter-spacing", run.spacing * run.size) }
    if let halo {
      paint(nil, Stroke(ink: run.ink, width: halo, cap: .round), hasHoles: false)
    } else {
      paint(run.ink, nil, hasHoles: false)
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

  private mutating func transform(_ name: StaticString, _ degrees: Double) {
    guard degrees != 0 else { return }
    out.raw(" ")
    out.raw(name)
    out.raw("(")
    out.number(degrees)
    out.raw(")")
  }

  private mutating func close(_ name: StaticString, title text: String?) {
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

  private mutating func title(_ text: String?) {
    guard let text else { return }
    out.raw("<title>")
    out.escaped(text)
    out.raw("</title>\n")
  }

  private mutating func attributes(of tag: Tag?) {
    guard let tag else { return }
    if !tag.id.isEmpty { out.attribute("id", tag.id) }
    if !tag.classes.isEmpty { out.attribute("class", tag.classes) }
    if let feature = tag.feature { out.attribute("data-id", feature) }
    if let layer = tag.layer { out.attribute("data-layer", layer) }
  }

  private mutating func paint(_ fill: Ink?, _ stroke: Stroke?, hasHoles: Bool) {
    if let fill {
      out.raw(" fill=\"")
      out.color(fill.rgb)
      out.raw("\"")
      if fill.opacity < 1 { out.attribute("fill-opacity", fill.opacity) }
      if hasHoles { out.raw(" fill-rule=\"evenodd\"") }
    } else {
      out.raw(" fill=\"none\"")
    }
    guard let stroke else { return }
    out.raw(" stroke=\"")
    out.color(stroke.ink.rgb)
    out.raw("\"")
    out.attribute("stroke-width", stroke.width)
    if stroke.ink.opacity < 1 { out.attribute("stroke-opacity", stroke.ink.opacity) }
    if stroke.cap != .butt { out.attribute("stroke-linecap", stroke.cap.rawValue) }
    if stroke.join != .miter { out.attribute("stroke-linejoin", stroke.join.rawValue) }
    guard !stroke.dash.isEmpty else { return }
    out.raw(" stroke-dasharray=\"")
    for (index, length) in stroke.dash.enumerated() {
      if index > 0 { out.raw(" ") }
      out.number(length)
    }
    out.raw("\"")
  }
}
