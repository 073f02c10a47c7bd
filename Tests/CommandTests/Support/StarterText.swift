import PlanExchange

/// The files that `init` writes, as it should have written them.
enum StarterText {
  /// The roads.
  static let roads = StarterPlan.files.first { $0.name == "roads.geojson" }?.text
}
