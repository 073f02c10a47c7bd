/// A line, a ring or the points of a multi point: a run of positions in a geometry.
public struct VertexRun<P: Position>: Sendable {
  /// The positions; a ring ends where it starts.
  public let points: [P]
  /// Which part of a multi geometry the run belongs to.
  public let part: Int
  /// Which ring of a polygon it is: 0 is the outline, the others are holes.
  public let ring: Int
  /// The place of the first position among all positions of the geometry.
  public let first: Int
  /// Whether the run bounds an area.
  public let isRing: Bool
}

extension Geometry {
  /// Calls `body` with the positions of each run, in the order of the coordinates array.
  @inlinable
  public func forEachRun(_ body: ([P]) -> Void) {
    switch self {
    case .point(let point): body([point])
    case .multiPoint(let points): body(points)
    case .line(let line): body(line.points)
    case .multiLine(let lines): for line in lines { body(line.points) }
    case .polygon(let polygon): polygon.forEachRun(body)
    case .multiPolygon(let polygons): for polygon in polygons { polygon.forEachRun(body) }
    case .collection(let parts): for part in parts { part.forEachRun(body) }
    }
  }

  /// The runs of positions in the order of the coordinates array; a point is a run of one.
  public var vertexRuns: [VertexRun<P>] {
    var runs: [VertexRun<P>] = []
    var first = 0
    var part = 0
    func add(_ points: [P], ring: Int = 0, isRing: Bool = false) {
      runs.append(
        VertexRun(points: points, part: part, ring: ring, first: first, isRing: isRing))
      first += points.count
    }
    func addParts(of geometry: Geometry) {
      switch geometry {
      case .point(let point): add([point])
      case .multiPoint(let points):
        for point in points {
          add([point])
          part += 1
        }
        return
      case .line(let line): add(line.points)
      case .multiLine(let lines):
        for line in lines { addParts(of: .line(line)) }
        return
      case .polygon(let polygon):
        for (index, ring) in polygon.rings.enumerated() {
          add(ring.points, ring: index, isRing: true)
        }
      case .multiPolygon(let polygons):
        for polygon in polygons { addParts(of: .polygon(polygon)) }
        return
      case .collection(let parts):
        for part in parts { addParts(of: part) }
        return
      }
      part += 1
    }
    addParts(of: self)
    return runs
  }

  /// Where a position stands, counted among all positions of the geometry.
  public func path(ofVertex index: Int) -> (part: Int, ring: Int, vertex: Int)? {
    vertexRuns.last { $0.first <= index }.flatMap { run in
      index >= 0 && index - run.first < run.points.count
        ? (run.part, run.ring, index - run.first) : nil
    }
  }

  /// Whether the geometry is made of points, of lines or of areas; `nil` for a mixed or empty one.
  @inlinable
  public var family: GeometryFamily? {
    switch self {
    case .point, .multiPoint: return .point
    case .line, .multiLine: return .line
    case .polygon, .multiPolygon: return .area
    case .collection(let parts):
      let families = Set(parts.map(\.family))
      return families.count == 1 ? families.first.flatMap { $0 } : nil
    }
  }
}

extension Polygon {
  @inlinable
  func forEachRun(_ body: ([P]) -> Void) {
    body(exterior.points)
    for hole in holes { body(hole.points) }
  }
}

/// What a geometry is made of.
public enum GeometryFamily: String, Hashable, Sendable, CaseIterable {
  case point, line, area
}
