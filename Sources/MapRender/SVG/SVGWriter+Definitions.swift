extension SVGWriter {
  mutating func rectangle(_ box: PaperBox) {
    out.attribute("x", box.minX)
    out.attribute("y", box.minY)
    out.attribute("width", box.width)
    out.attribute("height", box.height)
  }

  mutating func define(_ symbol: SymbolGraphic) {
    let box = symbol.viewBox
    out.raw("<symbol")
    out.attribute("id", symbol.elementID)
    out.raw(" viewBox=\"")
    out.numbers([box.minX, box.minY, box.width, box.height])
    out.raw("\">")
    out.append(symbol.body)
    out.raw("</symbol>\n")
  }

  mutating func define(_ pattern: Pattern) {
    out.raw("<pattern")
    out.attribute("id", pattern.name)
    out.raw(" patternUnits=\"userSpaceOnUse\"")
    out.attribute("width", pattern.width)
    out.attribute("height", pattern.height)
    if pattern.angle != 0 {
      out.raw(" patternTransform=\"rotate(")
      out.number(pattern.angle)
      out.raw(")\"")
    }
    out.raw(">\n")
    if let ground = pattern.background {
      item(
        .box(PaperBox(x: 0, y: 0, width: pattern.width, height: pattern.height), fill: .ink(ground))
      )
    }
    for item in pattern.items { self.item(item) }
    out.raw("</pattern>\n")
  }

  mutating func symbol(_ use: SymbolUse) {
    out.raw("<use")
    attributes(of: use.tag)
    out.attribute("xlink:href", "#\(use.graphic.elementID)")
    out.attribute("x", use.at.x - use.width / 2)
    out.attribute("y", use.at.y - use.size / 2)
    out.attribute("width", use.width)
    out.attribute("height", use.size)
    if use.rotation.written != 0 {
      out.raw(" transform=\"rotate(")
      out.numbers([use.rotation, use.at.x, use.at.y])
      out.raw(")\"")
    }
    if use.opacity < 1 { out.attribute("opacity", use.opacity) }
    if let ink = use.ink {
      out.raw(" color=\"")
      out.color(ink.rgb)
      out.raw("\"")
    }
    close("use", title: use.tag?.title)
  }
}
