internal import MapGeometry

/// Features as a map of one scale draws them: arcs with no more points than can be seen.
///
/// No line or area crosses itself that did not before, no area collapses, and what neighbours share they
/// still share: an arc that would spoil one of its features is simplified less, for all of them.
struct SimplifiedLines: Sendable {
  /// How far a line may lie from where it belongs, in millimetres on paper.
  static let tolerance = 0.05
  /// How far from a corner `gxq:smooth` begins to cut it, in millimetres on paper.
  static let rounding = 1.0

  /// No shapes, for those who ask only what features are.
  static let none = SimplifiedLines(SharedArcs([]), denominator: 1)

  private let shapes: [String: SharedArcs.Shape]
  private var arcs: [[PlanePoint]]
  private let denominator: Double

  init(_ source: SharedArcs, denominator: Double) {
    shapes = source.shapes
    self.denominator = denominator
    let tolerance = Self.tolerance * denominator / 1000
    arcs = source.arcs.map { LineReduction.reduced($0, tolerance: tolerance) }
    restore(from: source, tolerance: tolerance)
  }

  /// Gives points back to arcs until every feature is as sound as it was.
  private mutating func restore(from source: SharedArcs, tolerance: Double) {
    var levels = Array(repeating: 0, count: arcs.count)
    var users: [[String]] = Array(repeating: [], count: arcs.count)
    var queue = shapes.keys.sorted()
    for id in queue {
      for piece in shapes[id]?.pieces ?? [] where users[piece.arc].last != id {
        users[piece.arc].append(id)
      }
    }
    var waiting = Set(queue)
    var head = 0
    while head < queue.count {
      let id = queue[head]
      head += 1
      waiting.remove(id)
      guard let shape = shapes[id] else { continue }
      let isChanged = shape.pieces.contains { arcs[$0.arc].count < source.arcs[$0.arc].count }
      guard isChanged else { continue }
      let spoilt = spoilt(of: shape).filter {
        levels[$0] < 2 && arcs[$0].count < source.arcs[$0].count
      }
      for arc in spoilt.sorted() {
        levels[arc] += 1
        arcs[arc] =
          levels[arc] == 1
          ? LineReduction.reduced(source.arcs[arc], tolerance: tolerance / 4) : source.arcs[arc]
        for user in users[arc] where waiting.insert(user).inserted { queue.append(user) }
      }
    }
  }

  /// The arcs that make a feature cross itself or collapse.
  private func spoilt(of shape: SharedArcs.Shape) -> Set<Int> {
    var result: Set<Int> = []
    for line in shape.lines { result.formUnion(crossing([line])) }
    for area in shape.areas {
      for ring in area where isCollapsed(ring) { result.formUnion(ring.map(\.arc)) }
      result.formUnion(crossing(area))
    }
    return result
  }

  private func isCollapsed(_ ring: [SharedArcs.Piece]) -> Bool {
    let points = points(of: ring)
    guard points.count > 3 else { return true }
    var area = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      area += (a.x - points[0].x) * (b.y - points[0].y) - (b.x - points[0].x) * (a.y - points[0].y)
    }
    return abs(area) < 1e-9
  }

  private func crossing(
    _ paths: [[SharedArcs.Piece]], rounded: [Int: [PlanePoint]] = [:]
  ) -> Set<Int> {
    let segments = paths.flatMap { path in
      path.flatMap { piece in
        let arc = rounded[piece.arc] ?? arcs[piece.arc]
        return zip(arc, arc.dropFirst()).map {
          Crossings.Piece(start: $0, end: $1, owner: piece.arc)
        }
      }
    }
    return Crossings.owners(among: segments)
  }

  /// The points of a line or ring.
  ///
  /// - Parameter rounded: Arcs that are drawn otherwise than they are kept.
  private func points(
    of path: [SharedArcs.Piece], rounded: [Int: [PlanePoint]] = [:]
  ) -> [PlanePoint] {
    var result: [PlanePoint] = []
    for piece in path {
      let points = rounded[piece.arc] ?? arcs[piece.arc]
      let run = piece.isReversed ? points.reversed() : points
      result += result.isEmpty ? run[...] : run.dropFirst()
    }
    return result
  }
}

extension SimplifiedLines {
  /// The arcs of a feature with their corners cut.
  ///
  /// Ends of arcs stay, so lines that meet go on meeting. Where cut corners would make the feature cross
  /// itself, the arcs that do are cut less, and in the end not at all.
  private func rounded(_ shape: SharedArcs.Shape) -> [Int: [PlanePoint]] {
    let paths = shape.lines + shape.areas.flatMap { $0 }
    let rings = Set(paths.filter { $0.count == 1 }.map { $0[0].arc })
    let reach = Self.rounding * denominator / 1000
    var result: [Int: [PlanePoint]] = [:]
    func cut(_ arc: Int, by limit: Double) {
      let points = arcs[arc]
      result[arc] = LineReduction.rounded(
        points, isRing: rings.contains(arc) && points[0] == points[points.count - 1], limit: limit)
    }
    for piece in paths.joined() { cut(piece.arc, by: reach) }
    let before = crossing(paths)
    for share in [0.5, 0.2, 0] {
      let spoilt = crossing(paths, rounded: result).subtracting(before)
      if spoilt.isEmpty { break }
      for arc in spoilt {
        if share > 0 { cut(arc, by: reach * share) } else { result[arc] = nil }
      }
    }
    return result
  }

  /// A feature on the sheet, cut off a little outside the frame; empty for one without a place.
  func shape(of id: String, on placement: MapPlacement, isSmooth: Bool = false) -> PaperShape {
    guard let shape = shapes[id] else { return PaperShape() }
    let window = placement.frame.grown(by: 3)
    let rounded = isSmooth ? rounded(shape) : [:]
    func paper(_ path: [SharedArcs.Piece]) -> [PaperPoint] {
      points(of: path, rounded: rounded).map(placement.paper)
    }
    var result = PaperShape()
    result.points = shape.points.map(placement.paper).filter { placement.frame.contains($0) }
    for line in shape.lines { result.lines += Clip.line(paper(line), to: window) }
    for area in shape.areas {
      let rings = area.map { Clip.ring(paper($0), to: window) }
      guard let exterior = rings.first, !exterior.isEmpty else { continue }
      result.areas.append([exterior] + rings.dropFirst().filter { !$0.isEmpty })
    }
    return result
  }
}
