public import MapGeometry
internal import Workforce

// The holes of what areas cover together, without uniting them all.
//
// Areas that are not surely apart are united, group by group. After that whatever still meets does so in
// shared vertices, and edges that two walk back and forth cancel; uniting moves none of these vertices,
// because nothing of a group comes near an edge that one of its areas shares with an area outside the
// group. What is left bounds the ground that is covered, and each of its clockwise rings is a gap.
extension AreaContacts {
  /// The gaps, islands in them taken off, ordered by place.
  ///
  /// - Parameters:
  ///   - shapes: The areas that the contacts were made of.
  ///   - grid: The spacing results are rounded to, in metres; gaps much narrower than that are none.
  public func gaps(among shapes: [PlaneGeometry], grid: Double = 0.001) throws(TopologyError)
    -> [PlaneGeometry]
  {
    var tracer = OutlineTracer(try outlineEdges(of: shapes))
    return try Self.gaps(in: tracer.rings(), grid: grid)
  }

  /// The edges that bound the ground which the areas cover together.
  private func outlineEdges(of shapes: [PlaneGeometry]) throws(TopologyError) -> [OpenEdges.Edge] {
    var open = OpenEdges()
    let groups = groups(of: shapes.count)
    var isGrouped = [Bool](repeating: false, count: shapes.count)
    for place in groups.lazy.flatMap({ $0 }) { isGrouped[place] = true }
    let united = Workers.map(groups.count, by: 1) { Self.united(groups[$0.lowerBound], shapes) }
    // A group comes where its first area stands: near its neighbours, whose edges then cancel soon.
    var next = 0
    for place in shapes.indices {
      if !isGrouped[place] {
        open.walk(outlines[place])
      } else if next < groups.count, groups[next][0] == place {
        if let ground = try united[next].get() { open.walk(AreaOutline(ground)) }
        next += 1
      }
    }
    return open.take()
  }

  private static func united(
    _ group: [Int], _ shapes: [PlaneGeometry]
  ) -> Result<PlaneGeometry?, TopologyError> {
    Result { () throws(TopologyError) in try Topology().union(group.map { shapes[$0] }, grid: 0) }
  }

  /// The areas that hang together by unclear pairs, in order; areas in none are in no group.
  private func groups(of count: Int) -> [[Int]] {
    var parent = Array(0..<count)
    func root(_ place: Int) -> Int {
      var place = place
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }
    for pair in unclear {
      let (one, other) = (root(pair.first), root(pair.second))
      parent[max(one, other)] = min(one, other)
    }
    var groups: [Int: [Int]] = [:]
    for place in 0..<count where root(place) != place {
      groups[root(place), default: []].append(place)
    }
    return groups.keys.sorted().map { [$0] + (groups[$0] ?? []) }
  }

  private static func gaps(
    in rings: [Ring<PlanePoint>], grid: Double
  ) throws(TopologyError) -> [PlaneGeometry] {
    let areas = rings.map(\.signedArea)
    // Nothing of the others is left on the grid.
    let holes = rings.indices.filter {
      areas[$0] < 0 && -2 * areas[$0] > rings[$0].perimeter * grid / 10
    }
    let islands = rings.indices.filter { areas[$0] > 0 }
    let index = BoxIndex(islands.map { Bounds(rings[$0].points) })
    let pieces = Workers.map(holes.count, by: 64) { range in
      let topology = Topology()
      return Result { () throws(TopologyError) in
        var gaps: [PlaneGeometry] = []
        for place in range {
          let hole = rings[holes[place]].reversed
          var gap = try topology.area(in: hole, grid: grid)
          for island in index.query(Bounds(hole.points) ?? Bounds(hole.points[0], hole.points[0])) {
            let ring = rings[islands[island]]
            guard let some = gap, hole.contains(ring.points[0]),
              let ground = try topology.area(in: ring, grid: grid)
            else { continue }
            gap = try topology.difference(some, ground, grid: grid)
          }
          if let gap { gaps.append(gap) }
        }
        return gaps
      }
    }
    var gaps: [PlaneGeometry] = []
    for piece in pieces { gaps += try piece.get() }
    return gaps
  }
}

extension Topology {
  /// What a ring encloses that may touch itself in vertices.
  fileprivate func area(in ring: Ring<PlanePoint>, grid: Double) throws(TopologyError)
    -> PlaneGeometry?
  {
    let polygon = Polygon(exterior: ring)
    guard polygon.isSurelyValid else {
      return try repaired(.polygon(polygon)).flatMap { (area) throws(TopologyError) in
        try union([area], grid: grid)
      }
    }
    return try union([.polygon(polygon)], grid: grid)
  }
}
