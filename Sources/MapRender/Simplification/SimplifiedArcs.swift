internal import MapGeometry
internal import Workforce

/// Arcs with no more points than can be seen at a scale: which of its vertices each keeps.
struct SimplifiedArcs: Sendable {
  private let source: SharedArcs
  private let tolerance: Double
  /// The vertices that arcs keep; where an arc was given more later, what it had before lies idle.
  private var kept: [Int32] = []
  private var ranges: [Range<Int32>] = []

  /// - Parameter tolerance: How far an arc may lie from where it belongs, in metres.
  init(_ source: SharedArcs, tolerance: Double) {
    (self.source, self.tolerance) = (source, tolerance)
    let arcs = source.arcs
    let stretches = Workers.map(arcs.count, by: 1 << 15) { range in
      var kept: [Int32] = []
      var ends: [Int32] = []
      var reduction = LineReduction(tolerance: tolerance)
      let (elements, vertices) = (arcs.elements.span, source.vertices.span)
      for arc in range {
        reduction.reduce(elements.extracting(arcs.range(of: arc)), of: vertices, into: &kept)
        ends.append(Int32(kept.count))
      }
      return (kept, ends)
    }
    ranges.reserveCapacity(arcs.count)
    for (kept, ends) in stretches {
      let first = Int32(self.kept.count)
      var start = first
      for end in ends {
        ranges.append(start..<first + end)
        start = first + end
      }
      self.kept += kept
    }
    restore()
  }

  /// How many vertices an arc keeps.
  func count(of arc: Int) -> Int { ranges[arc].count }

  /// Where a vertex of an arc lies, counted from 0 among those that it keeps.
  func point(_ index: Int, of arc: Int) -> PlanePoint {
    source.vertices[Int(kept[Int(ranges[arc].lowerBound) + index])]
  }

  /// The points of an arc.
  func points(of arc: Int) -> [PlanePoint] {
    kept[Int(ranges[arc].lowerBound)..<Int(ranges[arc].upperBound)].map {
      source.vertices[Int($0)]
    }
  }

  private func isReduced(_ arc: Int) -> Bool { count(of: arc) < source.arcs.range(of: arc).count }

  private func isReduced(feature: Int) -> Bool {
    for arc in source.arcs(ofFeature: feature) where isReduced(arc) { return true }
    return false
  }

  /// Gives points back to arcs until every feature is as sound as it was.
  private mutating func restore() {
    let source = source
    var queue = source.order
    var levels = Array(repeating: UInt8(0), count: ranges.count)
    var isWaiting = Array(repeating: true, count: queue.count)
    var users: Runs<Int32>?
    var pieces: [Crossings.Piece] = []
    var head = 0
    while head < queue.count {
      let feature = queue[head]
      head += 1
      isWaiting[feature] = false
      guard isReduced(feature: feature) else { continue }
      let found = spoilt(of: feature, &pieces)
      guard !found.isEmpty else { continue }
      let spoilt = found.filter { levels[$0] < 2 && isReduced($0) }
      let known = users ?? self.users()
      users = known
      for arc in spoilt.sorted() {
        levels[arc] += 1
        let start = Int32(kept.count)
        if levels[arc] == 1 {
          var reduction = LineReduction(tolerance: tolerance / 4)
          reduction.reduce(
            source.arcs.elements.span.extracting(source.arcs.range(of: arc)),
            of: source.vertices.span, into: &kept)
        } else {
          kept += source.arcs[arc]
        }
        ranges[arc] = start..<Int32(kept.count)
        for user in known[arc] where !isWaiting[Int(user)] {
          isWaiting[Int(user)] = true
          queue.append(Int(user))
        }
      }
    }
  }

  /// The features that have each arc, in the order of their ids, as often as they have it.
  private func users() -> Runs<Int32> {
    // How many features have each arc; then where the next one goes, which in the end is behind the last.
    var ends = [Int32](repeating: 0, count: ranges.count)
    for feature in source.order {
      for arc in source.arcs(ofFeature: feature) { ends[arc] += 1 }
    }
    var start: Int32 = 0
    for arc in ends.indices { (ends[arc], start) = (start, start + ends[arc]) }
    var features = [Int32](repeating: 0, count: Int(start))
    for feature in source.order {
      for arc in source.arcs(ofFeature: feature) {
        features[Int(ends[arc])] = Int32(feature)
        ends[arc] += 1
      }
    }
    return Runs(features, ends: ends)
  }

  /// The arcs that make a feature cross itself or collapse.
  private func spoilt(of feature: Int, _ pieces: inout [Crossings.Piece]) -> Set<Int> {
    var result: Set<Int> = []
    let paths = source.paths.range(of: feature)
    pieces.removeAll(keepingCapacity: true)
    for path in paths {
      let kind = source.paths.elements[path]
      for piece in source.pieces[path] { collect(piece.arc, into: &pieces) }
      if kind != .line, isCollapsed(path) {
        result.formUnion(source.pieces[path].map { $0.arc })
      }
      // A line is looked at by itself, an outline with its holes.
      if path + 1 < paths.upperBound, source.paths.elements[path + 1] == .hole { continue }
      let crossing = Crossings.owners(among: &pieces)
      if !crossing.isEmpty { result.formUnion(crossing) }
      pieces.removeAll(keepingCapacity: true)
    }
    return result
  }

  private func collect(_ arc: Int, into pieces: inout [Crossings.Piece]) {
    var start = point(0, of: arc)
    for index in 1..<count(of: arc) {
      let end = point(index, of: arc)
      pieces.append(Crossings.Piece(start: start, end: end, owner: arc))
      start = end
    }
  }

  private func isCollapsed(_ path: Int) -> Bool {
    var first: PlanePoint?
    var last = PlanePoint(x: 0, y: 0)
    var number = 0
    var area = 0.0
    source.forEachPoint(of: path, in: self) { point in
      let origin = first ?? point
      area +=
        (last.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (last.y - origin.y)
      if first == nil { (first, area) = (point, 0) }
      last = point
      number += 1
    }
    return number <= 3 || abs(area) < 1e-9
  }
}

extension SharedArcs {
  /// Calls `body` with the points of a path one after the other, as far as its arcs keep them.
  func forEachPoint(of path: Int, in arcs: SimplifiedArcs, _ body: (PlanePoint) -> Void) {
    var isFirst = true
    for place in pieces.range(of: path) {
      let piece = pieces.elements[place]
      let count = arcs.count(of: piece.arc)
      // Each arc begins where the one before it ends.
      for index in (isFirst ? 0 : 1)..<count {
        body(arcs.point(piece.isReversed ? count - 1 - index : index, of: piece.arc))
      }
      isFirst = false
    }
  }
}
