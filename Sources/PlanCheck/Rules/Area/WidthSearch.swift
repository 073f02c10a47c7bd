internal import MapGeometry
internal import MapTopology

/// Looks for the places where an area is narrower or wider than a limit.
struct WidthSearch {
  struct Place {
    /// The part of the area, the shortest way across it, or the point where it closes.
    let geometry: PlaneGeometry
    /// How wide the area is there, in metres.
    let width: Double
  }

  private let geometry: PlaneGeometry
  private let walls: Walls
  private let task: RuleTask
  private let context: CheckContext
  private let tolerance: Double

  /// A tail is longer than wide; shorter ends are corners.
  private static let leastElongation = 2.0

  init(_ geometry: PlaneGeometry, _ task: RuleTask, _ context: CheckContext) {
    self.geometry = geometry
    self.task = task
    self.context = context
    tolerance = task.quantity("tolerance")
    walls = Walls(geometry.polygons, tolerance: max(tolerance, 1e-6))
  }

  // MARK: Too narrow

  /// The places where the area goes on but is narrower than a limit, sorted by width for each way of
  /// finding them.
  func places(narrowerThan limit: Double) throws -> [Place] {
    let width = limit - tolerance
    guard width > 0 else { return [] }
    let prepared = try context.topology.prepared(geometry)
    let straits = try walls.straits(upTo: width) { try prepared.intersects(.point($0)) }
      .compactMap { way in
        (try? Line([way.start, way.end])).map { (way: PlaneGeometry.line($0), width: $0.length) }
      }
    let contacts = walls.contacts(tolerance: max(tolerance, 1e-6))
      .map { (way: PlaneGeometry.point($0), width: 0.0) }
    let parts = try context.topology.narrowParts(
      of: geometry, in: geometry, between: walls, width: width
    ).filter { $0.mouths != 1 || $0.elongation >= Self.leastElongation }
      .compactMap { try context.aboveNoise(.polygon($0.polygon), for: task) }
    return try joined(contacts + straits, parts, within: limit)
  }

  /// Each part with the narrowest way across it, and then the ways that lead across no part.
  private func joined(
    _ ways: [(way: PlaneGeometry, width: Double)], _ parts: [PlaneGeometry], within limit: Double
  ) throws -> [Place] {
    var widths: [Double?] = parts.map { _ in nil }
    var others: [Place] = []
    for (way, width) in ways {
      var isAcross = false
      for (place, part) in parts.enumerated()
      where try isNear(way, part, within: limit / 2) {
        widths[place] = min(widths[place] ?? width, width)
        isAcross = true
      }
      // Ways come sorted: one near a narrower one leads across the same place.
      guard !isAcross, try !others.contains(where: { try isNear(way, $0.geometry, within: limit) })
      else { continue }
      others.append(Place(geometry: way, width: width))
    }
    return try zip(parts, widths).map { part, width in
      Place(geometry: part, width: try width ?? diameter(of: part))
    } + others
  }

  private func isNear(
    _ way: PlaneGeometry, _ other: PlaneGeometry, within reach: Double
  ) throws -> Bool {
    guard let box = way.bounds, let room = other.bounds, box.touches(room, margin: reach) else {
      return false
    }
    return try context.topology.distance(way, other).map { $0 <= reach } ?? false
  }

  private func diameter(of part: PlaneGeometry) throws -> Double {
    try part.polygons.map { try context.topology.diameter(of: $0) }.max() ?? 0
  }

  // MARK: Too wide

  /// The places into which a circle wider than a limit fits.
  func places(widerThan limit: Double) throws -> [Place] {
    let width = limit + tolerance
    let pieces = walls.segments.compactMap { try? Line([$0.start, $0.end]) }
    guard
      let beside = try context.topology.buffer(
        .multiLine(pieces), by: width / 2, quadrantSegments: 16),
      let centers = try context.topology.difference(geometry, beside)
    else { return [] }
    return try centers.polygons.compactMap { center in
      guard
        let top = try context.topology.maximumInscribedCircle(
          of: center, tolerance: width / 1000)?.center,
        let reached = try context.topology.buffer(.polygon(center), by: width / 2),
        let ground = try context.aboveNoise(
          context.topology.intersection(reached, geometry), for: task)
      else { return nil }
      let widest = 2 * walls.widestClearance(from: top)
      return widest > width ? Place(geometry: ground, width: widest) : nil
    }
  }
}
