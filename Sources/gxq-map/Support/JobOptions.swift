internal import ArgumentParser
internal import Messages
internal import Workforce

/// How many cores may work.
struct JobOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Work on so many cores; else on all. What comes out is the same.", valueName: "n"))
  var jobs: Int?

  /// Lets that many work.
  func apply() throws(UsageError) {
    guard let jobs else { return }
    guard jobs >= 1 else {
      throw UsageError(
        Wording("'--jobs' is \(jobs); expected 1 or more", zh: "“--jobs”为 \(jobs)，应为 1 或更大的整数"),
        help: Wording("leave it out to work on all cores", zh: "不写则使用全部核心"))
    }
    Workers.count = jobs
  }
}
