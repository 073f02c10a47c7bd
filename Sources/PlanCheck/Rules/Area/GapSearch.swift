internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Looks for narrow ground between areas, in two ways.
///
/// Where no circle of the width fits between walls, there is a gap with an area: closed, or open like
/// an inlet or a wedge. Its width is that between walls which face each other. Where two areas only come near each other for a moment, circles on either side
/// reach into the strait between them, and the distance of their edges finds it.
struct GapSearch {
  struct Gap {
    /// The ground, or the shortest way across it.
    let place: PlaneGeometry
    /// The greatest width, in metres.
    let width: Double
    /// Whether it is narrower elsewhere.
    var isUneven = false
    /// Whether it opens into wider ground.
    let isOpen: Bool
    /// The places of the areas around it, in order.
    let owners: [Int]
  }

  private let areas: AreaSet
  private let task: RuleTask
  private let context: CheckContext
  private let united: PlaneGeometry
  private let walls: Walls
  private let facing: FacingWalls
  /// The shortest ways across the narrowest ground, sorted by length.
  private let ways: [Segment]
  private let wayIndex: BoxIndex
  private let tolerance: Double
  /// The width up to which ground is narrow, with what rounding may add.
  let width: Double

  /// A gap that opens into wider ground is longer than wide; other corners are part of the perimeter.
  private static let leastElongation = 2.0

  /// Prepares a search; `nil` where there is no area.
  init?(_ areas: AreaSet, _ task: RuleTask, _ context: CheckContext) throws {
    guard let united = try context.coverage(of: task.features).geometry else { return nil }
    self.areas = areas
    self.task = task
    self.context = context
    self.united = united
    tolerance = task.quantity("tolerance")
    width = task.quantity("max_width") + tolerance
    walls = Walls(united.polygons, tolerance: 0)
    facing = FacingWalls(walls: walls, limit: width)
    let prepared = try context.topology.prepared(united)
    ways = try walls.straits(upTo: width) { try !prepared.intersects(.point($0)) }
    wayIndex = BoxIndex(ways.map { Bounds($0.start, $0.end) })
  }

  // MARK: Where no circle fits

  /// The narrow ground that has an area, in a fixed order.
  func gaps() throws -> [Gap] {
    let boxes = facingBoxes()
    func joined(margin: Double) throws -> PlaneGeometry? {
      try context.topology.union(
        boxes.map { .polygon(try $0.insetBy(-margin * width).polygon()) })
    }
    // Circles that reach the window lie in the room, and walls that stand in their way beside it.
    guard !boxes.isEmpty, let window = try joined(margin: 2),
      let surroundings = try joined(margin: 4),
      let room = try context.topology.difference(surroundings, united),
      let ground = try context.topology.difference(window, united)
    else { return [] }
    let near = Set(boxes.flatMap { walls.places(in: $0.insetBy(-5 * width)) })
    return try context.topology.narrowParts(
      of: ground, in: room, between: walls, at: near.sorted(), width: width
    ).compactMap { try gap($0) }
  }

  private func gap(_ part: NarrowPart) throws -> Gap? {
    let owners = Set(
      part.wallEdges.flatMap { areas.places(near: $0.point(atShare: 0.5), within: reach) }
    ).sorted()
    // A notch of a single polygon is its own shape.
    guard part.mouths == 0 || owners.count > 1 else { return nil }
    let stretch = try across(part)
    guard let widths = try stretch.widths ?? closedWidth(of: part) else { return nil }
    // Each of two walls that face each other counts.
    let length = stretch.length / 2
    guard
      part.mouths == 0 || part.elongation >= Self.leastElongation
        || length >= Self.leastElongation * widths.upperBound,
      let counted = try context.aboveNoise(.polygon(part.polygon), for: task)
    else { return nil }
    // The corner beside a slit that is noise has an area, but is no gap.
    guard widths.upperBound > task.quantity("min_width"),
      part.mouths == 0 || stretch.length == 0
        || length * widths.upperBound > task.quantity("min_area")
    else {
      context.verified(belowNoiseFloor: 1)
      return nil
    }
    return Gap(
      place: counted, width: min(widths.upperBound, task.quantity("max_width")),
      isUneven: widths.lowerBound < 0.9 * widths.upperBound, isOpen: part.mouths > 0,
      owners: owners)
  }

  /// How wide a part is between walls that face each other, and at the ways that lead across it.
  private func across(_ part: NarrowPart) throws -> FacingWalls.Stretch {
    var stretch = facing.stretch(
      along: part.wallEdges, within: NarrowPart.grid, and: part.mouths > 0 ? width / 4 : 0)
    guard let box = part.polygon.bounds else { return stretch }
    for way in wayIndex.query(box).map({ ways[$0] }) {
      let middle = PlaneGeometry.point(way.point(atShare: 0.5))
      guard let away = try context.topology.distance(middle, .polygon(part.polygon)),
        away <= NarrowPart.grid
      else { continue }
      stretch.add(way.length)
    }
    return stretch
  }

  /// The largest circle in a closed part, where no walls face each other; `nil` for an open one.
  private func closedWidth(of part: NarrowPart) throws -> ClosedRange<Double>? {
    guard part.mouths == 0 else { return nil }
    let width = try context.topology.diameter(of: part.polygon)
    return width...width
  }

  /// How far a point of a wall may be from the area it belongs to: the union was rounded to a grid.
  private var reach: Double { tolerance + 0.001 }

  /// Boxes that hold all walls that face each other across narrow ground, as far as they do.
  private func facingBoxes() -> Set<Bounds<PlanePoint>> {
    var boxes: Set<Bounds<PlanePoint>> = []
    walls.forEachPair(within: width) { one, other, _ in
      let (a, b) = (walls.segments[one], walls.segments[other])
      guard a.faces(b), let along = a.stretch(within: width, of: b),
        let across = b.stretch(within: width, of: a)
      else { return }
      for (segment, share) in [(a, along), (b, across)] {
        boxes.formUnion(segment.boxes(along: share, length: 8 * width))
      }
    }
    return boxes
  }

  // MARK: Where edges come near

  /// The ways across the narrowest ground between areas that do not meet there, one for each set of
  /// areas, where no gap has been found.
  func straits(besides gaps: [Gap]) throws -> [Gap] {
    let index = BoxIndex(gaps.map(\.place.bounds))
    var seen: Set<[Int]> = []
    var found: [Gap] = []
    for link in ways {
      let sides = [link.start, link.end].map { Set(areas.places(near: $0, within: reach)) }
      guard sides[0].isDisjoint(with: sides[1]), !sides[0].isEmpty, !sides[1].isEmpty else {
        continue
      }
      let owners = sides[0].union(sides[1]).sorted()
      guard !seen.contains(owners), let line = try? Line([link.start, link.end]),
        try !index.query(Bounds(link.start, link.end), margin: width)
          .contains(where: { try leads(.line(line), owners, across: gaps[$0]) })
      else { continue }
      seen.insert(owners)
      if line.length > max(tolerance, task.quantity("min_width")) {
        let width = min(line.length, task.quantity("max_width"))
        found.append(Gap(place: .line(line), width: width, isOpen: true, owners: owners))
      } else if line.length > tolerance {
        context.verified(belowNoiseFloor: 1)
      }
    }
    return found
  }

  /// Whether a way between areas leads across a gap between them, or across its mouth.
  private func leads(_ way: PlaneGeometry, _ owners: [Int], across gap: Gap) throws -> Bool {
    guard Set(owners).isSubset(of: gap.owners) else { return false }
    return try context.topology.distance(way, gap.place).map { $0 <= width } ?? false
  }
}

extension Segment {
  /// Whether two walls look at each other across the ground on their right.
  fileprivate func faces(_ other: Segment) -> Bool {
    let (ax, ay) = (end.x - start.x, end.y - start.y)
    let (bx, by) = (other.end.x - other.start.x, other.end.y - other.start.y)
    guard ax * bx + ay * by < 0 else { return false }
    return other.reachesRight(of: self) && reachesRight(of: other)
  }

  private func reachesRight(of wall: Segment) -> Bool {
    let (dx, dy) = (wall.end.x - wall.start.x, wall.end.y - wall.start.y)
    func turn(to point: PlanePoint) -> Double {
      dx * (point.y - wall.start.y) - dy * (point.x - wall.start.x)
    }
    return turn(to: start) < 0 || turn(to: end) < 0
  }

  /// Boxes that together hold a stretch, each about pieces of a length at most.
  fileprivate func boxes(
    along share: ClosedRange<Double>, length: Double
  ) -> [Bounds<PlanePoint>] {
    let total = (share.upperBound - share.lowerBound) * start.distance(to: end)
    let count = max(1, Int((total / length).rounded(.up)))
    let points = (0...count).map { place in
      start.interpolated(
        to: end,
        at: share.lowerBound
          + (share.upperBound - share.lowerBound) * Double(place) / Double(count))
    }
    return zip(points, points.dropFirst()).map { Bounds($0, $1) }
  }
}

extension Bounds where P == PlanePoint {
  /// The box as an area.
  fileprivate func polygon() throws -> Polygon<PlanePoint> {
    Polygon(
      exterior: try Ring([
        minimum, PlanePoint(x: maximum.x, y: minimum.y), maximum,
        PlanePoint(x: minimum.x, y: maximum.y), minimum,
      ]))
  }
}
