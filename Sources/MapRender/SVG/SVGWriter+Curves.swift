extension SVGWriter {
  /// A name: on its curve as one text where that was asked for, else piece by piece.
  mutating func label(_ label: Label) {
    if curved.labels.contains(where: { $0.tag.id == label.tag.id }) {
      if label.isStacked { return stacked(label) }
      if let path = NamePath(label) { return onPath(label, path) }
    }
    out.raw("<g")
    attributes(of: label.tag)
    out.raw(">\n")
    title(label.tag.title)
    for run in label.runs { text(run, tag: nil, halo: nil) }
    out.raw("</g>\n")
  }

  /// Defines the curves that names follow.
  mutating func define(_ names: CurvedNames) {
    for label in names.labels where !label.isStacked {
      guard let path = NamePath(label) else { continue }
      out.raw("<path")
      out.attribute("id", "curve-\(label.tag.id)")
      out.raw(" d=\"")
      out.smooth(path.points)
      out.raw("\"/>\n")
    }
  }

  private mutating func onPath(_ label: Label, _ path: NamePath) {
    out.raw("<text")
    face(of: label)
    if abs(path.spacing) >= 0.01 { out.attribute("letter-spacing", path.spacing) }
    out.raw(">")
    heading(label)
    out.raw("<textPath")
    out.attribute("xlink:href", "#curve-\(label.tag.id)")
    out.attribute("startOffset", path.start)
    out.raw(">")
    out.escaped(label.text)
    out.raw("</textPath></text>\n")
  }

  /// Upright hanzi one below the other: one text, each character in its own place.
  private mutating func stacked(_ label: Label) {
    let spots = label.spots
    out.raw("<text")
    face(of: label)
    list(" x", spots.map(\.x))
    list(" y", spots.map(\.y))
    list(" rotate", spots.map(\.rotation))
    out.raw(">")
    heading(label)
    out.escaped(label.text)
    out.raw("</text>\n")
  }

  private mutating func list(_ name: StaticString, _ values: [Double]) {
    out.raw(name)
    out.raw("=\"")
    out.numbers(values)
    out.raw("\"")
  }

  private mutating func face(of label: Label) {
    attributes(of: label.tag)
    guard let run = label.runs.first else { return }
    font(of: run)
    guard let halo = curved.halo(of: label) else {
      return paint(.ink(run.ink), nil, hasHoles: false)
    }
    paint(
      .ink(run.ink), Stroke(ink: halo.ink, width: halo.width, cap: .round), hasHoles: false)
    out.raw(" paint-order=\"stroke\"")
  }

  private mutating func heading(_ label: Label) {
    guard let text = label.tag.title else { return }
    out.raw("<title>")
    out.escaped(text)
    out.raw("</title>")
  }
}
