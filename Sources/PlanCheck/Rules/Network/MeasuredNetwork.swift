internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import PlanNetwork

/// A network with what its indices are made of.
struct MeasuredNetwork {
  private let metrics: NetworkMetrics
  /// What the lines enclose.
  private let blocks: [Polygon<PlanePoint>]
  /// The area in square kilometres, and the crossings and the kilometres of lines in it.
  private let inside: (area: Double, crossings: Int, length: Double)?

  /// - Parameter indices: What will be asked for; only that is made ready.
  init(
    _ network: LineNetwork, within areas: [PlanFeature], for indices: [NetworkIndex],
    _ context: CheckContext
  ) throws {
    metrics = NetworkMetrics(network)
    let lines = network.members.filter { !$0.isClosed }.map(\.line)
    let blockIndices: Set<NetworkIndex> = [
      .meanBlockArea, .maxBlockArea, .meanBlockPerimeter, .maxBlockPerimeter,
    ]
    blocks = blockIndices.isDisjoint(with: indices) ? [] : try context.topology.polygonize(lines)
    guard indices.contains(.streetDensity) || indices.contains(.intersectionDensity),
      let area = try context.coverage(of: areas).geometry, area.area > 0
    else {
      inside = nil
      return
    }
    let length =
      lines.isEmpty
      ? 0 : try context.topology.intersection(.multiLine(lines), area)?.length ?? 0
    let reach = max(network.tolerance, 1e-6)
    let crossings = metrics.crossings.count { area.distance(to: $0) <= reach }
    inside = (area.area / 1e6, crossings, length / 1000)
  }

  /// The value of an index; `nil` where it has none.
  func value(of index: NetworkIndex) -> Double? {
    switch index {
    case .nodes: Double(metrics.nodes)
    case .links: Double(metrics.links)
    case .parts: Double(metrics.parts)
    case .cycles: Double(metrics.cycles)
    case .alpha: metrics.alpha
    case .beta, .linkNodeRatio: metrics.beta
    case .gamma: metrics.gamma
    case .meshedness: metrics.meshedness
    case .meanDegree: metrics.meanDegree
    case .deadEndShare: metrics.share { $0 == 1 }
    case .threeWayShare: metrics.share { $0 == 3 }
    case .fourWayShare: metrics.share { $0 == 4 }
    case .fiveWayShare: metrics.share { $0 >= 5 }
    case .intersectionDensity: inside.map { Double($0.crossings) / $0.area }
    case .streetDensity: inside.map { $0.length / $0.area }
    case .meanSegment: metrics.meanSegment
    case .circuity: metrics.circuity
    case .meanBlockArea: mean(blocks.map(\.area))
    case .maxBlockArea: blocks.map(\.area).max()
    case .meanBlockPerimeter: mean(blocks.map(\.perimeter))
    case .maxBlockPerimeter: blocks.map(\.perimeter).max()
    case .betweennessShare: metrics.betweennessShare
    }
  }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
