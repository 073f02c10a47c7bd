package import MapGeometry
internal import MapTopology

/// Lines in stretches of a few edges, each with its box, to find the edges near a place.
///
/// An index of single edges would be ten times as large, and most of its work is in making it.
struct LineRuns: Sendable {
  /// How many edges a stretch has at most.
  private static let length = 10

  /// Some edges of a line that follow one another.
  struct Run: BitwiseCopyable {
    let line: Int32
    /// The place of the first point on the line's course.
    let first: Int32
  }

  private let runs: [Run]
  private let index: BoxIndex

  init(of lines: [PlanLines.Line]) {
    var runs: [Run] = []
    var boxes: [Bounds<PlanePoint>] = []
    runs.reserveCapacity(lines.count)
    boxes.reserveCapacity(lines.count)
    for number in lines.indices {
      let points = lines[number].course.points
      for first in stride(from: 0, to: points.count - 1, by: Self.length) {
        var box = Bounds(points[first], points[first + 1])
        for place in first + 1...min(first + Self.length, points.count - 1) {
          box.extend(to: points[place])
        }
        runs.append(Run(line: Int32(number), first: Int32(first)))
        boxes.append(box)
      }
    }
    self.runs = runs
    index = BoxIndex(boxes)
  }

  /// Calls `body` with the stretches whose boxes come within a distance of a point, in any order.
  ///
  /// - Parameter found: A list to work with.
  @inline(__always)
  func forEach(
    near point: PlanePoint, within distance: Double, using found: inout [Int], _ body: (Run) -> Void
  ) {
    index.query(Bounds(point, point), margin: distance, inOrder: false, into: &found)
    for run in found { body(runs[run]) }
  }

  /// The stretches whose boxes come within a distance of a point, in order.
  func near(_ point: PlanePoint, within distance: Double) -> [Run] {
    index.query(Bounds(point, point), margin: distance).map { runs[$0] }
  }

  /// The places of the edges of a stretch, each told by its first point.
  static func edges(of run: Run, on points: [PlanePoint]) -> Range<Int> {
    Int(run.first)..<min(Int(run.first) + length, points.count - 1)
  }
}

extension PlanLines {
  /// A straight piece of a line's course.
  package struct Edge {
    /// The line.
    package let line: Int
    /// The place of its first point on the course.
    package let place: Int
    /// Where it runs.
    package let segment: Segment
  }

  /// The edges within a distance of a point, in order of lines and along each.
  package func edges(near point: PlanePoint, within distance: Double) -> [Edge] {
    var edges: [Edge] = []
    for run in runs.near(point, within: distance) {
      let points = all[Int(run.line)].course.points
      for place in LineRuns.edges(of: run, on: points) {
        let segment = Segment(points[place], points[place + 1])
        guard segment.distance(to: point) <= distance else { continue }
        edges.append(Edge(line: Int(run.line), place: place, segment: segment))
      }
    }
    return edges
  }
}

extension PlanLines.Line {
  /// The vertices of the line around an edge of its course, at or before its first point and at or after its last.
  package func vertices(around edge: PlanLines.Edge) -> (before: Int, after: Int) {
    guard !isPlain else { return (edge.place, edge.place + 1) }
    let vertices = line.points
    var count = 0
    for point in course.points[...edge.place]
    where count < vertices.count && vertices[count] == point {
      count += 1
    }
    return (max(0, count - 1), min(max(1, count), vertices.count - 1))
  }

  /// How far along its course the line is at a place nearest to a point on one of its edges, in metres.
  package func distance(along edge: PlanLines.Edge, to point: PlanePoint) -> Double {
    let points = course.points
    var distance = 0.0
    for place in 0..<edge.place { distance += points[place].distance(to: points[place + 1]) }
    return distance + edge.segment.nearest(to: point).share * edge.segment.length
  }
}
