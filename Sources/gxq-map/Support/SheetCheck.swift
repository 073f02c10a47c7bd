internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanFindings
internal import Workforce

/// What `check --sheets` looks at.
struct SheetCheckOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      """
      Look the map sheets over instead of the plan: all, or those whose ids are given; under every \
      theme that sheets.yaml names, or --theme.
      """))
  var sheets = false

  @OptionGroup var styles: SheetOptions
  @OptionGroup var look: ThemeOptions

  /// Whether something is asked for that only sheets have.
  var isUsed: Bool { sheets || styles.styles != nil || look.theme != nil }
}

/// Looks map sheets over, each under each theme.
struct SheetCheck {
  let plan: Plan
  let folder: String
  let options: SheetCheckOptions
  let ids: [String]
  let rules: SheetRuleChoice
  let render: RenderOptions
  let today: CalendarDay?

  /// The findings and what was seen.
  func report(_ language: Language) throws -> CheckReport {
    let first = try options.styles.catalog(forPlan: folder, theme: options.look.theme)
    var themes: [String?] = options.look.theme.map { [$0] } ?? first.themes
    if themes.isEmpty { themes = [nil] }
    let jobs = try themes.flatMap { theme in
      let catalog = try options.styles.catalog(forPlan: folder, theme: theme)
      let renderer = SheetRenderer(plan: plan, catalog: catalog, options: render)
      return try Self.sheets(ids, of: renderer).map { (renderer: renderer, sheet: $0) }
    }
    let lints = try Workers.map(jobs, atOnce: Workers.count) { job in
      try job.renderer.render(job.sheet).lint { rules.contains($0) }
    }
    let isWhole =
      ids.isEmpty && options.look.theme == nil && rules.isAll && render.asOf == nil
      && render.works == nil && render.language == .chinese
    return Self.report(
      lints, of: plan, on: jobs.map(\.sheet), rules, today: today, isWhole: isWhole, language)
  }

  private static func sheets(_ ids: [String], of renderer: SheetRenderer) throws -> [Sheet] {
    do {
      return try renderer.sheets(named: ids)
    } catch let error where error.location == nil {
      throw UsageError(error.message, help: error.help)
    }
  }

  /// The report on some sheets.
  static func report(
    _ lints: [SheetLint], of plan: Plan, on sheets: [Sheet], _ rules: SheetRuleChoice,
    today: CalendarDay?, isWhole: Bool, _ language: Language
  ) -> CheckReport {
    let guides = LintRegistry.all.map(\.guide)
    let findings = SheetExceptions.applied(
      to: SheetLint.joined(lints), of: plan, rules: guides, today: today, isWhole: isWhole)
    var summary = CheckSummary()
    summary.sheets = lints.map(\.statistics)
    summary.pairs = summary.sheets.reduce(0) { $0 + $1.pairs }
    let chosen = guides.filter { rules.contains($0.code) }
    summary.rules = chosen.count
    let names = sheets.reduce(into: [String]()) { names, sheet in
      if !names.contains(sheet.id) { names.append(sheet.id) }
    }
    if let place = sheets.first?.location {
      summary.runs = chosen.map { guide in
        RuleRun(
          code: guide.code, name: guide.name, isOff: false, on: names, with: [], layers: names,
          location: place, features: lints.count, partners: 0, pairs: 0, belowNoiseFloor: 0,
          found: findings.filter { $0.code == guide.code }.map(\.fingerprint), seconds: 0)
      }
    }
    let title = language == .english ? plan.manifest.titleEnglish : nil
    return CheckReport(
      findings: findings, summary: summary, version: GxqMap.version,
      titles: [title ?? plan.manifest.title], guides: guides + CheckedPlan.guides,
      background: CheckedPlan.background(of: findings, in: plan))
  }
}

/// Which rules of sheets take part.
struct SheetRuleChoice {
  private let only: Set<String>
  private let skipped: Set<String>

  static let all = SheetRuleChoice()

  private init() { (only, skipped) = ([], []) }

  init(only: [String], skipped: [String]) throws(UsageError) {
    func codes(_ names: [String]) throws(UsageError) -> Set<String> {
      var codes: Set<String> = []
      for name in names { codes.insert(try Self.code(of: name)) }
      return codes
    }
    self.only = try codes(only)
    self.skipped = try codes(skipped)
  }

  var isAll: Bool { only.isEmpty && skipped.isEmpty }

  func contains(_ code: String) -> Bool {
    (only.isEmpty || only.contains(code)) && !skipped.contains(code)
  }

  private static func code(of name: String) throws(UsageError) -> String {
    if let rule = LintRegistry.rule(name) { return rule.guide.code }
    let known = LintRegistry.all.flatMap { [$0.guide.code, $0.guide.name] }
    let question = Suggestion.question(for: name, in: known)
    throw UsageError(
      Wording(
        "no rule of sheets is '\(name)'\(question.english)",
        zh: "没有图纸规则“\(name)”\(question.chinese)"),
      help: Wording(
        "--sheets takes \(LintRegistry.all.map(\.guide.code).joined(separator: ", "))",
        zh: "--sheets 可用 \(LintRegistry.all.map(\.guide.code).joined(separator: "、"))"))
  }
}
