internal import MapStyle

/// The characters of a web map as the files that MapLibre takes glyphs from: `glyphs/FONTS/0-255.pbf`.
enum GlyphFiles {
  /// The size of an em in the files, in pixels.
  private static let size = 24.0

  /// The files for every name that a style can print, and for plain ASCII in its fonts.
  ///
  /// - Parameter features: The features of a source.
  /// - Returns: `nil` where this machine does not have the fonts.
  static func files(
    of style: StyleDocument, zoom: Double, features: (String) -> [MapFeature]
  ) -> [WebMap.File]? {
    var stacks: [String: (face: FontFace, scalars: Set<Unicode.Scalar>)] = [:]
    for layer in style.layers where layer.type == .symbol && layer.sets("text-field") {
      for feature in layer.source.map(features) ?? [] {
        let fonts = layer.strings("text-font", for: feature.style, zoom: zoom)
        let look = LayerLook(
          layer: layer, feature: feature.style, zoom: zoom, symbols: SymbolLibrary([:]))
        let stack = fonts.joined(separator: ",")
        stacks[stack, default: (look.label.face, ascii)].scalars
          .formUnion(look.text.unicodeScalars)
      }
    }
    let items = stacks.values.map { face, scalars in
      DrawItem.text(
        TextRun(
          text: String(String.UnicodeScalarView(scalars.sorted())), at: PaperPoint(x: 0, y: 0),
          size: 1, face: face, ink: .black), tag: nil)
    }
    guard let outlines = try? GlyphOutlines(of: items).outlines else { return nil }
    var glyphs: [FontFace: [Unicode.Scalar: GlyphField]] = [:]
    for (key, data) in outlines {
      guard let path = PathData(data, steps: 4) else { continue }
      glyphs[key.face, default: [:]][key.scalar] = GlyphField(path.rings, scale: size / 1000)
    }
    return stacks.sorted { $0.key < $1.key }.flatMap { name, stack in
      files(name, stack.face, stack.scalars, glyphs[stack.face] ?? [:])
    }
  }

  private static let ascii = Set((32...126).map { Unicode.Scalar(UInt8($0)) })

  private static func files(
    _ name: String, _ face: FontFace, _ scalars: Set<Unicode.Scalar>,
    _ glyphs: [Unicode.Scalar: GlyphField]
  ) -> [WebMap.File] {
    let ranges = Dictionary(grouping: scalars.filter { $0.value < 65_536 }) { $0.value / 256 }
    return ranges.sorted { $0.key < $1.key }.map { range, members in
      let title = "\(range * 256)-\(range * 256 + 255)"
      var stack = Protobuf()
      stack.text(1, name)
      stack.text(2, title)
      for scalar in members.sorted() {
        let advance = (face.width(of: String(scalar)) * size).rounded()
        stack.message(3, glyph(scalar, glyphs[scalar], advance: Int(advance)))
      }
      var file = Protobuf()
      file.message(1, stack)
      return WebMap.File(path: "glyphs/\(name)/\(title).pbf", bytes: file.bytes)
    }
  }

  private static func glyph(
    _ scalar: Unicode.Scalar, _ field: GlyphField?, advance: Int
  ) -> Protobuf {
    var glyph = Protobuf()
    glyph.number(1, Int(scalar.value))
    if let field { glyph.bytes(2, field.bytes) }
    glyph.number(3, field?.width ?? 0)
    glyph.number(4, field?.height ?? 0)
    glyph.signed(5, field?.left ?? 0)
    // Tops are told from a line 27 pixels above the baseline, as the makers of such files do.
    glyph.signed(6, (field?.top ?? 0) - 27)
    glyph.number(7, advance)
    return glyph
  }
}

/// How far each pixel around a glyph lies from its edge.
struct GlyphField {
  /// Pixels around the glyph.
  static let border = 3

  let left: Int
  let top: Int
  let width: Int
  let height: Int
  let bytes: [UInt8]

  /// - Parameter rings: Closed outlines around the pen's place, y down; filled by the even-odd rule.
  init?(_ rings: [[PaperPoint]], scale: Double) {
    let rings = rings.map { $0.map { PaperPoint(x: $0.x * scale, y: $0.y * scale) } }
    guard let box = PaperBox(rings.flatMap { $0 }) else { return nil }
    (left, top) = (Int(box.minX.rounded(.down)), Int((-box.minY).rounded(.up)))
    width = Int(box.maxX.rounded(.up)) - left
    height = Int(box.maxY.rounded(.up)) + top
    let (columns, rows) = (width + 2 * Self.border, height + 2 * Self.border)
    let origin = PaperPoint(x: Double(left - Self.border), y: Double(-top - Self.border))
    var field = Field(columns: columns, rows: rows)
    for ring in rings {
      let local = ring.map { $0.moved(-origin.x, -origin.y) }
      for (a, b) in zip(local, local.dropFirst()) { field.add(a, b) }
    }
    bytes = field.bytes
  }

  /// Squared distances, and crossings to the right.
  private struct Field {
    let columns: Int
    let rows: Int
    private var squares: [Double]
    private var isInside: [Bool]

    init(columns: Int, rows: Int) {
      (self.columns, self.rows) = (columns, rows)
      squares = [Double](repeating: 1e6, count: columns * rows)
      isInside = [Bool](repeating: false, count: columns * rows)
    }

    /// Looks only at the pixels that the edge can reach.
    mutating func add(_ a: PaperPoint, _ b: PaperPoint) {
      let reach = SignedDistance.reach
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let firstRow = max(0, Int(min(a.y, b.y) - reach))
      let lastRow = min(rows - 1, Int(max(a.y, b.y) + reach))
      guard firstRow <= lastRow else { return }
      let low = Int(min(a.x, b.x) - reach)
      let high = min(columns - 1, Int(max(a.x, b.x) + reach))
      for row in firstRow...lastRow {
        let y = Double(row) + 0.5
        if (a.y > y) != (b.y > y) {
          let cross = a.x + (y - a.y) / dy * dx
          for column in 0..<columns where Double(column) + 0.5 < cross {
            isInside[row * columns + column].toggle()
          }
        }
        guard max(0, low) <= high else { continue }
        for column in max(0, low)...high {
          let x = Double(column) + 0.5
          var share = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0
          share = share < 0 ? 0 : share > 1 ? 1 : share
          let (u, v) = (x - a.x - share * dx, y - a.y - share * dy)
          let square = u * u + v * v
          let index = row * columns + column
          if square < squares[index] { squares[index] = square }
        }
      }
    }

    var bytes: [UInt8] {
      zip(squares, isInside).map { square, isInside in
        let distance = square.squareRoot() * (isInside ? -1 : 1)
        let value = 255 * (SignedDistance.outside - distance / SignedDistance.reach)
        return UInt8(max(0, min(255, value.rounded())))
      }
    }
  }
}
