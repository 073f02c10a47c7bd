internal import ArgumentParser
internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// Whether to mend what can be mended safely.
struct FixOptions: ParsableArguments {
  @Flag(
    name: .long,
    help:
      "Make the safe fixes in the files, then check what is left; a surveyed feature never moves.")
  var fix = false

  @Flag(name: .long, help: "With --fix: write nothing, print the patch; exit 1 when there is one.")
  var diff = false

  /// Refuses what cannot be meant.
  func validate(for paths: [String]) throws(UsageError) {
    if diff, !fix {
      throw UsageError(
        Wording("'--diff' shows what '--fix' would do", zh: "--diff 用于查看 --fix 的改动"),
        help: Wording("write --fix --diff", zh: "写作 --fix --diff"))
    }
    if fix, !diff, paths.contains("-") {
      throw UsageError(
        Wording("standard input cannot be fixed", zh: "无法修改标准输入"),
        help: Wording("use --fix --diff to see the patch", zh: "用 --fix --diff 查看补丁"))
    }
  }
}

/// Makes the fixes that findings carry, or shows them as a patch.
struct FixRun {
  let plan: Plan
  /// Findings that nobody accepted, in reporting order.
  let findings: [Finding]
  let language: Language

  /// Says on standard error what is fixed, and writes the files.
  func write() throws(PlanError) {
    let (fixes, outcome) = outcome()
    for file in outcome.files { try OutputFile.write(file.after, to: file.path) }
    let word = language == .chinese ? "已修复" : "fixed"
    for ((finding, fix), isMade) in zip(fixes, outcome.isMade) where isMade {
      note(finding, "\(word)[\(finding.code)]: \(fix.title[language])")
    }
    let left = outcome.isMade.count { !$0 }
    if left > 0 {
      Terminal.note(
        language == .chinese
          ? "\(left) 处修复与其他修复相邻或无法进行，请再次运行"
          : "\(left) fixes touch others or cannot be made; run again")
    }
  }

  /// The patch that ``write()`` would make.
  func patch() -> [UInt8] {
    outcome().1.files.flatMap { UnifiedDiff.text(from: $0.before, to: $0.after, path: $0.path) }
  }

  private func outcome() -> ([(Finding, SuggestedFix)], PlanEditor.Outcome) {
    let fixes = findings.compactMap { finding in finding.fix.map { (finding, $0) } }
    return (fixes, PlanEditor.outcome(of: fixes.map(\.1), in: plan))
  }

  private func note(_ finding: Finding, _ text: String) {
    Terminal.note(PlainText.line((finding.location.map { "\($0): " } ?? "") + text))
  }
}
