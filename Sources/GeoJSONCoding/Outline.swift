public import MapGeometry

/// A well-formed geometry as its positions stand in a file, one after the other.
///
/// It looks into the reader's memory, and holds as long as the feature that has it passes. Whoever wants
/// other positions than those of the file, such as projected ones, makes a geometry of them without making
/// one of the file's first.
public struct Outline {
  /// A run of positions: a line, a ring or the points of a multi point.
  @usableFromInline
  struct Run {
    /// The offset of its opening bracket in the file.
    var offset: Int
    /// The index behind its last position.
    @usableFromInline var end: Int
  }

  @usableFromInline let type: GeometryType
  @usableFromInline let positions: UnsafeBufferPointer<GeoPosition>
  /// The index that the first position has among those of the feature.
  @usableFromInline let start: Int
  @usableFromInline let runs: [Run]
  /// The indices behind the last run of each polygon.
  @usableFromInline let groupEnds: [Int]
  /// How many digits stand behind the decimal point, at most.
  public let decimals: Int

  /// Whether the geometry has edges.
  public var hasEdges: Bool { type != .point && type != .multiPoint }

  /// Calls `body` with all positions in the order of the coordinates array.
  @inlinable
  public func withPositions<Answer>(
    _ body: (UnsafeBufferPointer<GeoPosition>) throws -> Answer
  ) rethrows -> Answer {
    try body(positions)
  }

  /// Calls `body` with the positions of each run.
  public func forEachRun(_ body: (UnsafeBufferPointer<GeoPosition>) -> Void) {
    guard !runs.isEmpty else { return body(positions) }
    var first = start
    for run in runs {
      body(UnsafeBufferPointer(rebasing: positions[(first - start)..<(run.end - start)]))
      first = run.end
    }
  }

  /// The geometry as the file has it.
  public var geometry: GeoGeometry { geometry(of: positions) }

  /// The geometry with other points in the places of its positions, which have to be finite; equal positions
  /// need equal points.
  @inlinable
  public func geometry<P: Position>(of points: UnsafeBufferPointer<P>) -> Geometry<P> {
    precondition(points.count == positions.count)
    func run(_ index: Int) -> [P] {
      let first = index == 0 ? 0 : runs[index - 1].end - start
      return [P](UnsafeBufferPointer(rebasing: points[first..<(runs[index].end - start)]))
    }
    func polygon(_ first: Int, _ end: Int) -> Polygon<P> {
      Polygon(
        exterior: Ring(unchecked: run(first)),
        holes: end - first == 1 ? [] : ((first + 1)..<end).map { Ring(unchecked: run($0)) })
    }
    switch type {
    case .point: return .point(points[0])
    case .multiPoint: return .multiPoint(run(0))
    case .line: return .line(Line(unchecked: run(0)))
    case .multiLine: return .multiLine(runs.indices.map { Line(unchecked: run($0)) })
    case .polygon: return .polygon(polygon(0, runs.count))
    case .multiPolygon:
      return .multiPolygon(
        groupEnds.indices.map { polygon($0 == 0 ? 0 : groupEnds[$0 - 1], groupEnds[$0]) })
    case .collection: return .collection([])
    }
  }
}

extension Outline {
  /// The geometry that a scanner has read last, if its coordinates make one of this type.
  init?(_ type: GeometryType, of scanner: borrowing CoordinateScanner) {
    guard scanner.depth == type.depth, type != .collection else { return nil }
    self.type = type
    (start, runs, groupEnds) = (scanner.start, scanner.runs, scanner.groupEnds)
    decimals = scanner.mostDecimals
    positions = scanner.lastPositions
    switch type {
    case .point, .multiPoint, .collection: break
    case .line, .multiLine:
      var first = start
      for run in runs {
        guard run.end - first >= 2 else { return nil }
        first = run.end
      }
    case .polygon, .multiPolygon:
      var first = 0
      for run in runs {
        let end = run.end - start
        guard end - first >= 4, positions[first] == positions[end - 1] else { return nil }
        first = end
      }
    }
  }

  /// What is wrong with the way its rings turn.
  func turnFaults(_ featureIndex: Int) -> [GeoJSONFault] {
    guard type == .polygon || type == .multiPolygon else { return [] }
    var faults: [GeoJSONFault] = []
    var (first, group, isExterior) = (0, 0, true)
    for (index, run) in runs.enumerated() {
      let end = run.end - start
      let ring = UnsafeBufferPointer(rebasing: positions[first..<end])
      let turn = RingTurn(area: RingTurn.doubleArea(ring))
      if let fault = turn.fault(isExterior: isExterior, at: run.offset, featureIndex) {
        faults.append(fault)
      }
      first = end
      isExterior = groupEnds[group] == index + 1
      if isExterior { group += 1 }
    }
    return faults
  }
}
