#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An area as its name sees it: where there is room, and which way it runs.
struct AreaShape {
  let rings: [[PaperPoint]]
  private let edges: AreaEdges
  let box: PaperBox
  /// The pole of inaccessibility.
  let pole: InnerPoints.Place
  /// The direction in which the area is longest, in radians clockwise from rightward.
  private let direction: Double
  /// The size across that direction, in millimetres.
  let breadth: Double

  init?(_ area: [[PaperPoint]]) {
    let rings = area.map(InnerPoints.thinned)
    let edges = AreaEdges(rings)
    guard let exterior = rings.first, let box = PaperBox(exterior),
      let pole = InnerPoints.pole(of: rings, edges)
    else { return nil }
    (self.rings, self.edges, self.box, self.pole) = (rings, edges, box, pole)
    direction = Self.direction(of: exterior)
    let (c, s) = (cos(direction), sin(direction))
    let across = exterior.map { $0.y * c - $0.x * s }
    breadth = (across.max() ?? 0) - (across.min() ?? 0)
  }

  /// The larger side of the box around the area.
  var extent: Double { max(box.width, box.height) }
  /// Whether the area is hardly more than a symbol.
  var isSmall: Bool { extent <= 20 }

  /// A grid of points inside with their distances from the outline, the pole among them.
  ///
  /// - Parameter count: How many there are to each side of the pole.
  func spots(_ count: Int) -> [(point: PaperPoint, clearance: Double)] {
    var result = [(point: pole.point, clearance: pole.clearance)]
    let step = 0.4 / Double(count)
    for row in -count...count {
      for column in -count...count where (row, column) != (0, 0) {
        let center = PaperPoint(
          x: pole.point.x + Double(column) * box.width * step,
          y: pole.point.y + Double(row) * box.height * step)
        let clearance = edges.signedDistance(from: center)
        if clearance > 0 { result.append((center, clearance)) }
      }
    }
    return result
  }

  /// Whether a box lies inside, away from outline and holes.
  func contains(_ box: PaperBox) -> Bool { !edges.touch(box) && edges.contains(box.center) }

  /// Whether a box lies outside; in a hole is outside, too.
  func isOutside(_ box: PaperBox) -> Bool {
    !box.overlaps(self.box) || !edges.touch(box) && !edges.contains(box.center)
  }

  /// A spot on the outline where a line may lead out.
  struct Gate {
    let edge: PaperPoint
    /// Of length one, outwards.
    let normal: PaperPoint
    /// A point just inside.
    let inside: PaperPoint
  }

  /// Spots on the outline, evenly taken, where a line may lead out.
  var gates: [Gate] {
    guard let exterior = rings.first else { return [] }
    let walk = LineWalk(exterior)
    let count = min(28, max(8, Int(walk.length / 5)))
    return (0..<count).compactMap { index in
      let distance = walk.length * (Double(index) + 0.5) / Double(count)
      let edge = walk.place(at: distance).point
      let turn = walk.direction(at: distance, over: 2) * .pi / 180
      let depth = min(1.5, pole.clearance * 0.8)
      for side in [1.0, -1] {
        let normal = PaperPoint(x: sin(turn) * side, y: -cos(turn) * side)
        let inside = edge.moved(-normal.x * depth, -normal.y * depth)
        let outside = edge.moved(normal.x * 0.3, normal.y * 0.3)
        if edges.contains(inside), !edges.contains(outside) {
          return Gate(edge: edge, normal: normal, inside: inside)
        }
      }
      return nil
    }
  }

  /// A calm line through the middle of the area along its length; `nil` where there is none.
  ///
  /// Sections across the long direction each give their widest part's middle, from the broadest outwards as
  /// far as they hang together.
  var axis: LineWalk? {
    let (c, s) = (cos(direction), sin(direction))
    // The area turned so that its long direction runs down: sections are then level.
    let turned = rings.map { ring in
      ring.map { PaperPoint(x: $0.y * c - $0.x * s, y: $0.x * c + $0.y * s) }
    }
    guard let exterior = turned.first, let box = PaperBox(exterior), box.height > 2 else {
      return nil
    }
    let levels = (0..<32).map { box.minY + box.height * (Double($0) + 0.5) / 32 }
    let sections = zip(levels, Self.spans(of: turned, at: levels, from: box)).map {
      (y: $0, spans: $1)
    }
    func widest(_ spans: [(Double, Double)]) -> (Double, Double)? {
      spans.max { $0.1 - $0.0 < $1.1 - $1.0 }
    }
    let widths = sections.map { widest($0.spans).map { $0.1 - $0.0 } ?? 0 }
    guard let start = widths.indices.max(by: { widths[$0] < widths[$1] }),
      let middle = widest(sections[start].spans)
    else { return nil }
    var chosen: [Int: (Double, Double)] = [start: middle]
    for way in [-1, 1] {
      var last = middle
      var index = start + way
      while sections.indices.contains(index) {
        let touching = sections[index].spans.filter { $0.0 < last.1 && $0.1 > last.0 }
        guard let next = widest(touching) else { break }
        chosen[index] = next
        last = next
        index += way
      }
    }
    let points = chosen.keys.sorted().map { index -> PaperPoint in
      let span = chosen[index] ?? middle
      let x = (span.0 + span.1) / 2
      let y = sections[index].y
      return PaperPoint(x: y * c - x * s, y: y * s + x * c)
    }
    let walk = LineWalk(points)
    guard walk.length > 2 else { return nil }
    return walk.smoothed(over: walk.length * 0.4)
  }

  /// Where level lines at even distances run inside an area.
  private static func spans(
    of rings: [[PaperPoint]], at levels: [Double], from box: PaperBox
  ) -> [[(Double, Double)]] {
    var crossings = [[Double]](repeating: [], count: levels.count)
    let pitch = Double(levels.count) / box.height
    for ring in rings {
      var index = 1
      while index < ring.count {
        let (a, b) = (ring[index - 1], ring[index])
        index += 1
        let (low, high) = a.y < b.y ? (a.y, b.y) : (b.y, a.y)
        // The levels from one above the edge to one below it.
        let first = max(0, Int((low - box.minY) * pitch) - 1)
        let last = min(levels.count - 1, Int((high - box.minY) * pitch) + 1)
        guard first <= last else { continue }
        for level in first...last {
          let y = levels[level]
          guard (a.y > y) != (b.y > y) else { continue }
          crossings[level].append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        }
      }
    }
    return crossings.map(ObstacleGrid.spans(between:))
  }

  /// The direction of the longer principal axis of the ring's area.
  private static func direction(of ring: [PaperPoint]) -> Double {
    guard let origin = ring.first else { return 0 }
    var (area, mx, my, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for (p, q) in zip(ring, ring.dropFirst()) {
      let (ax, ay, bx, by) = (p.x - origin.x, p.y - origin.y, q.x - origin.x, q.y - origin.y)
      let cross = ax * by - bx * ay
      area += cross / 2
      mx += (ax + bx) * cross / 6
      my += (ay + by) * cross / 6
      xx += (ax * ax + ax * bx + bx * bx) * cross / 12
      yy += (ay * ay + ay * by + by * by) * cross / 12
      xy += (ax * by + 2 * ax * ay + 2 * bx * by + bx * ay) * cross / 24
    }
    guard area != 0 else { return 0 }
    let (cx, cy) = (mx / area, my / area)
    return atan2(2 * (xy / area - cx * cy), xx / area - cx * cx - yy / area + cy * cy) / 2
  }
}
