internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// Makes the fixes that findings carry, or shows them as a patch.
struct FixRun {
  let plan: Plan
  /// Findings that nobody accepted, in reporting order.
  let findings: [Finding]
  let language: Language

  /// Says on standard error what is fixed, and writes the files.
  ///
  /// - Returns: Whether anything was changed.
  func write() throws(PlanError) -> Bool {
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
    return !outcome.files.isEmpty
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
