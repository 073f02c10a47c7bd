import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import MapRender

/// What a reader finds in an SVG file: names, features, legend entries, ids, layers.
final class DrawnSheet: NSObject, XMLParserDelegate {
  struct Text {
    var text: String
    var x: Double
    var y: Double
    var size: Double
    var anchor: String
    var rotation: Double
    var slant: Double
    var spacing: Double
    var face: FontFace
  }

  struct Label {
    var feature: String
    var texts: [Text] = []
  }

  private(set) var labels: [Label] = []
  private(set) var features: Set<String> = []
  private(set) var untitled: [String] = []
  private(set) var entries: [String] = []
  /// The texts of the legend's entries.
  private(set) var entryTexts: [String] = []
  private(set) var ids: [String] = []
  private(set) var layers: [String] = []
  private(set) var maps: [[String: String]] = []
  private(set) var root: [String: String] = [:]
  private(set) var texts: [Text] = []
  private(set) var elements: Set<String> = []
  private(set) var isWellFormed = false

  private var stack: [(name: String, attributes: [String: String], hasTitle: Bool)] = []
  private var text: Text?

  init(_ svg: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    if name == "title", !stack.isEmpty { stack[stack.count - 1].hasTitle = true }
    stack.append((name, attributes, false))
    if let id = attributes["id"] { ids.append(id) }
    if let layer = attributes["inkscape:label"] { layers.append(layer) }
    let classes = (attributes["class"] ?? "").split(separator: " ")
    if name == "svg" { root = attributes }
    if name == "gxq:map" { maps.append(attributes) }
    if classes.contains("feature"), let id = attributes["data-id"] { features.insert(id) }
    if classes.contains("legend-entry"), let id = attributes["data-id"] { entries.append(id) }
    if classes.contains("label"), let id = attributes["data-id"] {
      labels.append(Label(feature: id))
    }
    if name == "text" { text = Self.text(attributes) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if stack.last?.name == "text" { text?.text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = stack.popLast() else { return }
    if element.attributes["class"] == "feature", !element.hasTitle {
      untitled.append(element.attributes["id"] ?? "?")
    }
    guard name == "text", let text else { return }
    let isHalo = stack.contains { $0.attributes["class"] == "halos" }
    if !isHalo { texts.append(text) }
    if stack.contains(where: { ($0.attributes["class"] ?? "").contains("legend-entry") }) {
      entryTexts.append(text.text)
    }
    if stack.contains(where: { $0.attributes["class"] == "label" }), !isHalo {
      labels[labels.count - 1].texts.append(text)
    }
    self.text = nil
  }

  private static func text(_ attributes: [String: String]) -> Text {
    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
    var result = Text(
      text: "", x: number("x"), y: number("y"), size: number("font-size"),
      anchor: attributes["text-anchor"] ?? "start", rotation: 0, slant: 0,
      spacing: number("letter-spacing"),
      face: FontFace.allCases.first {
        $0.isBold == (attributes["font-weight"] == "700")
          && $0.isSerif == (attributes["font-family"]?.contains("Serif") == true)
      } ?? .sansRegular)
    for part in (attributes["transform"] ?? "").split(separator: ")") {
      let pieces = part.split(separator: "(")
      let numbers = pieces.last?.split(separator: " ").compactMap { Double($0) } ?? []
      switch pieces.first?.split(separator: " ").last {
      case "translate": (result.x, result.y) = (numbers[0], numbers[1])
      case "rotate": result.rotation = numbers[0]
      case "skewX": result.slant = numbers[0]
      default: break
      }
    }
    return result
  }
}

extension DrawnSheet.Text {
  /// The corners of the ink of every character, measured with the real font.
  func ink(_ font: RealFont) -> [[PaperPoint]] {
    let advances = text.unicodeScalars.map { (font.advance(of: $0) ?? 1) * size + spacing }
    let width = advances.reduce(0, +)
    var pen = anchor == "middle" ? -width / 2 : anchor == "end" ? -width : 0
    var result: [[PaperPoint]] = []
    let turn = rotation * .pi / 180
    let lean = tan(slant * .pi / 180)
    for (scalar, advance) in zip(text.unicodeScalars, advances) {
      if let box = font.ink(of: scalar) {
        let corners = [
          (box.left, box.top), (box.right, box.top), (box.right, box.bottom),
          (box.left, box.bottom),
        ].map { corner in
          let v = -corner.1 * size
          let u = pen + corner.0 * size + v * lean
          return PaperPoint(
            x: x + u * cos(turn) - v * sin(turn), y: y + u * sin(turn) + v * cos(turn))
        }
        result.append(corners)
      }
      pen += advance
    }
    return result
  }
}

/// Whether two convex shapes share more than their edges, by the separating-axis theorem.
func overlap(_ a: [PaperPoint], _ b: [PaperPoint]) -> Bool {
  for (shape, other) in [(a, b), (b, a)] {
    for index in shape.indices {
      let p = shape[index]
      let q = shape[(index + 1) % shape.count]
      let normal = PaperPoint(x: q.y - p.y, y: p.x - q.x)
      func reach(_ points: [PaperPoint]) -> (Double, Double) {
        let values = points.map { $0.x * normal.x + $0.y * normal.y }
        return (values.min() ?? 0, values.max() ?? 0)
      }
      let (low, high) = reach(shape)
      let (otherLow, otherHigh) = reach(other)
      if high <= otherLow + 1e-9 || otherHigh <= low + 1e-9 { return false }
    }
  }
  return true
}
