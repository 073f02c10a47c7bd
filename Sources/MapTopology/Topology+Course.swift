import CGEOS
public import MapGeometry

extension Topology {
  /// The line that runs through the middle of a polygon from end to end: the course of a belt or river.
  ///
  /// It joins the middles of the short ways from side to side, and stays inside. Where it would turn into
  /// a corner of a blunt end, it stops. `nil` when the polygon has no middle, as a triangle.
  public func course(of polygon: Polygon<PlanePoint>) throws(TopologyError) -> Line<PlanePoint>? {
    guard let dense = try evenlyCut(polygon) else { return nil }
    let triangles = try unary("triangulation", .polygon(dense)) {
      GEOSConstrainedDelaunayTriangulation_r($0, $1)
    }
    return try? Line(ChordalAxis(triangles?.polygons ?? []).course)
  }

  /// The polygon with vertices added, so that many short ways lead from side to side.
  private func evenlyCut(_ polygon: Polygon<PlanePoint>) throws(TopologyError)
    -> Polygon<PlanePoint>?
  {
    let perimeter = polygon.perimeter
    guard perimeter > 0, polygon.area > 0 else { return nil }
    // A ribbon needs no more: its short ways are found whatever the spacing.
    let spacing = max(polygon.area / perimeter / 2, perimeter / 2000)
    func cut(_ ring: Ring<PlanePoint>) throws(GeometryError) -> Ring<PlanePoint> {
      var points: [PlanePoint] = []
      for (start, end) in zip(ring.points, ring.points.dropFirst()) where start != end {
        let pieces = max(1, Int((start.distance(to: end) / spacing).rounded(.up)))
        for piece in 0..<pieces {
          points.append(start.interpolated(to: end, at: Double(piece) / Double(pieces)))
        }
      }
      return try Ring(points + points.prefix(1))
    }
    do throws(GeometryError) {
      var holes: [Ring<PlanePoint>] = []
      for hole in polygon.holes { holes.append(try cut(hole)) }
      return Polygon(exterior: try cut(polygon.exterior), holes: holes)
    } catch {
      throw .geometry(error)
    }
  }
}

/// The middles of the edges that triangles share, joined through the triangles.
private struct ChordalAxis {
  /// An edge of a triangle, whichever way it runs.
  private struct Edge: Hashable {
    let first: PlanePoint
    let second: PlanePoint

    init(_ a: PlanePoint, _ b: PlanePoint) {
      (first, second) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }

    var middle: PlanePoint { first.interpolated(to: second, at: 0.5) }
  }

  private var points: [PlanePoint] = []
  private var neighbours: [[Int]] = []
  /// The half width where three arms meet, by node.
  private var widths: [Int: Double] = [:]

  init(_ triangles: [Polygon<PlanePoint>]) {
    let corners = triangles.map { Array($0.exterior.points.dropLast()) }
    var uses: [Edge: Int] = [:]
    for triangle in corners { for edge in Self.edges(of: triangle) { uses[edge, default: 0] += 1 } }
    var middles: [Edge: Int] = [:]
    for triangle in corners {
      let inner = Self.edges(of: triangle).filter { uses[$0] == 2 }
      let nodes = inner.map { edge -> Int in
        if let known = middles[edge] { return known }
        middles[edge] = points.count
        return add(edge.middle)
      }
      switch nodes.count {
      case 1:
        // The last triangle of an arm: on to its tip.
        if let tip = triangle.first(where: { $0 != inner[0].first && $0 != inner[0].second }) {
          join(nodes[0], add(tip))
        }
      case 2: join(nodes[0], nodes[1])
      case 3:
        let x = triangle.reduce(0) { $0 + $1.x } / 3
        let y = triangle.reduce(0) { $0 + $1.y } / 3
        let centre = add(PlanePoint(x: x, y: y))
        widths[centre] = triangle.map { $0.distance(to: points[centre]) }.max()
        for node in nodes { join(node, centre) }
      default: break
      }
    }
  }

  /// The longest way that there is without going back, and without its turns into the corners of blunt
  /// ends; with them where nothing else would be left.
  var course: [PlanePoint] {
    guard !points.isEmpty else { return [] }
    let path = farthest(from: farthest(from: 0).last ?? 0)
    let (start, end) = (bluntEnd(of: path), path.count - 1 - bluntEnd(of: path.reversed()))
    return (start < end ? path[start...end] : path[...]).map { points[$0] }
  }

  /// Where the middle begins: after the last fork that is no farther than the area is wide there.
  private func bluntEnd(of path: [Int]) -> Int {
    var (gone, place) = (0.0, 0)
    for index in path.indices.dropFirst() {
      gone += points[path[index - 1]].distance(to: points[path[index]])
      if let width = widths[path[index]], gone <= 2.2 * width { place = index + 1 }
    }
    return place
  }

  private static func edges(of triangle: [PlanePoint]) -> [Edge] {
    triangle.indices.map { Edge(triangle[$0], triangle[($0 + 1) % triangle.count]) }
  }

  private mutating func add(_ point: PlanePoint) -> Int {
    points.append(point)
    neighbours.append([])
    return points.count - 1
  }

  private mutating func join(_ a: Int, _ b: Int) {
    neighbours[a].append(b)
    neighbours[b].append(a)
  }

  /// The way from a node to the one farthest from it, about holes by the side with fewer steps.
  private func farthest(from start: Int) -> [Int] {
    var lengths: [Int: Double] = [start: 0]
    var origins: [Int: Int] = [:]
    var reached = [start]
    var place = 0
    while place < reached.count {
      let node = reached[place]
      place += 1
      for next in neighbours[node] where lengths[next] == nil {
        lengths[next] = (lengths[node] ?? 0) + points[node].distance(to: points[next])
        origins[next] = node
        reached.append(next)
      }
    }
    var way = [reached.max { (lengths[$0] ?? 0) < (lengths[$1] ?? 0) } ?? start]
    while let node = way.last, let origin = origins[node] { way.append(origin) }
    return way.reversed()
  }
}
