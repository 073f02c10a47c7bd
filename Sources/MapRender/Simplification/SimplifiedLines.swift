internal import MapGeometry

/// Features as a map of one scale draws them: arcs with no more points than can be seen.
///
/// No line or area crosses itself that did not before, no area collapses, and what neighbours share they
/// still share: an arc that would spoil one of its features is simplified less, for all of them.
final class SimplifiedLines: Sendable {
  /// How far a line may lie from where it belongs, in millimetres on paper.
  static let tolerance = 0.05
  /// How far from a corner `gxq:smooth` begins to cut it, in millimetres on paper.
  static let rounding = 1.0

  /// No shapes, for those who ask only what features are.
  static let none = SimplifiedLines(SharedArcs([]), denominator: 1)

  private let source: SharedArcs
  private let arcs: SimplifiedArcs
  private let denominator: Double

  init(_ source: SharedArcs, denominator: Double) {
    (self.source, self.denominator) = (source, denominator)
    arcs = SimplifiedArcs(source, tolerance: Self.tolerance * denominator / 1000)
  }

  /// The number of a feature with a place.
  ///
  /// - Parameter last: The number that was found before; the next one is found at once.
  func number(ofFeature id: String, after last: Int = -1) -> Int? {
    source.number(ofFeature: id, after: last)
  }

  /// Whether a feature is made of any lines or outlines.
  func hasPaths(_ feature: Int) -> Bool { !source.paths.range(of: feature).isEmpty }

  /// Adds the outlines of a feature that need not be cut off to a list, moved by some millimetres.
  func trace(
    _ feature: Int, on placement: MapPlacement, shift: (x: Double, y: Double),
    into rings: inout Runs<PaperPoint>
  ) {
    for path in source.paths.range(of: feature) {
      source.forEachPoint(of: path, in: arcs) { point in
        rings.append(placement.paper(point).moved(shift.x, shift.y))
      }
      rings.close()
    }
  }

  /// A feature on the sheet, cut off a little outside the frame; empty for one without a place.
  func shape(of id: String, on placement: MapPlacement, isSmooth: Bool = false) -> PaperShape {
    number(ofFeature: id).map { shape(ofNumber: $0, on: placement, isSmooth: isSmooth) }
      ?? PaperShape()
  }

  /// The feature with a number on the sheet, cut off a little outside the frame.
  func shape(
    ofNumber feature: Int, on placement: MapPlacement, isSmooth: Bool = false
  ) -> PaperShape {
    let window = placement.frame.grown(by: 3)
    let rounded = isSmooth ? rounded(feature) : [:]
    func paper(_ path: Int) -> [PaperPoint] {
      guard rounded.isEmpty else {
        return self.points(of: path, rounded: rounded).map(placement.paper)
      }
      var result: [PaperPoint] = []
      result.reserveCapacity(
        source.pieces[path].reduce(1) { $0 + arcs.count(of: $1.arc) - 1 })
      source.forEachPoint(of: path, in: arcs) { result.append(placement.paper($0)) }
      return result
    }
    let paths = source.paths.range(of: feature)
    if paths.count == 1, source.paths.elements[paths.lowerBound] == .outline {
      let ring = Clip.ring(paper(paths.lowerBound), to: window)
      return ring.isEmpty ? PaperShape() : PaperShape(ring: ring)
    }
    var lines: [[PaperPoint]] = []
    var areas: [[[PaperPoint]]] = []
    var isInside = false
    for path in paths {
      switch source.paths.elements[path] {
      case .line: lines += Clip.line(paper(path), to: window)
      case .outline:
        let ring = Clip.ring(paper(path), to: window)
        isInside = !ring.isEmpty
        if isInside { areas.append([ring]) }
      case .hole where isInside:
        let ring = Clip.ring(paper(path), to: window)
        if !ring.isEmpty { areas[areas.count - 1].append(ring) }
      case .hole: break
      }
    }
    let points = source.points[feature].map(placement.paper).filter(placement.frame.contains)
    return PaperShape(points: points, lines: lines, areas: areas)
  }
}

extension SimplifiedLines {
  /// The points of arcs that are drawn otherwise than they are kept.
  private typealias RoundedArcs = [Int: [PlanePoint]]

  /// The arcs of a feature with their corners cut.
  ///
  /// Ends of arcs stay, so lines that meet go on meeting. Where cut corners would make the feature cross
  /// itself, the arcs that do are cut less, and in the end not at all.
  private func rounded(_ feature: Int) -> RoundedArcs {
    let paths = source.paths.range(of: feature)
    let rings = Set(
      paths.compactMap { source.pieces[$0].count == 1 ? source.pieces[$0].first?.arc : nil })
    let reach = Self.rounding * denominator / 1000
    var result: RoundedArcs = [:]
    func cut(_ arc: Int, by limit: Double) {
      let points = arcs.points(of: arc)
      result[arc] = LineReduction.rounded(
        points, isRing: rings.contains(arc) && points[0] == points[points.count - 1], limit: limit)
    }
    for arc in source.arcs(ofFeature: feature) { cut(arc, by: reach) }
    let before = crossing(paths, rounded: [:])
    for share in [0.5, 0.2, 0] {
      let spoilt = crossing(paths, rounded: result).subtracting(before)
      if spoilt.isEmpty { break }
      for arc in spoilt {
        if share > 0 { cut(arc, by: reach * share) } else { result[arc] = nil }
      }
    }
    return result
  }

  private func crossing(_ paths: Range<Int>, rounded: RoundedArcs) -> Set<Int> {
    Crossings.owners(
      among: paths.flatMap { source.pieces[$0] }.flatMap { piece in
        let arc = rounded[piece.arc] ?? arcs.points(of: piece.arc)
        return zip(arc, arc.dropFirst()).map {
          Crossings.Piece(start: $0, end: $1, owner: piece.arc)
        }
      })
  }

  private func points(of path: Int, rounded: RoundedArcs) -> [PlanePoint] {
    var result: [PlanePoint] = []
    for piece in source.pieces[path] {
      let points = rounded[piece.arc] ?? arcs.points(of: piece.arc)
      let run = piece.isReversed ? points.reversed() : points
      result += result.isEmpty ? run[...] : run.dropFirst()
    }
    return result
  }
}
