public import DistrictPlan
public import PlanFindings

/// Holds findings about map sheets against the plan's exceptions, as those about the plan are.
public enum SheetExceptions {
  /// The findings, marked where an entry accepts them, and the entries that accept nothing.
  ///
  /// - Parameters:
  ///   - rules: The rules of map sheets; entries for other rules are left alone.
  ///   - today: The day on which entries expire or not.
  ///   - isWhole: Whether every sheet, theme and rule was looked at, so that silence about an entry
  ///     means something.
  public static func applied(
    to findings: [Finding], of plan: Plan, rules: [RuleGuide], today: CalendarDay?, isWhole: Bool
  ) -> [Finding] {
    var matcher = ExceptionMatcher(
      plan: plan, today: today, health: RuleHealth.description.severity, reportsStale: isWhole)
    matcher.sheetRules = rules
    matcher.isAboutSheets = true
    return matcher.applied(to: findings).sorted(by: Finding.isReportedBefore)
  }
}
