internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// Finds where features that are no part of a network hang on it.
struct Attachments {
  /// A feature, or a point of one, and the places of the network that it hangs on.
  struct Attachment {
    let feature: PlanFeature
    let geometry: PlaneGeometry
    let places: [LineNetwork.Place]
    let isDegraded: Bool
  }

  let network: LineNetwork
  let context: CheckContext
  private let pieces: CoursePieces

  init(_ network: LineNetwork, _ context: CheckContext) {
    self.network = network
    self.context = context
    pieces = CoursePieces(network)
  }

  /// Every place where features come within a distance of the network.
  ///
  /// A point hangs on the nearest place only. Features without a place are left out.
  func all(of features: [PlanFeature], within limit: Double) throws -> [Attachment] {
    try attachments(of: features) { try places(near: $0, within: limit) }
  }

  /// The nearest place, or places, of the network to each feature.
  func nearest(to features: [PlanFeature], within limit: Double) throws -> [Attachment] {
    try attachments(of: features) { geometry in
      guard geometry.points.isEmpty else { return try places(near: geometry, within: limit) }
      guard let gap = try gap(from: geometry), gap.length <= limit else { return [] }
      return try places(near: geometry, within: gap.length + context.plan.manifest.tolerance)
    }
  }

  /// The shortest line from a geometry to the network; `nil` when one of the two is empty.
  func gap(from geometry: PlaneGeometry) throws -> (segment: Segment, length: Double)? {
    guard let box = geometry.bounds else { return nil }
    // Most features lie beside a line: looking near first spares looking at all.
    var reach = 16.0
    while true {
      let near = pieces.near(box, within: reach)
      let lines = near.compactMap { try? Line([$0.segment.start, $0.segment.end]) }
      let isAll = near.count == pieces.pieces.count
      if !lines.isEmpty,
        let segment = try context.topology.nearestPoints(geometry, .multiLine(lines))
      {
        let length = segment.start.distance(to: segment.end)
        if length <= reach || isAll { return (segment, length) }
      }
      guard !isAll else { return nil }
      reach *= 4
    }
  }

  /// The feature whose line passes a point.
  func feature(at point: PlanePoint) -> PlanFeature? {
    pieces.place(nearest: point, within: 1).map { network.members[$0.member].feature }
  }

  /// Each point of a set of points hangs on the network by itself.
  private func attachments(
    of features: [PlanFeature], _ places: (PlaneGeometry) throws -> [LineNetwork.Place]
  ) throws -> [Attachment] {
    var result: [Attachment] = []
    for feature in features {
      guard let shape = context.shape(of: feature) else { continue }
      let points = shape.geometry.points
      for geometry in points.isEmpty ? [shape.geometry] : points.map({ .point($0) }) {
        result.append(
          Attachment(
            feature: feature, geometry: geometry, places: try places(geometry),
            isDegraded: shape.isRepaired))
      }
    }
    return result
  }

  /// Every place of the network within a distance of a point, one on each straight piece.
  func places(at point: PlanePoint, within limit: Double) -> [LineNetwork.Place] {
    pieces.near(Bounds(point, point), within: limit)
      .filter { $0.segment.distance(to: point) <= limit }.map { $0.place(nearest: point) }
  }

  /// The places where the network comes near a geometry; one place, the nearest, for a point.
  func places(
    near geometry: PlaneGeometry, within limit: Double
  ) throws -> [LineNetwork.Place] {
    if let point = geometry.points.first {
      return pieces.place(nearest: point, within: limit).map { [$0] } ?? []
    }
    guard let box = geometry.bounds else { return [] }
    var found: [LineNetwork.Place] = []
    for piece in pieces.near(box, within: limit) {
      found += try contacts(of: piece, with: geometry, within: limit).map(piece.place(nearest:))
    }
    var seen: Set<LineNetwork.Place> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The points of a piece where it begins to be near: its ends, where it enters and leaves, or else the
  /// one nearest point.
  private func contacts(
    of piece: CoursePieces.Piece, with geometry: PlaneGeometry, within limit: Double
  ) throws -> [PlanePoint] {
    let ends = [piece.segment.start, piece.segment.end]
    var points = ends.filter { geometry.distance(to: $0) <= limit }
    guard let line = try? Line(ends) else { return points }
    if let shared = try context.topology.intersection(.line(line), geometry, grid: 0) {
      points += shared.points + shared.lines.flatMap { [$0.start, $0.end] }
    }
    guard points.isEmpty,
      let nearest = try context.topology.nearestPoints(.line(line), geometry),
      nearest.start.distance(to: nearest.end) <= limit
    else { return points }
    return [nearest.start]
  }
}
