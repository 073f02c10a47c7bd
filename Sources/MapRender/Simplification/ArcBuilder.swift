internal import MapGeometry

/// Finds the vertices that features share, and the arcs between them.
///
/// In two steps: all lines and rings are read, which tells where they meet and part; then each is cut there.
struct ArcBuilder {
  private(set) var vertices: VertexTable
  private(set) var arcs = Runs<Int32>()
  private(set) var pieces = Runs<SharedArcs.Piece>()
  private(set) var paths = Runs<SharedArcs.PathKind>()
  private(set) var points = Runs<PlanePoint>()

  /// What lies on either side of a vertex the first time it was seen; less than 0 for a node.
  private struct Sides: BitwiseCopyable {
    var low: Int32
    /// Once an arc runs through the vertex, less than 0: -1 for the first arc, -2 for the next.
    var high: Int32

    var arc: Int32? { high < 0 ? -1 - high : nil }

    static let unseen = Sides(low: -2, high: -2)
    static let node = Sides(low: -1, high: -1)
  }

  private var sides: [Sides] = []
  /// The vertices of each line and ring as it is written, repeats left out.
  private var walks = Runs<Int32>()
  /// What the walks of each feature are.
  private var written = Runs<SharedArcs.PathKind>()
  /// The arcs of two vertices, through which nothing tells them.
  private var edges = NumberTable(capacity: 64)

  /// - Parameters:
  ///   - positions: How many positions are going to be read, about.
  ///   - features: How many features.
  init(positions: Int, features: Int) {
    vertices = VertexTable(expected: positions)
    walks.reserve(elements: positions, lists: features)
    written.reserve(elements: features, lists: features)
    points.reserve(elements: 0, lists: features)
    sides.reserveCapacity(positions * 2 / 3)
  }

  /// Reads a feature and notes what lies beside each vertex.
  mutating func read(_ geometry: PlaneGeometry) {
    switch geometry {
    // The usual ones without a list of one.
    case .line(let line): read(line.points, as: .line)
    case .polygon(let polygon): read(polygon)
    default:
      for point in geometry.points {
        points.append(point)
        let vertex = vertices.number(at: point)
        makeSides()
        sides[Int(vertex)] = .node
      }
      for line in geometry.lines { read(line.points, as: .line) }
      for polygon in geometry.polygons { read(polygon) }
    }
    points.close()
    written.close()
  }

  /// Makes room for what lies beside vertices that are new.
  private mutating func makeSides() {
    let count = vertices.points.count - sides.count
    sides.append(contentsOf: repeatElement(.unseen, count: count))
  }

  private mutating func read(_ polygon: Polygon<PlanePoint>) {
    read(polygon.exterior.points, as: .outline)
    for hole in polygon.holes { read(hole.points, as: .hole) }
  }

  private mutating func read(_ points: [PlanePoint], as kind: SharedArcs.PathKind) {
    let start = walks.elements.count
    vertices.find(points, into: &walks)
    makeSides()
    walks.close()
    written.append(kind)
    let end = walks.elements.count - 1
    guard end > start else { return }
    let first = walks.elements[start]
    var (before, vertex) = (walks.elements[end - 1], first)
    for place in start + 1...end {
      let next = walks.elements[place]
      // The first of a line has nothing before it.
      if place > start + 1 || kind != .line { note(vertex, between: before, and: next) }
      (before, vertex) = (vertex, next)
    }
    if kind == .line {
      sides[Int(first)] = .node
      sides[Int(vertex)] = .node
    }
  }

  private mutating func note(_ vertex: Int32, between a: Int32, and b: Int32) {
    let found = Sides(low: min(a, b), high: max(a, b))
    let before = sides[Int(vertex)]
    if before.low == Sides.unseen.low {
      sides[Int(vertex)] = found
    } else if before.low != found.low || before.high != found.high {
      sides[Int(vertex)] = .node
    }
  }

  private func isNode(_ vertex: Int32) -> Bool { sides[Int(vertex)].low < 0 }

  /// Cuts all that was read where it meets and parts.
  mutating func cut() {
    arcs.reserve(elements: walks.elements.count * 2 / 3, lists: walks.count * 3)
    pieces.reserve(elements: walks.count * 4, lists: walks.count)
    paths.reserve(elements: walks.count, lists: written.count)
    for feature in 0..<written.count {
      var isInside = false
      for walk in written.range(of: feature) {
        let kind = written.elements[walk]
        let range = walks.range(of: walk)
        // A ring of fewer than three places bounds nothing, and there are no holes in it.
        let isWhole = kind == .line ? range.count > 1 : range.count > 3
        if kind == .outline { isInside = isWhole }
        guard isWhole, kind != .hole || isInside else { continue }
        cut(range, isRing: kind != .line)
        paths.append(kind)
      }
      paths.close()
    }
    (walks, written, sides) = (Runs(), Runs(), [])
  }

  /// Cuts a line, or a ring from a node on, or else from where any ring of these vertices would begin.
  private mutating func cut(_ range: Range<Int>, isRing: Bool) {
    let count = range.count - 1
    var start = 0
    if isRing {
      let open = range.lowerBound..<range.upperBound - 1
      let first =
        open.first { isNode(walks.elements[$0]) }
        ?? open.min { isBefore(walks.elements[$0], walks.elements[$1]) }
      start = (first ?? range.lowerBound) - range.lowerBound
    }
    let walk = Walk(first: range.lowerBound, start: start, count: count)
    var from = 0
    for index in 1...count where index == count || isNode(walks.elements[walk[index]]) {
      let piece = piece(of: walk, from: from, to: index)
      pieces.append(piece)
      from = index
    }
    pieces.close()
  }

  /// The places of a ring's vertices, counted from where it is to begin; of a line from its first.
  private struct Walk {
    let first: Int
    let start: Int
    let count: Int

    subscript(index: Int) -> Int {
      let place = start + index
      return first + (place > count ? place - count : place)
    }
  }

  private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (a, b) = (vertices.points[Int(a)], vertices.points[Int(b)])
    return (a.x, a.y) < (b.x, b.y)
  }

  private mutating func piece(of walk: Walk, from: Int, to: Int) -> SharedArcs.Piece {
    let (first, second) = (walks.elements[walk[from]], walks.elements[walk[from + 1]])
    let (last, other) = (walks.elements[walk[to]], walks.elements[walk[to - 1]])
    let isReversed = first == last ? isBefore(other, second) : isBefore(last, first)
    if to - from == 1 {
      return SharedArcs.Piece(
        arc: edge(isReversed ? (last, first) : (first, last)), isReversed: isReversed)
    }
    // A vertex that is no node has one arc only.
    if let arc = sides[Int(second)].arc {
      return SharedArcs.Piece(arc: Int(arc), isReversed: isReversed)
    }
    let number = arcs.count
    for step in 0...to - from {
      arcs.append(walks.elements[walk[isReversed ? to - step : from + step]])
    }
    arcs.close()
    for step in from + 1..<to { sides[Int(walks.elements[walk[step]])].high = Int32(-1 - number) }
    return SharedArcs.Piece(arc: number, isReversed: isReversed)
  }

  /// The arc of two vertices.
  private mutating func edge(_ ends: (Int32, Int32)) -> Int {
    let new = Int32(arcs.count)
    let number = Self.edge(ends, orPut: new, in: &edges, of: arcs)
    if number == new {
      arcs.append(ends.0)
      arcs.append(ends.1)
      arcs.close()
    }
    return Int(number)
  }

  private static func edge(
    _ ends: (Int32, Int32), orPut new: Int32, in edges: inout NumberTable, of arcs: Runs<Int32>
  ) -> Int32 {
    func known(_ arc: Int32) -> (Int32, Int32) {
      let first = arcs.range(of: Int(arc)).lowerBound
      return (arcs.elements[first], arcs.elements[first + 1])
    }
    if !edges.hasRoom(for: 1) { edges = edges.enlarged { key(known($0)) } }
    return edges.number(key(ends), orPut: new) { known($0) == ends }
  }

  /// Vertices with numbers near each other mostly lie so.
  private static func key(_ ends: (Int32, Int32)) -> NumberTable.Key {
    let (first, last) = (UInt64(ends.0), UInt64(ends.1))
    return NumberTable.Key(region: (first >> 5, 0), own: (first, last))
  }
}
