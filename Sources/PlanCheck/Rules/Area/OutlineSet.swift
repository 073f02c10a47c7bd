internal import MapGeometry
internal import MapTopology

/// The outlines of areas, ready to be asked which run side by side.
struct OutlineSet {
  /// A stretch of an outline that stays near another without being the same line.
  struct Run {
    /// The pieces that are not the same line.
    let lines: [Line<PlanePoint>]
    /// Their length, in metres.
    let length: Double
    /// How far apart the two outlines are on the whole, in metres.
    let distance: Double
  }

  private struct Piece {
    let segment: Segment
    let owner: Int
    /// Which ring of its owner it belongs to, and how far along it begins.
    let ring: Int
    let offset: Double
  }

  private var pieces: [Piece] = []
  /// The pieces of each area.
  private var ranges: [Range<Int>] = []
  private let index: BoxIndex

  init(_ areas: AreaSet) {
    for (owner, shape) in areas.shapes.enumerated() {
      let first = pieces.count
      for (ring, outline) in shape.geometry.polygons.flatMap(\.rings).enumerated() {
        var offset = 0.0
        for (start, end) in zip(outline.points, outline.points.dropFirst()) where start != end {
          pieces.append(
            Piece(segment: Segment(start, end), owner: owner, ring: ring, offset: offset))
          offset += start.distance(to: end)
        }
      }
      ranges.append(first..<pieces.count)
    }
    index = BoxIndex(pieces.map { Bounds($0.segment.start, $0.segment.end) })
  }

  /// The later areas whose outlines come within a distance of one, and how they run along it.
  ///
  /// - Parameters:
  ///   - tolerance: Outlines no further apart are the same line.
  ///   - least: How far they must run so.
  func companions(
    of place: Int, within reach: Double, apartFrom tolerance: Double, longerThan least: Double
  ) -> [(other: Int, runs: [Run])] {
    var found: [Int: [Int: Track]] = [:]  // by area, then by ring of this one
    for piece in ranges[place].map({ pieces[$0] }) {
      let length = piece.segment.length
      let box = Bounds(piece.segment.start, piece.segment.end)
      for other in index.query(box, margin: reach).map({ pieces[$0] }) where other.owner > place {
        guard let near = piece.segment.stretch(within: reach, of: other.segment) else { continue }
        let same = piece.segment.stretch(within: tolerance, of: other.segment)
        func along(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
          (piece.offset + range.lowerBound * length)...(piece.offset + range.upperBound * length)
        }
        found[other.owner, default: [:]][piece.ring, default: Track()]
          .append(near: along(near), same: same.map(along))
      }
    }
    return found.keys.sorted().compactMap { other in
      let tracks = (found[other] ?? [:]).sorted { $0.key < $1.key }
      let found = tracks.flatMap { ring, track in
        runs(along: track, ring: ring, of: place, by: other, longerThan: least)
      }
      return found.isEmpty ? nil : (other, found)
    }
  }

  /// Where an outline is near another, and where the two are the same line, in metres along it.
  private struct Track {
    var near: [ClosedRange<Double>] = []
    var same: [ClosedRange<Double>] = []

    mutating func append(near: ClosedRange<Double>, same: ClosedRange<Double>?) {
      self.near.append(near)
      if let same { self.same.append(same) }
    }
  }

  private func runs(
    along track: Track, ring: Int, of place: Int, by other: Int, longerThan least: Double
  ) -> [Run] {
    guard track.near.reduce(0, { $0 + $1.upperBound - $1.lowerBound }) > least else { return [] }
    let pieces = ranges[place].map { self.pieces[$0] }.filter { $0.ring == ring }
    guard let last = pieces.last else { return [] }
    let total = last.offset + last.segment.length
    let same = Stretches(track.same, joining: 1e-6)
    var stretches = Stretches(track.near, joining: 1e-6).all.map { [$0] }
    // A run across the first vertex of the ring is one.
    if stretches.count > 1, let head = stretches.first?.first, let tail = stretches.last?.last,
      head.lowerBound <= 1e-6, tail.upperBound >= total - 1e-6
    {
      stretches[stretches.count - 1].append(head)
      stretches.removeFirst()
    }
    return stretches.compactMap { parts in
      let apart = parts.flatMap { same.rest(of: $0) }
        .filter { $0.upperBound - $0.lowerBound > 1e-6 }
      let length = apart.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
      guard length > least else { return nil }
      let lines = apart.compactMap { range in
        try? Line(points(of: pieces, from: range.lowerBound, to: range.upperBound))
      }
      return Run(lines: lines, length: length, distance: meanDistance(of: lines, from: other))
    }
  }

  /// The points of an outline between two distances along it.
  private func points(of pieces: [Piece], from low: Double, to high: Double) -> [PlanePoint] {
    var points: [PlanePoint] = []
    for piece in pieces {
      guard piece.offset + piece.segment.length > low, piece.offset < high else { continue }
      if points.isEmpty { points.append(piece.segment.point(at: low - piece.offset)) }
      points.append(piece.segment.point(at: high - piece.offset))
    }
    return points
  }

  /// How far lines are from the outline of an area on average.
  private func meanDistance(of lines: [Line<PlanePoint>], from owner: Int) -> Double {
    let outline = ranges[owner].map { pieces[$0].segment }
    let samples = [1.0 / 6, 0.5, 5.0 / 6]
    var (sum, length) = (0.0, 0.0)
    for segment in lines.flatMap(\.segments) {
      let weight = segment.length / Double(samples.count)
      for share in samples {
        let point = segment.point(atShare: share)
        sum += weight * (outline.map { $0.distance(to: point) }.min() ?? 0)
        length += weight
      }
    }
    return length > 0 ? sum / length : 0
  }
}
