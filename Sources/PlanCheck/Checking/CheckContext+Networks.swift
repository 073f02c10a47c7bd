internal import DistrictPlan
internal import PlanNetwork

extension CheckContext {
  /// The network that the lines of features form, built once for each set.
  func network(of features: [PlanFeature], tolerance: Double) -> LineNetwork {
    let key = NetworkKey(features: features.map(\.id), tolerance: tolerance)
    if let known = networks[key] { return known }
    let network = LineNetwork(features, tolerance: tolerance)
    networks[key] = network
    return network
  }
}

/// What tells one network of a plan from another.
struct NetworkKey: Hashable {
  let features: [String]
  let tolerance: Double
}
