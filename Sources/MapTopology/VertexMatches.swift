public import MapGeometry
internal import Workforce

/// Which of many areas have a vertex where another has an edge without one, found on all cores.
///
/// Most neighbours have the same vertices along their border, which is seen pair by pair without an index of
/// all their edges.
public struct VertexMatches: Sendable {
  /// How many pairs of areas have a vertex of one near the outline of the other.
  public let pairCount: Int
  /// The places of the areas of such pairs where a vertex may be missing, ascending.
  public let unmatched: [Int]

  /// Holds each area against its neighbours.
  ///
  /// - Parameters:
  ///   - shapes: Areas, be they valid or not.
  ///   - isBent: Whether the area at a place has points that are no vertices, of which nothing is said here.
  ///   - tolerance: How near is the same, in metres.
  public init(
    among shapes: [PlaneGeometry], isBent: @Sendable (Int) -> Bool, within tolerance: Double
  ) {
    let outlines = Workers.each(shapes.count, by: 1024) { AreaOutline(shapes[$0]) }
    let index = BoxIndex(shapes.map(\.bounds))
    let pieces = Workers.map(shapes.count, by: 256) { items in
      var (count, unmatched) = (0, [Int]())
      var room = Contact.Room()
      index.forEachPair(of: items, margin: tolerance) { first, second in
        switch outlines[first].match(with: outlines[second], within: tolerance, in: &room) {
        case .apart: return
        case .matched:
          count += 1
          guard isBent(first) || isBent(second) else { return }
        case .unmatched: count += 1
        }
        unmatched += [first, second]
      }
      return (count, unmatched)
    }
    pairCount = pieces.reduce(0) { $0 + $1.0 }
    unmatched = Set(pieces.flatMap(\.1)).sorted()
  }
}

/// How the vertices of two areas lie to each other's outlines.
private enum VertexMatch: Int, Comparable {
  /// No vertex of one comes near the outline of the other.
  case apart
  /// Where one comes near an edge, that edge has a vertex as well.
  case matched
  /// One comes near an edge that has none there.
  case unmatched

  @inline(__always)
  static func < (one: VertexMatch, other: VertexMatch) -> Bool { one.rawValue < other.rawValue }
}

extension AreaOutline {
  fileprivate func match(
    with other: AreaOutline, within tolerance: Double, in room: inout Contact.Room
  ) -> VertexMatch {
    var match = VertexMatch.apart
    _ = allParts { part in
      other.allParts {
        switch Contact.match(part, $0, within: tolerance, in: &room) {
        case .apart: return true
        case .matched:
          match = .matched
          return true
        case .unmatched:
          match = .unmatched
          return false
        }
      }
    }
    return match
  }
}

extension Contact {
  fileprivate static func match(
    _ one: AreaOutline.Part, _ other: AreaOutline.Part, within tolerance: Double,
    in room: inout Room
  ) -> VertexMatch {
    let (box, foreign) = (one.box.grown(by: tolerance), other.box.grown(by: tolerance))
    guard box.touches(other.box) else { return .apart }
    let window = box.intersection(foreign)
    collect(of: one, in: window, into: &room.own)
    collect(of: other, in: window, into: &room.foreign)
    var match = VertexMatch.apart
    for edge in room.own {
      let reach = edge.box.grown(by: tolerance)
      for facing in room.foreign where reach.touches(facing.box) {
        let found = max(
          place(of: edge.a, on: facing, within: tolerance),
          place(of: edge.b, on: facing, within: tolerance),
          place(of: facing.a, on: edge, within: tolerance),
          place(of: facing.b, on: edge, within: tolerance))
        if found == .unmatched { return .unmatched }
        match = max(match, found)
      }
    }
    return match
  }

  @inline(__always)
  private static func place(of point: PlanePoint, on edge: Edge, within tolerance: Double)
    -> VertexMatch
  {
    if point.distance(to: edge.a) <= tolerance || point.distance(to: edge.b) <= tolerance {
      return .matched
    }
    return Segment(edge.a, edge.b).distance(to: point) <= tolerance ? .unmatched : .apart
  }
}
