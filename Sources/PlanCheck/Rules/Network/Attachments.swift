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
  /// The lines of each feature that is part of the network.
  private let members: [String: [Int]]

  init(_ network: LineNetwork, _ context: CheckContext) {
    self.network = network
    self.context = context
    pieces = CoursePieces(network)
    members = Dictionary(grouping: network.members.indices) { network.members[$0].feature.id }
  }

  /// The nearest place, or places, of the network to each feature.
  ///
  /// What touches the network hangs on every line that it touches; a point hangs on one place. A
  /// feature that is a line of the network itself hangs on nothing but its own vertices. Features
  /// without a place are left out.
  func nearest(to features: [PlanFeature], within limit: Double) throws -> [Attachment] {
    var result: [Attachment] = []
    for feature in features {
      guard let shape = context.shape(of: feature) else { continue }
      let own = (members[feature.id] ?? []).flatMap { pieces.vertices(of: $0) }
      guard own.isEmpty else {
        result.append(
          Attachment(
            feature: feature, geometry: shape.geometry, places: own, isDegraded: false))
        continue
      }
      // Each point of a set of points hangs on the network by itself.
      let points = shape.geometry.points
      for geometry in points.isEmpty ? [shape.geometry] : points.map({ .point($0) }) {
        result.append(
          Attachment(
            feature: feature, geometry: geometry,
            places: try nearestPlaces(to: geometry, within: limit), isDegraded: shape.isRepaired))
      }
    }
    return result
  }

  private func nearestPlaces(
    to geometry: PlaneGeometry, within limit: Double
  ) throws -> [LineNetwork.Place] {
    guard geometry.points.isEmpty else { return try places(near: geometry, within: limit) }
    guard let gap = try gap(from: geometry), gap.length <= limit else { return [] }
    return try places(near: geometry, within: gap.length + context.plan.manifest.tolerance)
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

  /// The points of a piece where it begins to be near: its ends, where it enters and leaves, or
  /// else the one nearest point.
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
