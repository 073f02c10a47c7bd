internal import MapGeometry
internal import MapTopology

/// The ends of a network's lines, to be asked which of them touch a line.
///
/// There are far fewer ends than edges, so they are what is put into an index, and each line looks for those
/// that lie along it.
struct TouchingEnds {
  /// How many edges look for ends together.
  private static let runLength = 16

  private struct End {
    let point: PlanePoint
    let place: Int
  }

  /// The ends in the order of lines; those in one point once.
  private let ends: [End]
  private let index: BoxIndex
  private let tolerance: Double

  /// - Parameters:
  ///   - stops: The stops of each line; the ends are among them.
  ///   - table: The places of the stops.
  init(
    of members: [LineNetwork.Member], _ stops: StopLists, _ table: inout PlaceTable,
    tolerance: Double
  ) {
    var ends: [End] = []
    var isTaken: [Bool] = []
    for member in members.indices where !members[member].isClosed {
      let line = members[member].line
      for (point, stop) in [(line.start, stops[member].first), (line.end, stops[member].last)] {
        // A course that lost a vertex may end before its line does.
        let isThere = stop.map { table.points[$0.place].distance(to: point) <= tolerance } ?? false
        let place = isThere ? stop?.place ?? 0 : table.place(at: point)
        if table.points[place] == point {
          while isTaken.count <= place { isTaken.append(false) }
          guard !isTaken[place] else { continue }
          isTaken[place] = true
        }
        ends.append(End(point: point, place: place))
      }
    }
    self.ends = ends
    self.tolerance = tolerance
    index = BoxIndex(ends.map { Bounds($0.point, $0.point) })
  }

  /// Where ends touch a line, in the order of ends, each at the first edge that it touches.
  ///
  /// - Parameter isKnown: Whether the line has a place already, which is then left out.
  func touches(
    on points: [PlanePoint], except isKnown: (_ place: Int) -> Bool
  ) -> [StopLists.Stop] {
    var found: [(end: Int, stop: StopLists.Stop)] = []
    var walked = (edges: 0, distance: 0.0)
    for start in stride(from: 0, to: points.count - 1, by: Self.runLength) {
      let run = start..<min(start + Self.runLength, points.count - 1)
      guard let box = Bounds(points[run.lowerBound...run.upperBound]) else { continue }
      let near = index.query(box, margin: tolerance).filter { !isKnown(ends[$0].place) }
      guard !near.isEmpty else { continue }
      for edge in run {
        let segment = Segment(points[edge], points[edge + 1])
        for end in near {
          let nearest = segment.nearest(to: ends[end].point).point
          guard nearest.distance(to: ends[end].point) <= tolerance else { continue }
          while walked.edges < edge {
            walked.distance += points[walked.edges].distance(to: points[walked.edges + 1])
            walked.edges += 1
          }
          let way = walked.distance + segment.start.distance(to: nearest)
          found.append((end, StopLists.Stop(place: ends[end].place, distance: way)))
        }
      }
    }
    guard found.count > 1 else { return found.map(\.stop) }
    return found.enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }
      .map(\.element.stop)
  }
}
