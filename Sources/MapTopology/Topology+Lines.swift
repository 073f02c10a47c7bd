import CGEOS
public import MapGeometry

extension Topology {
  /// Where a line meets itself: crosses, touches, or begins and ends to run on itself.
  ///
  /// A line that only ends where it starts meets itself nowhere. Sorted by x, then y.
  public func selfIntersections(of line: Line<PlanePoint>) throws(TopologyError) -> [PlanePoint] {
    guard try !isSimple(.line(line)) else { return [] }
    var ends: [PlanePoint: Int] = [:]
    for piece in try union([.line(line)], grid: 0)?.lines ?? [] {
      ends[piece.start, default: 0] += 1
      ends[piece.end, default: 0] += 1
    }
    // A vertex where the line turns back on itself keeps one piece only.
    return ends.filter { $0.value > 2 }.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  /// The stretches that a line runs along more than once, joined and sorted.
  ///
  /// - Parameter grid: The spacing results are rounded to, in metres; pieces that run nearer than
  ///   this count as one.
  public func selfOverlaps(of line: Line<PlanePoint>, grid: Double = 0.001) throws(TopologyError)
    -> [Line<PlanePoint>]
  {
    let segments = line.segments
    let boxes = segments.map { Bounds($0.start, $0.end) }
    var shared: [PlaneGeometry] = []
    try BoxIndex(boxes).forEachPair(margin: grid) { (one, other) throws(TopologyError) in
      guard segments[one].mayRunAlong(segments[other], within: grid) else { return }
      let meeting = try intersection(
        .line(try segments[one].line()), .line(try segments[other].line()), grid: grid)
      shared += (meeting?.lines ?? []).map { .line($0) }
    }
    return try mergedLines(union(shared, grid: grid)?.lines ?? [])
  }

  /// The areas that lines enclose, sorted; the lines are cut where they meet first.
  ///
  /// - Parameter grid: The spacing crossings are rounded to, in metres; `0` keeps full precision.
  public func polygonize(_ lines: [Line<PlanePoint>], grid: Double = 0.001) throws(TopologyError)
    -> [Polygon<PlanePoint>]
  {
    guard let noded = try union(lines.map { .line($0) }, grid: grid) else { return [] }
    return try unary("polygonize", noded) { context, geometry in
      var parts = [geometry]
      return GEOSPolygonize_r(context, &parts, 1)
    }?.polygons ?? []
  }

  /// The lines joined end to end wherever exactly two meet.
  ///
  /// - Parameter directed: Whether only lines that run the same way are joined; each result then
  ///   runs as they do.
  public func mergedLines(_ lines: [Line<PlanePoint>], directed: Bool = false)
    throws(TopologyError) -> [Line<PlanePoint>]
  {
    let handle = try session.handle(of: PlaneGeometry.multiLine(lines))
    let function = directed ? GEOSLineMergeDirected_r : GEOSLineMerge_r
    let result = try session.adopt(
      function(session.context, handle.borrowed), from: "merge lines")
    if !directed { try result.normalize() }
    return try session.geometry(at: result.borrowed)?.lines ?? []
  }

  /// What the polygons leave uncovered inside their union, one geometry for each gap, sorted.
  ///
  /// The ground around them is no gap. A gap holds no island: polygons that lie in it are taken off.
  /// - Parameter grid: The spacing results are rounded to, in metres; narrower gaps close.
  public func holesOfUnion(_ polygons: [Polygon<PlanePoint>], grid: Double = 0.001)
    throws(TopologyError) -> [PlaneGeometry]
  {
    try holes(of: union(polygons.map { .polygon($0) }, grid: grid)?.polygons ?? [], grid: grid)
  }

  /// What polygons that do not overlap enclose without covering it, one geometry for each gap, sorted.
  ///
  /// Takes what ``union(_:grid:)`` gives, so that a union can be used more than once.
  public func holes(of united: [Polygon<PlanePoint>], grid: Double = 0.001) throws(TopologyError)
    -> [PlaneGeometry]
  {
    var gaps: [PlaneGeometry] = []
    for polygon in united {
      for hole in polygon.holes {
        var gap: PlaneGeometry? = .polygon(Polygon(exterior: hole.reversed))
        let reach = Bounds(hole.points)
        for island in united where island != polygon {
          guard let open = gap, let reach, let box = Bounds(island.exterior.points),
            reach.touches(box)
          else { continue }
          gap = try difference(open, .polygon(island), grid: grid)
        }
        if let gap { gaps.append(gap) }
      }
    }
    return gaps
  }
}

extension Segment {
  /// Whether the two are nearly parallel: an end of one lies near the other's carrier.
  fileprivate func mayRunAlong(_ other: Segment, within grid: Double) -> Bool {
    let reach = 2 * grid
    let near =
      [distance(to: other.start), distance(to: other.end)] + [
        other.distance(to: start), other.distance(to: end),
      ]
    return near.filter { $0 <= reach }.count >= 2
  }

  fileprivate func line() throws(TopologyError) -> Line<PlanePoint> {
    do throws(GeometryError) { return try Line([start, end]) } catch { throw .geometry(error) }
  }
}
