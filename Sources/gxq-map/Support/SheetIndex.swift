internal import DistrictPlan

/// Which sheets show which features.
enum SheetIndex {
  /// The ids of the sheets that draw each feature, by feature id; empty where the plan has no sheets.
  static func sheets(
    of plan: Plan, inPlan options: PlanOptions, time: TimeOptions
  ) throws(PlanError) -> [String: [String]] {
    [:]
  }
}
