internal import DistrictPlan
internal import PlanNetwork

extension CheckContext {
  /// The network that the lines of features form, built once for each set.
  func network(of features: [PlanFeature], tolerance: Double) -> LineNetwork {
    let key = NetworkKey(features: features.map { ObjectIdentifier($0) }, tolerance: tolerance)
    if let known = networks[key] { return known }
    let network = LineNetwork(features, tolerance: tolerance)
    networks[key] = network
    return network
  }

  /// The lines of features and the outlines of areas among them, taken apart once for each set.
  func linesAndOutlines(of features: [PlanFeature], tolerance: Double) -> LineSet {
    let key = NetworkKey(features: features.map { ObjectIdentifier($0) }, tolerance: tolerance)
    if let known = lineSets[key] { return known }
    let set = LineSet(features, tolerance: tolerance, outlines: true)
    lineSets[key] = set
    return set
  }
}

/// What tells one network, or one set of lines, of a plan from another.
struct NetworkKey: Hashable {
  let features: [ObjectIdentifier]
  let tolerance: Double
}
