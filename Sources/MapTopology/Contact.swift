import MapGeometry

/// How the outlines of two areas touch.
///
/// Two areas are apart when their outlines meet in vertices that both have and nowhere else, when their
/// insides lie on different sides there, and when no ring that meets nothing lies inside the other.
enum Contact {
  /// One edge of an area, by its ring and the place of its first point.
  struct Edge {
    let ring: Int
    let start: Int
    let a: PlanePoint
    let b: PlanePoint
    let box: Box
  }

  /// The edges of two areas that are held against each other, kept from pair to pair.
  struct Room {
    var own: [Edge] = []
    var foreign: [Edge] = []
  }

  static func isSurelyApart(
    _ one: AreaOutline.Part, _ other: AreaOutline.Part, in room: inout Room
  ) -> Bool {
    let window = one.box.intersection(other.box)
    collect(of: one, in: window, into: &room.own)
    collect(of: other, in: window, into: &room.foreign)
    var touched = (UInt64(0), UInt64(0))  // rings that meet the other area, a bit each
    guard one.ringCount <= 64, other.ringCount <= 64 else { return false }
    for edge in room.own {
      for facing in room.foreign where edge.box.touches(facing.box) {
        switch meeting(edge, facing) {
        case .none: continue
        case .unclear: return false
        case .vertex:
          touched.0 |= 1 << UInt64(edge.ring)
          touched.1 |= 1 << UInt64(facing.ring)
        case .start:
          touched.0 |= 1 << UInt64(edge.ring)
          touched.1 |= 1 << UInt64(facing.ring)
          guard
            Wedge(one, edge.ring, edge.start).isSurelyApart(
              from: Wedge(other, facing.ring, facing.start))
          else { return false }
        }
      }
    }
    return areOutside(one, of: other, touched: touched.0)
      && areOutside(other, of: one, touched: touched.1)
  }

  /// Collects the edges of an area that may come into a window.
  static func collect(
    of part: AreaOutline.Part, in window: Box, into found: inout [Edge]
  ) {
    found.removeAll(keepingCapacity: true)
    for number in 0..<part.ringCount {
      let ring = part[ring: number]
      guard ring.box.touches(window) else { continue }
      ring.points.withUnsafeBufferPointer { points in
        for place in 0..<ring.chunkCount where ring.box(ofChunk: place).touches(window) {
          let start = place * AreaOutline.chunk
          for index in start..<min(start + AreaOutline.chunk, points.count - 1) {
            let (a, b) = (points[index], points[index + 1])
            let box = Box(a, b)
            if box.touches(window) {
              found.append(Edge(ring: number, start: index, a: a, b: b, box: box))
            }
          }
        }
      }
    }
  }

  private enum Meeting {
    /// No common point.
    case none
    /// A common end, which is not the first point of both.
    case vertex
    /// The first points are one.
    case start
    /// Something else, or rounding could decide.
    case unclear
  }

  @inline(__always)
  private static func meeting(_ e: Edge, _ f: Edge) -> Meeting {
    if e.a == f.a {
      // One stretch walked the same way has both insides on one side.
      return e.b != f.b && Turn.surelyParts(at: e.a, e.b, f.b) ? .start : .unclear
    }
    if e.b == f.b { return Turn.surelyParts(at: e.b, e.a, f.a) ? .vertex : .unclear }
    if e.a == f.b { return e.b == f.a || Turn.surelyParts(at: e.a, e.b, f.a) ? .vertex : .unclear }
    if e.b == f.a { return Turn.surelyParts(at: e.b, e.a, f.b) ? .vertex : .unclear }
    guard let first = Turn(f.a, f.b, e.a), let second = Turn(f.a, f.b, e.b) else { return .unclear }
    if first == second, first != .straight { return .none }
    guard let third = Turn(e.a, e.b, f.a), let fourth = Turn(e.a, e.b, f.b) else { return .unclear }
    return third == fourth && third != .straight ? .none : .unclear
  }

  /// Whether the rings that meet nothing surely lie outside.
  private static func areOutside(
    _ part: AreaOutline.Part, of other: AreaOutline.Part, touched: UInt64
  ) -> Bool {
    for number in 0..<part.ringCount where touched & (1 << UInt64(number)) == 0 {
      let ring = part[ring: number]
      guard ring.box.touches(other.box) else { continue }
      guard let isInside = holds(other, ring.points[0]), !isInside else { return false }
    }
    return true
  }

  /// Whether a point that is on no outline lies inside; `nil` where rounding could decide.
  private static func holds(_ part: AreaOutline.Part, _ point: PlanePoint) -> Bool? {
    var isInside = false
    for number in 0..<part.ringCount {
      let ring = part[ring: number]
      guard ring.box.minY <= point.y, point.y <= ring.box.maxY else { continue }
      for place in 0..<ring.chunkCount {
        let chunk = ring.box(ofChunk: place)
        guard chunk.minY <= point.y, point.y <= chunk.maxY, chunk.maxX >= point.x else { continue }
        let start = place * AreaOutline.chunk
        for index in start..<min(start + AreaOutline.chunk, ring.points.count - 1) {
          let (a, b) = (ring.points[index], ring.points[index + 1])
          guard (a.y > point.y) != (b.y > point.y) else { continue }
          guard let turn = a.y > b.y ? Turn(b, a, point) : Turn(a, b, point), turn != .straight
          else { return nil }
          if turn == .left { isInside.toggle() }
        }
      }
    }
    return isInside
  }
}

/// The inside of an area at one of its vertices: what is swept turning left from the way out to the way in.
private struct Wedge {
  let vertex: PlanePoint
  let next: PlanePoint
  let previous: PlanePoint

  init(_ part: AreaOutline.Part, _ ring: Int, _ start: Int) {
    let points = part[ring: ring].points
    vertex = points[start]
    next = points[start + 1]
    previous = points[start == 0 ? points.count - 2 : start - 1]
  }

  func isSurelyApart(from other: Wedge) -> Bool {
    !mayHold(other.next) && !mayHold(other.previous) && !other.mayHold(next)
      && !other.mayHold(previous)
  }

  /// Whether the way from the vertex to a point may lead into the wedge.
  private func mayHold(_ point: PlanePoint) -> Bool {
    if point == next || point == previous { return false }
    guard let opening = Turn(vertex, next, previous), let fromNext = Turn(vertex, next, point),
      let toPrevious = Turn(vertex, point, previous)
    else { return true }
    return switch opening {
    case .left: fromNext == .left && toPrevious == .left
    case .right: fromNext == .left || toPrevious == .left
    case .straight: fromNext == .left
    }
  }
}
