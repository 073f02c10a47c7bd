internal import MapGeometry
internal import Messages

/// A small map of one finding: the faulty place, marked, and the parties around it.
///
/// A place that is small beside the parties is shown near by, with a key map of the whole in the
/// corner.
struct FindingMap {
  private let finding: Finding
  private let outlines: [(style: Int, geometry: GeoGeometry)]
  private let window: MapWindow
  private let key: MapWindow?
  private let focus: GeoPosition

  /// How many parties are drawn; they are told apart by colour and by the form of their lines.
  static let styles = 4

  private static let size = (width: 300.0, height: 200.0)
  private static let keySize = (width: 84.0, height: 56.0)

  /// Creates a map; `nil` when neither the finding nor any party has a place.
  init?(of finding: Finding, _ background: ReportBackground) {
    let outlines = finding.parties.prefix(Self.styles).enumerated().compactMap { index, party in
      background.outline(of: party).map { (style: index + 1, geometry: $0) }
    }
    let spot = finding.anchor.map { Bounds($0, $0) }
    let fault = Bounds(joining: [finding.geometry?.bounds, spot])
    guard let whole = Bounds(joining: outlines.map(\.geometry.bounds) + [fault]) else { return nil }
    let place = fault ?? whole
    self.finding = finding
    self.outlines = outlines
    focus = place.center
    let wholeSpan = Self.span(of: whole)
    let span = max(Self.span(of: place) * 2, wholeSpan * 0.1, Self.least)
    let isWhole = span > wholeSpan * 0.5
    window = MapWindow(
      center: isWhole ? whole.center : place.center,
      span: isWhole ? max(wholeSpan * 1.2, Self.least) : span, width: Self.size.width,
      height: Self.size.height)
    key =
      isWhole
      ? nil
      : MapWindow(
        center: whole.center, span: wholeSpan * 1.2, width: Self.keySize.width,
        height: Self.keySize.height)
  }

  /// The smallest piece of ground that is shown, in metres from left to right.
  private static let least = 15.0

  /// How many metres a window needs from left to right to hold a box.
  private static func span(of box: Bounds<GeoPosition>) -> Double {
    let degree = MapWindow.metresPerDegree(at: box.center.latitude)
    return max(box.width * degree.east, box.height * degree.north * size.width / size.height)
  }

  /// The map as an element of a page whose style sheet knows its classes.
  func svg(title: String) -> String {
    let (width, height) = (Int(Self.size.width), Int(Self.size.height))
    var lines = [
      "<svg class=\"map\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" "
        + "role=\"img\"><title>\(XMLText.escaped(title))</title>"
    ]
    lines += outlines.flatMap { parts(of: $0.geometry, "p p\($0.style)", in: window) }
    if let geometry = finding.geometry { lines += parts(of: geometry, "e", in: window) }
    lines += ring
    lines += scaleBar
    if let key { lines += keyMap(key) }
    lines.append("</svg>")
    return lines.joined(separator: "\n")
  }

  private func parts(of geometry: GeoGeometry, _ style: String, in window: MapWindow) -> [String] {
    let isArea = !geometry.polygons.isEmpty
    let path = window.path(of: geometry)
    let drawn =
      path.isEmpty ? [] : ["<path class=\"\(style)\(isArea ? "" : " l")\" d=\"\(path)\"/>"]
    return drawn
      + geometry.points.map { circle(window.pixel($0), radius: 4, style + " dot") }
  }

  /// A ring around a place too small to be seen.
  private var ring: [String] {
    let corners = finding.geometry?.bounds.map {
      [window.pixel($0.minimum), window.pixel($0.maximum)]
    }
    let extent = corners.map { max(abs($0[0].x - $0[1].x), abs($0[0].y - $0[1].y)) } ?? 0
    guard finding.geometry != nil || finding.anchor != nil, extent < 14 else { return [] }
    return [circle(window.pixel(focus), radius: 12, "ring")]
  }

  /// A length of a round number of metres, a quarter of the map at most.
  private var scaleBar: [String] {
    let room = window.metresPerPixel * Self.size.width / 4
    var length = 0.001
    while length * 10 <= room { length *= 10 }
    if length * 5 <= room { length *= 5 } else if length * 2 <= room { length *= 2 }
    let pixels = DecimalText.trimmed(length / window.metresPerPixel, decimals: 1)
    let text = Measure(length, .metres).scaleText
    let y = Int(Self.size.height) - 10
    return [
      "<path class=\"bar\" d=\"M8,\(y - 4)v4h\(pixels)v-4\"/>",
      "<text class=\"bar\" x=\"8\" y=\"\(y - 8)\">\(text)</text>",
    ]
  }

  private func keyMap(_ key: MapWindow) -> [String] {
    let (width, height) = (Int(Self.keySize.width), Int(Self.keySize.height))
    let (x, y) = (Int(Self.size.width) - width - 6, Int(Self.size.height) - height - 6)
    let center = key.pixel(focus)
    let w = max(5, Self.size.width * window.metresPerPixel / key.metresPerPixel)
    let h = w * Self.size.height / Self.size.width
    func number(_ value: Double) -> String { DecimalText.trimmed(value, decimals: 1) }
    let (left, top) = (number(center.x - w / 2), number(center.y - h / 2))
    let size = "width=\"\(width)\" height=\"\(height)\""
    var lines = ["<svg x=\"\(x)\" y=\"\(y)\" \(size)>", "<rect class=\"key\" \(size)/>"]
    for outline in outlines {
      lines += parts(of: outline.geometry, "p p\(outline.style)", in: key)
    }
    lines.append(
      "<rect class=\"here\" x=\"\(left)\" y=\"\(top)\" width=\"\(number(w))\" height=\"\(number(h))\"/>"
    )
    return lines + ["<rect class=\"frame\" \(size)/>", "</svg>"]
  }

  private func circle(_ point: PlanePoint, radius: Int, _ style: String) -> String {
    let (x, y) = (
      DecimalText.trimmed(point.x, decimals: 1), DecimalText.trimmed(point.y, decimals: 1)
    )
    return "<circle class=\"\(style)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
  }
}

extension Measure {
  /// The length of a scale bar: kilometres from one upwards, millimetres below a centimetre.
  fileprivate var scaleText: String {
    if value >= 999 { return "\(DecimalText.short((value / 1000))) km" }
    return value < 0.009
      ? "\(DecimalText.short(value * 1000)) mm"
      : value < 0.9 ? "\(DecimalText.short(value * 100)) cm" : "\(DecimalText.short(value)) m"
  }
}
