internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Walks from the free end of a line back to the first place where other lines lead off.
struct TailWalk {
  /// The way from a free end to the first crossing.
  struct Tail {
    let length: Double
    /// From the end to the crossing.
    let points: [PlanePoint]
    /// A part that the way meets there.
    let other: Int
  }

  private let set: LineSet
  private var tolerance: Double { self.set.tolerance }

  init(_ set: LineSet) { self.set = set }

  /// The way from an end to the first crossing or junction; `nil` where it is not shorter than a
  /// limit or leads to none.
  ///
  /// Where two lines only meet end to end the way goes on.
  func tail(from end: FreeEnds.End, within limit: Double) -> Tail? {
    var (part, isAtEnd, walked) = (end.line, end.isAtEnd, 0.0)
    var points = [end.point]
    var seen: Set<Int> = []
    while seen.insert(part).inserted {
      let length = set.parts[part].length
      guard let meeting = firstMeeting(on: part, fromEnd: isAtEnd, within: limit - walked) else {
        return nil
      }
      let total = walked + meeting.distance
      // Coordinates are rounded: what is as near to the limit as this is at it.
      guard total < limit - 1e-5 else { return nil }
      let course =
        isAtEnd ? (length - meeting.distance)...length : 0...min(meeting.distance, length)
      let way = set.points(ofPart: part, between: course)
      points += (isAtEnd ? way.reversed() : way).dropFirst()
      guard meeting.distance >= length - 2 * tolerance,
        let next = continuation(of: part, atEnd: !isAtEnd)
      else { return Tail(length: total, points: points, other: meeting.part) }
      // The way goes on from the end of the next line that lies here.
      (part, isAtEnd, walked) = (next.part, next.isAtEnd, total)
    }
    return nil
  }

  /// The nearest place, from one end of a part, where it meets another part or itself.
  private func firstMeeting(
    on part: Int, fromEnd isAtEnd: Bool, within limit: Double
  ) -> (part: Int, distance: Double)? {
    let own = set.parts[part].edges
    let length = set.parts[part].length
    var best: (part: Int, distance: Double)?
    for place in isAtEnd ? Array(own.reversed()) : Array(own) {
      let edge = set.edges[place]
      let start = isAtEnd ? length - edge.distance - edge.length : edge.distance
      if start > min(limit, best?.distance ?? limit) { break }
      let box = Bounds(edge.segment.start, edge.segment.end)
      for other in set.places(near: box, within: tolerance) {
        // Edges that follow each other meet in the vertex between them.
        if own.contains(other), abs(other - place) <= 1 || isNextTo(edge, set.edges[other]) {
          continue
        }
        guard
          let shares = edge.segment.contact(with: set.edges[other].segment, within: tolerance)
        else { continue }
        let along = edge.along(shares)
        let nearest = isAtEnd ? length - along.upperBound : along.lowerBound
        let farthest = isAtEnd ? length - along.lowerBound : along.upperBound
        // Where the way begins it has been met already.
        guard farthest > 2 * tolerance else { continue }
        let distance = max(0, nearest)
        if distance < (best?.distance ?? .infinity) {
          best = (set.edges[other].part, distance)
        }
      }
    }
    return best
  }

  /// Whether nothing but a place no wider than the tolerance lies between two edges of a part.
  private func isNextTo(_ edge: LineSet.Edge, _ other: LineSet.Edge) -> Bool {
    let (first, second) = edge.distance <= other.distance ? (edge, other) : (other, edge)
    return second.distance - first.distance - first.length <= 2 * tolerance
  }

  /// The one line that goes on where a part ends; `nil` where none or more do.
  private func continuation(of part: Int, atEnd isAtEnd: Bool) -> (part: Int, isAtEnd: Bool)? {
    let line = set.parts[part]
    guard isAtEnd ? line.endIsFree : line.startIsFree else { return nil }
    let point = line.vertices[isAtEnd ? line.vertices.count - 1 : 0]
    var next: (part: Int, isAtEnd: Bool)?
    for edge in set.edges(near: point, within: tolerance) where edge.part != part {
      let other = set.parts[edge.part]
      let place = edge.distance + edge.segment.nearest(to: point).share * edge.length
      let isStart = place <= 2 * tolerance && !other.isClosed
      let isEnd = place >= other.length - 2 * tolerance && !other.isClosed
      guard isStart != isEnd, next == nil || next.map({ $0 == (edge.part, isEnd) }) == true else {
        return nil
      }
      next = (edge.part, isEnd)
    }
    return next
  }
}
