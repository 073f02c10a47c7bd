/// How far each pixel of an icon lies from the edge of what is drawn, as web maps keep shapes that they
/// colour and scale themselves.
struct SignedDistance {
  /// The distance in pixels that the scale from 0 to 255 spans.
  static let reach = 8.0
  /// The share of the scale that lies outside the edge.
  static let outside = 0.75

  /// Draws a shape and takes what was drawn there before for gone where `isErased`.
  fileprivate struct Part {
    let lines: [[PaperPoint]]
    /// Whether the lines bound an area.
    let isArea: Bool
    /// Half the width of the stroke, or of the circle.
    let half: Double
    let isErased: Bool
  }

  private var parts: [Part] = []

  /// - Parameter items: Shapes of one ink; what is drawn in the ink of paper is a hole in those below.
  init(_ items: [DrawItem]) { for item in items { add(item) } }

  /// Areas that add up, each by the even-odd rule over its rings.
  init(areas: [[[PaperPoint]]]) {
    parts = areas.map { Part(lines: $0, isArea: true, half: 0, isErased: false) }
  }

  private mutating func add(_ item: DrawItem) {
    switch item {
    case .path(let lines, let isClosed, let fill, let stroke, _):
      if let fill, isClosed { add(lines, isArea: true, half: 0, isHole(fill)) }
      if let stroke {
        add(lines, isArea: false, half: stroke.width / 2, stroke.ink.role == .paper)
      }
    case .circle(let center, let radius, let fill, let stroke, _):
      if let fill { add([[center]], isArea: false, half: radius, isHole(fill)) }
      if let stroke {
        let ring = (0...48).map { step in
          center.around(radius, turn: Double(step % 48) / 48)
        }
        add([ring], isArea: false, half: stroke.width / 2, stroke.ink.role == .paper)
      }
    case .group(let group): for item in group.items { add(item) }
    case .text, .label, .halo, .symbol: break
    }
  }

  private mutating func add(_ lines: [[PaperPoint]], isArea: Bool, half: Double, _ isErased: Bool) {
    parts.append(Part(lines: lines, isArea: isArea, half: half, isErased: isErased))
  }

  private func isHole(_ paint: Paint) -> Bool {
    if case .ink(let ink) = paint { ink.role == .paper } else { false }
  }

  /// A square of bytes, row by row, the shape's origin in its middle.
  ///
  /// - Parameter scale: How many pixels a unit of the shape has.
  func bytes(side: Int, scale: Double) -> [UInt8] {
    let half = Double(side) / 2
    return bytes(
      width: side, height: side, scale: scale,
      origin: PaperPoint(x: -half / scale, y: -half / scale))
  }

  /// - Parameter origin: The place of the top left corner.
  func bytes(width: Int, height: Int, scale: Double, origin: PaperPoint) -> [UInt8] {
    (0..<width * height).map { index in
      let place = origin.moved(
        (Double(index % width) + 0.5) / scale, (Double(index / width) + 0.5) / scale)
      let distance = distance(at: place) * scale
      let value = 255 * (Self.outside - distance / Self.reach)
      return UInt8(max(0, min(255, value.rounded())))
    }
  }

  /// Negative inside.
  private func distance(at place: PaperPoint) -> Double {
    var result = 1e6
    for part in parts {
      let own = part.distance(at: place)
      result = part.isErased ? max(result, -own) : min(result, own)
    }
    return result
  }
}

extension SignedDistance.Part {
  fileprivate func distance(at place: PaperPoint) -> Double {
    var least = 1e12
    var isInside = false
    for line in lines {
      if line.count == 1 { least = min(least, line[0].squaredDistance(to: place)) }
      for (a, b) in zip(line, line.dropFirst()) {
        least = min(least, place.squaredDistance(toEdge: a, b))
        if isArea, (a.y > place.y) != (b.y > place.y),
          a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) > place.x
        {
          isInside.toggle()
        }
      }
    }
    let distance = least.squareRoot()
    return isArea ? (isInside ? -distance : distance) : distance - half
  }
}

extension PaperPoint {
  fileprivate func squaredDistance(to other: PaperPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }

  fileprivate func squaredDistance(toEdge a: PaperPoint, _ b: PaperPoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return squaredDistance(to: a) }
    let share = max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
    return squaredDistance(to: PaperPoint(x: a.x + share * dx, y: a.y + share * dy))
  }
}
