#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The outline of a symbol of one ink, ready for a web map to colour.
struct SymbolShape: Hashable {
  let name: String
  /// Areas that add up, around the origin and in pixels of the map, each with its rings.
  let parts: [[[PaperPoint]]]
  /// Half the height of the box it is drawn in.
  let radius: Double

  /// How wide and high a symbol may be, in pixels of the map.
  static let limit = 24.0

  /// `nil` for a symbol that is larger than a sprite's cell, or drawn with more than filled paths, circles and
  /// rectangles of one ink.
  init?(_ graphic: SymbolGraphic) {
    let box = graphic.viewBox
    guard max(box.width, box.height) <= Self.limit else { return nil }
    let middle = box.center
    var parts: [[[PaperPoint]]] = []
    for element in String(decoding: graphic.body, as: UTF8.self).split(separator: "<") {
      guard let outline = Self.outline(of: element) else { return nil }
      guard !outline.isEmpty else { continue }
      parts.append(outline.map { $0.map { $0.moved(-middle.x, -middle.y) } })
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
    radius = box.height / 2
    name = graphic.name
  }

  /// The rings of one element; none for the end of one, `nil` for what is not understood.
  private static func outline(of element: Substring) -> [[PaperPoint]]? {
    if element.hasPrefix("/") || element.allSatisfy(\.isWhitespace) { return [] }
    let name = element.prefix { $0.isLetter }
    let facts = attributes(of: element)
    let isPlain =
      facts["transform"] == nil && facts["style"] == nil && facts["opacity"] == nil
      && ["currentColor", nil].contains(facts["fill"]) && ["none", nil].contains(facts["stroke"])
    guard isPlain else { return nil }
    func number(_ key: String) -> Double { facts[key].flatMap(Double.init) ?? 0 }
    switch name {
    case "g": return []
    case "path": return facts["d"].flatMap { PathData($0) }?.rings
    case "circle":
      let center = PaperPoint(x: number("cx"), y: number("cy"))
      return [(0...48).map { center.around(number("r"), turn: Double($0 % 48) / 48) }]
    case "rect":
      guard facts["rx"] == nil else { return nil }
      return [
        PaperBox(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
          .ring
      ]
    default: return nil
    }
  }

  private static func attributes(of element: Substring) -> [String: String] {
    element.matches(of: /([A-Za-z-]+)\s*=\s*"([^"]*)"/).reduce(into: [:]) {
      $0[String($1.output.1)] = String($1.output.2)
    }
  }
}

extension PaperPoint {
  /// A point at a distance from this one, some part of a turn clockwise from the right.
  func around(_ radius: Double, turn: Double) -> PaperPoint {
    let angle = turn * 2 * .pi
    return moved(radius * cos(angle), radius * sin(angle))
  }
}
