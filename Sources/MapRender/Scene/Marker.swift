#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A small drawn symbol that stands at a point.
enum Marker: String, CaseIterable, Sendable {
  case circle, square, diamond, triangle, star, hexagon
  /// A circle within a circle.
  case target
  /// A bar across the end of a road.
  case deadEnd = "dead-end"
  /// A ring through which the road goes on.
  case opened
  /// Two abutments with a deck.
  case bridge
  case arrow
  /// A light arrow that shows which way water flows.
  case flow
  case lamp, tree
  /// A disc filled as far as the work has come.
  case progress
  case station

  /// How a marker is to be drawn; lengths in millimetres.
  struct Look: Hashable, Sendable {
    var radius: Double
    var fill: Ink
    var outline: Stroke?
    /// The direction of the line it stands on: degrees clockwise from rightward.
    var bearing = 0.0
    /// From 0 to 1 for ``Marker/progress``; `nil` when nothing is known.
    var share: Double?
  }

  /// The marker's drawing around a point.
  func items(at center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    switch self {
    case .circle:
      return [.circle(center, radius: r, fill: .ink(look.fill), stroke: look.outline, tag: nil)]
    case .square: return [polygon(center, look, sides: 4, from: 45, scale: 1.2)]
    case .diamond: return [polygon(center, look, sides: 4, from: 0, scale: 1.25)]
    case .triangle: return [polygon(center, look, sides: 3, from: -90, scale: 1.25)]
    case .hexagon: return [polygon(center, look, sides: 6, from: 0, scale: 1.1)]
    case .star: return [star(center, look)]
    case .target:
      return [
        .circle(
          center, radius: r, fill: .white, stroke: Stroke(ink: look.fill, width: r * 0.28), tag: nil
        ),
        .circle(center, radius: r * 0.5, fill: .ink(look.fill), stroke: nil, tag: nil),
      ]
    case .deadEnd: return deadEnd(center, look)
    case .opened:
      return [
        .circle(
          center, radius: r, fill: .white, stroke: Stroke(ink: look.fill, width: r * 0.5), tag: nil)
      ]
    case .bridge: return bridge(center, look)
    case .arrow: return [arrow(center, look, length: 2.4, width: 1.05)]
    case .flow: return [chevron(center, look)]
    case .lamp: return lamp(center, look)
    case .tree: return tree(center, look)
    case .progress: return progress(center, look)
    case .station:
      return [
        polygon(center, look, sides: 4, from: 45, scale: 1.3),
        .circle(center, radius: r * 0.42, fill: .white, stroke: nil, tag: nil),
      ]
    }
  }

  /// A point at a distance and angle from another, angles clockwise from rightward.
  private func point(_ center: PaperPoint, _ radius: Double, _ degrees: Double) -> PaperPoint {
    let radians = degrees * .pi / 180
    return center.moved(radius * cos(radians), radius * sin(radians))
  }

  private func polygon(
    _ center: PaperPoint, _ look: Look, sides: Int, from start: Double, scale: Double
  ) -> DrawItem {
    let ring = (0...sides).map {
      point(center, look.radius * scale, start + 360 * Double($0 % sides) / Double(sides))
    }
    return .area(ring, fill: .ink(look.fill), stroke: look.outline)
  }

  private func star(_ center: PaperPoint, _ look: Look) -> DrawItem {
    let ring = (0...10).map { (corner: Int) -> PaperPoint in
      let reach = corner.isMultiple(of: 2) ? 1.35 : 0.58
      return point(center, look.radius * reach, -90 + 36 * Double(corner % 10))
    }
    return .area(ring, fill: .ink(look.fill), stroke: look.outline)
  }

  private func deadEnd(_ center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    let bar = [
      point(center, r * 1.25, look.bearing + 90), point(center, r * 1.25, look.bearing - 90),
    ]
    let stem = [center, point(center, r * 1.5, look.bearing + 180)]
    return [
      .line(bar, Stroke(ink: .white, width: r * 1.05, cap: .square)),
      .line(stem, Stroke(ink: look.fill, width: r * 0.42)),
      .line(bar, Stroke(ink: look.fill, width: r * 0.62, cap: .butt)),
    ]
  }

  private func bridge(_ center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    func side(_ sign: Double) -> DrawItem {
      let middle = point(center, r * 0.8 * sign, look.bearing + 90)
      let a = point(middle, r, look.bearing)
      let b = point(middle, r, look.bearing + 180)
      let wing = sign > 0 ? 45.0 : -45.0
      return .line(
        [
          point(a, r * 0.6, look.bearing + wing), a, b,
          point(b, r * 0.6, look.bearing + 180 - wing),
        ], Stroke(ink: look.fill, width: max(0.3, r * 0.25)))
    }
    return [side(1), side(-1)]
  }

  private func arrow(
    _ center: PaperPoint, _ look: Look, length: Double, width: Double
  ) -> DrawItem {
    let r = look.radius
    let tip = point(center, r * length * 0.5, look.bearing)
    let tail = point(center, r * length * 0.5, look.bearing + 180)
    let notch = point(center, r * length * 0.22, look.bearing + 180)
    return .area(
      [
        tip, point(tail, r * width, look.bearing + 90), notch,
        point(tail, r * width, look.bearing - 90), tip,
      ], fill: .ink(look.fill), stroke: look.outline)
  }

  private func chevron(_ center: PaperPoint, _ look: Look) -> DrawItem {
    let r = look.radius
    let tip = point(center, r, look.bearing)
    return .line(
      [point(tip, r * 1.8, look.bearing + 150), tip, point(tip, r * 1.8, look.bearing - 150)],
      Stroke(ink: look.fill, width: r * 0.5, cap: .round))
  }

  private func lamp(_ center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    let rays = stride(from: 0.0, to: 360, by: 45).map {
      [point(center, r * 0.85, $0), point(center, r * 1.35, $0)]
    }
    return [
      .path(
        rays, isClosed: false, fill: nil, stroke: Stroke(ink: look.fill, width: r * 0.24), tag: nil),
      .circle(center, radius: r * 0.6, fill: .ink(look.fill), stroke: look.outline, tag: nil),
    ]
  }

  private func tree(_ center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    return [
      .line([center, center.moved(0, r * 1.25)], Stroke(ink: look.fill, width: r * 0.3)),
      .circle(
        center.moved(0, -r * 0.1), radius: r * 0.8, fill: .ink(look.fill), stroke: look.outline,
        tag: nil),
    ]
  }

  /// A disc of which `share` is filled clockwise from the top; a question mark's dash when unknown.
  private func progress(_ center: PaperPoint, _ look: Look) -> [DrawItem] {
    let r = look.radius
    let rim = Stroke(ink: look.fill, width: max(0.3, r * 0.2))
    var items: [DrawItem] = [.circle(center, radius: r, fill: .white, stroke: rim, tag: nil)]
    guard let share = look.share else {
      var dashed = rim
      dashed.dash = [r * 0.5, r * 0.4]
      return [
        .circle(center, radius: r, fill: .white, stroke: dashed, tag: nil),
        .text(
          TextRun(
            text: "?", at: center.moved(0, r * 0.55), size: r * 1.5, face: .sansBold,
            ink: look.fill,
            anchor: .middle), tag: nil),
      ]
    }
    if share >= 1 {
      items.append(.circle(center, radius: r * 0.78, fill: .ink(look.fill), stroke: nil, tag: nil))
    } else if share > 0 {
      let steps = max(2, Int(share * 32))
      var ring = [center]
      ring += (0...steps).map {
        point(center, r * 0.78, -90 + 360 * share * Double($0) / Double(steps))
      }
      items.append(.area(ring + [center], fill: .ink(look.fill)))
    }
    return items
  }
}
