internal import DistrictPlan

extension PlanFeature {
  /// Whether a program may propose to change where the feature lies: what was surveyed stays.
  var mayBeMended: Bool { basis != .surveyed }
}
