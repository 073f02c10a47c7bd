internal import Messages
internal import PlanFindings
internal import PlanReport

/// How long each declaration of a rule took, slowest first.
enum Timings {
  /// A table, every row ending in a line break.
  static func text(of runs: [RuleRun], _ language: Language) -> String {
    var table = TextTable(
      header: language == .chinese
        ? ["规则", "对象", "要素", "要素对", "毫秒"] : ["rule", "layer", "features", "pairs", "ms"],
      rightAligned: [2, 3, 4])
    let ran = runs.filter { !$0.isOff }
    for run in ran.sorted(by: { ($1.seconds, $0.code) < ($0.seconds, $1.code) }) {
      let all = language == .chinese ? "全部" : "all"
      table.add([
        "\(run.code) \(run.name)", run.on.isEmpty ? all : run.on.joined(separator: ", "),
        "\(run.features)", "\(run.pairs)", milliseconds(run.seconds),
      ])
    }
    let total = ran.reduce(0) { $0 + $1.seconds }
    table.add([language == .chinese ? "合计" : "total", "", "", "", milliseconds(total)])
    return table.text
  }

  private static func milliseconds(_ seconds: Double) -> String {
    DecimalText.fixed(seconds * 1000, decimals: 1)
  }
}
