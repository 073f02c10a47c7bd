internal import MapGeometry

/// The lines and outlines of many features, cut where they part, so that what several share is there once.
///
/// An arc runs between places where lines end, meet or part; which way depends on its points only. Whatever
/// is done to an arc is done to all features that have it, so borders that fit go on fitting.
struct SharedArcs: Sendable {
  /// An arc as a line or outline uses it.
  struct Piece: Hashable, Sendable {
    let arc: Int
    let isReversed: Bool
  }

  /// A geometry whose lines and rings are lists of arcs.
  struct Shape: Hashable, Sendable {
    var points: [PlanePoint] = []
    var lines: [[Piece]] = []
    /// For each area its rings, the exterior first.
    var areas: [[[Piece]]] = []

    var pieces: [Piece] { lines.flatMap { $0 } + areas.flatMap { $0.flatMap { $0 } } }
  }

  /// Each arc from node to node; one that ends where it starts is a whole ring or a loop.
  private(set) var arcs: [[PlanePoint]] = []
  private(set) var shapes: [String: Shape] = [:]

  /// Cuts the geometries of features, by id.
  init(_ features: [(id: String, geometry: PlaneGeometry)]) {
    var builder = ArcBuilder()
    for feature in features { builder.read(feature.geometry) }
    for feature in features { shapes[feature.id] = builder.shape(of: feature.geometry) }
    arcs = builder.arcs
  }
}

/// Finds the vertices that features share, and the arcs between them.
private struct ArcBuilder {
  /// A place to the millimetre: vertices that are meant to be the same are.
  struct Place: Hashable {
    let x: Int
    let y: Int

    init(_ point: PlanePoint) {
      x = Int((point.x * 1000).rounded())
      y = Int((point.y * 1000).rounded())
    }
  }

  /// What lies on either side of a vertex the first time it was seen.
  private struct Sides {
    var low: Int
    var high: Int
    var isNode = false
  }

  private struct Key: Hashable {
    let first: Int
    let second: Int
    let last: Int
  }

  private(set) var arcs: [[PlanePoint]] = []
  private var numbers: [Place: Int] = [:]
  private var vertices: [PlanePoint] = []
  private var sides: [Sides?] = []
  private var known: [Key: Int] = [:]

  /// Notes what lies beside each vertex.
  mutating func read(_ geometry: PlaneGeometry) {
    for point in geometry.points { markNode(number(of: point)) }
    for line in geometry.lines {
      let path = path(line.points)
      guard path.count > 1 else { continue }
      markNode(path[0])
      markNode(path[path.count - 1])
      for index in path.indices.dropFirst().dropLast() {
        note(path[index], between: path[index - 1], and: path[index + 1])
      }
    }
    for ring in geometry.polygons.flatMap(\.rings) {
      let path = Array(path(ring.points).dropLast())
      for index in path.indices {
        note(
          path[index], between: path[(index + path.count - 1) % path.count],
          and: path[(index + 1) % path.count])
      }
    }
  }

  private mutating func number(of point: PlanePoint) -> Int {
    let place = Place(point)
    if let known = numbers[place] { return known }
    numbers[place] = vertices.count
    vertices.append(point)
    sides.append(nil)
    return vertices.count - 1
  }

  /// The numbers of the vertices, repeats left out.
  private mutating func path(_ points: [PlanePoint]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(points.count)
    for point in points {
      let number = number(of: point)
      if result.last != number { result.append(number) }
    }
    return result
  }

  private mutating func markNode(_ vertex: Int) {
    sides[vertex] = Sides(low: -1, high: -1, isNode: true)
  }

  private mutating func note(_ vertex: Int, between a: Int, and b: Int) {
    guard let sides = sides[vertex] else {
      self.sides[vertex] = Sides(low: min(a, b), high: max(a, b))
      return
    }
    if sides.low != min(a, b) || sides.high != max(a, b) { self.sides[vertex]?.isNode = true }
  }

  private func isNode(_ vertex: Int) -> Bool { sides[vertex]?.isNode ?? true }

  mutating func shape(of geometry: PlaneGeometry) -> SharedArcs.Shape {
    var shape = SharedArcs.Shape()
    shape.points = geometry.points
    for line in geometry.lines {
      let path = path(line.points)
      if path.count > 1 { shape.lines.append(pieces(of: path)) }
    }
    for polygon in geometry.polygons {
      let rings = polygon.rings.map { ring -> [SharedArcs.Piece] in
        let path = path(ring.points)
        return path.count > 3 ? pieces(of: begun(path)) : []
      }
      guard let exterior = rings.first, !exterior.isEmpty else { continue }
      shape.areas.append([exterior] + rings.dropFirst().filter { !$0.isEmpty })
    }
    return shape
  }

  /// A ring that begins at a node, or else where any ring of these points would.
  private func begun(_ ring: [Int]) -> [Int] {
    let open = ring.dropLast()
    let start =
      open.firstIndex(where: isNode)
      ?? open.indices.min { isBefore(open[$0], open[$1]) } ?? 0
    return Array(open[start...]) + Array(open[..<start]) + [open[start]]
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (vertices[a].x, vertices[a].y) < (vertices[b].x, vertices[b].y)
  }

  private mutating func pieces(of path: [Int]) -> [SharedArcs.Piece] {
    var result: [SharedArcs.Piece] = []
    var start = 0
    for index in path.indices.dropFirst()
    where isNode(path[index]) || index == path.count - 1 {
      result.append(piece(path[start...index]))
      start = index
    }
    return result
  }

  private mutating func piece(_ path: ArraySlice<Int>) -> SharedArcs.Piece {
    var run = Array(path)
    let count = run.count
    let isLoop = run[0] == run[count - 1]
    let isReversed =
      isLoop ? isBefore(run[count - 2], run[1]) : isBefore(run[count - 1], run[0])
    if isReversed { run.reverse() }
    let key = Key(first: run[0], second: run[1], last: run[count - 1])
    if let arc = known[key] { return SharedArcs.Piece(arc: arc, isReversed: isReversed) }
    known[key] = arcs.count
    arcs.append(run.map { vertices[$0] })
    return SharedArcs.Piece(arc: arcs.count - 1, isReversed: isReversed)
  }
}
