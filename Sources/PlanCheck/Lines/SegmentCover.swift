internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Straight pieces that lines are to lie on.
struct SegmentCover {
  private let segments: [Segment]
  private let owners: [String]
  private let index: BoxIndex

  /// Takes the edges of shapes, each with the id of its feature.
  init(_ shapes: [(id: String, geometry: PlaneGeometry)]) {
    let owned = shapes.map { ($0.id, $0.geometry.segments) }
    segments = owned.flatMap(\.1)
    owners = owned.flatMap { Array(repeating: $0.0, count: $0.1.count) }
    index = BoxIndex(segments.map { Bounds($0.start, $0.end) })
  }

  /// What of a feature's lines lies on none of the pieces.
  struct Rest {
    /// The stretches, each a line.
    let lines: [Line<PlanePoint>]
    /// How long they are together, in metres.
    let length: Double
    /// How many more there are that are too short to count.
    let noise: Int
  }

  /// What of the lines of a feature lies on none of the pieces of others.
  ///
  /// A stretch counts when more of it than `minLength` lies further off than the tolerance.
  func rest(of parts: Range<Int>, in set: LineSet, minLength: Double) -> Rest {
    var lines: [Line<PlanePoint>] = []
    var (length, noise) = (0.0, 0)
    for part in parts {
      let (on, near) = covered(part, of: set)
      for stretch in on.rest(of: 0...set.parts[part].length) {
        let stray = near.restLength(of: stretch)
        guard stray > minLength else {
          if stray > 1e-6 { noise += 1 }
          continue
        }
        guard let line = set.line(ofPart: part, between: stretch) else { continue }
        lines.append(line)
        length += stretch.upperBound - stretch.lowerBound
      }
    }
    return Rest(lines: lines, length: length, noise: noise)
  }

  /// Where a part runs along the pieces, and where it is no further from them than the tolerance.
  private func covered(_ part: Int, of set: LineSet) -> (on: Stretches, near: Stretches) {
    let id = set.feature(ofPart: part).id
    var (on, near): ([ClosedRange<Double>], [ClosedRange<Double>]) = ([], [])
    for edge in set.edges[set.parts[part].edges] {
      let box = Bounds(edge.segment.start, edge.segment.end)
      for piece in index.query(box, margin: set.tolerance) where owners[piece] != id {
        let segment = segments[piece]
        if let shares = edge.segment.contact(with: segment, within: set.tolerance) {
          on.append(edge.along(shares))
        }
        if let shares = edge.segment.stretch(within: set.tolerance, of: segment) {
          near.append(edge.along(shares))
        }
      }
    }
    return (Stretches(on), Stretches(near))
  }
}

extension LineSet {
  /// The parts of each feature, in order of the features; empty where it has none.
  var partsByFeature: [Range<Int>] {
    var ranges = Array(repeating: 0..<0, count: features.count)
    for (index, part) in parts.enumerated() {
      let known = ranges[part.feature]
      ranges[part.feature] = (known.isEmpty ? index : known.lowerBound)..<(index + 1)
    }
    return ranges
  }
}

extension Geometry where P == PlanePoint {
  /// The pieces of all lines and outlines.
  var segments: [Segment] {
    vertexRuns.flatMap { run in
      zip(run.points, run.points.dropFirst()).map { Segment($0, $1) }
    }
  }
}
