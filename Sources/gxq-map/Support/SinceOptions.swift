internal import ArgumentParser
internal import DistrictPlan
internal import Messages

/// Which earlier state of the plan to compare with.
struct SinceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Report only what changed since this git revision, and what lies near it.",
      valueName: "revision"))
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --since: how near to a change a finding belongs to it.", valueName: "distance"))
  var reach = "100 m"

  /// How near to a change a finding belongs to it, in metres.
  func distance() throws(UsageError) -> Double {
    if let distance = Quantity(reach), distance.dimension == .length { return distance.value }
    throw UsageError(
      Wording(
        "'--reach' is '\(reach)'; expected a length, such as '100 m'",
        zh: "“--reach”为“\(reach)”，应为长度，例如“100 m”"))
  }
}
