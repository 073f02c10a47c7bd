internal import Messages
internal import Workforce
public import DistrictPlan
public import PlanFindings

/// What a check is to look at.
public struct CheckOptions: Sendable {
  /// Claims that can only be later do not count.
  public var asOf: CalendarDay?
  /// Which works are taken as done; `nil` checks both states.
  public var works: WorksSelection?
  /// Codes or names of the only rules to run; empty runs all.
  public var only: Set<String> = []
  /// Codes or names of rules to leave out.
  public var skipped: Set<String> = []
  /// The day on which exceptions expire or not.
  public var today: CalendarDay?
  /// An earlier state of the plan: only what has changed since, and what lies near it, is reported.
  public var since: EarlierPlan?
  /// The documents' texts; `nil` where nobody has them.
  public var documents: DocumentTexts?

  /// The rules of map sheets, so that exceptions from them are known.
  public var sheetRules: [RuleGuide] = []

  /// Creates the options of a plain check.
  public init() {}
}

/// What came of a check.
public struct CheckResult: Sendable {
  /// Findings in reporting order, accepted ones included.
  public let findings: [Finding]
  /// What was looked at.
  public let summary: CheckSummary
  /// What came of each claim, by claim id.
  public let verdicts: [String: ClaimVerdict]
}

/// Runs the rules that a plan declares.
public enum CheckRunner {
  /// Checks a plan.
  public static func check(_ loaded: LoadedPlan, options: CheckOptions = .init()) -> CheckResult {
    let plan = loaded.plan
    var builder = TaskBuilder(
      plan: plan, earlier: options.since?.plan, hasDocuments: options.documents != nil)
    let tasks = (plan.rules + impliedRules(of: plan, options)).compactMap { builder.task(for: $0) }
    let faults =
      loaded.faults + builder.faults + tasks.flatMap { $0.0.faults(of: $0.1, in: plan) }
      + EmptySelections(plan: plan).faults()
      + UnseenGeometries(tasks: tasks.map(\.1), plan: plan).faults()
      + UncoveredFeatures(plan: plan, known: loaded.faults).faults()
    let context = CheckContext(
      plan: plan, faults: faults,
      asOf: options.asOf, works: options.works,
      earlier: options.since?.plan, revision: options.since?.name, documents: options.documents,
      leftOut: Set(tasks.map(\.1.description).filter { !options.wants($0) }.map(\.code)))
    var findings: [Finding] = []
    var late: [(any LateRule.Type, RuleTask)] = []
    let wanted = tasks.filter { options.wants($0.1.description) }
    for (number, (type, task)) in wanted.enumerated() {
      Progress.enter(
        ProgressStage(
          Wording(
            "checking \(task.description.code) \(task.description.name)",
            zh: "检查 \(task.description.code) \(task.description.name)"), number, of: wanted.count))
      guard !task.isOff else {
        context.skipped(task)
        continue
      }
      if type.isLate, let lateType = type as? any LateRule.Type {
        late.append((lateType, task))
        continue
      }
      findings += context.running(task) { run(type, task, context) }
    }
    let undeclared = unique(undeclaredFaults(of: context, declared: tasks.map(\.1), options))
      .map { $0.namingFiles(of: plan) }
    findings += undeclared
    for (type, task) in late {
      findings += context.running(task) {
        type.init().findings(for: task, about: findings, using: context)
      }
    }
    // Only where a rule was declared twice may two declarations find the same.
    let codes = wanted.map(\.1.description.code) + Set(undeclared.map(\.code))
    if Set(codes).count < codes.count { findings = unique(findings) }
    findings = findings.map { placed($0, in: plan) }
    findings = ExceptionMatcher(
      plan: plan, today: options.today, health: health(tasks.map(\.1), options),
      reportsStale: options.isWhole, sheetRules: options.sheetRules
    ).applied(to: findings)
    if let since = options.since {
      findings = only(findings, since: since, of: plan, context)
    }
    context.finish()
    return CheckResult(
      findings: findings.sorted(by: Finding.isReportedBefore), summary: context.summary,
      verdicts: context.verdicts)
  }

  /// Who gives the documents' texts wants them read, whether the plan declares the rule or not.
  private static func impliedRules(of plan: Plan, _ options: CheckOptions) -> [RuleDeclaration] {
    let rule = TermsInDocument.description
    guard options.documents != nil, !plan.documents.isEmpty,
      !plan.rules.contains(where: { [rule.code, rule.name].contains($0.rule) })
    else { return [] }
    return [RuleDeclaration(rule.code, parameters: [:], location: plan.manifest.location)]
  }

  private static func run(
    _ type: any Rule.Type, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    do {
      return try type.init().findings(for: task, using: context)
    } catch {
      // One geometry that the engine refuses hides no other rule's findings.
      return [
        task.finding(
          Wording(
            "rule \(task.description.code) could not finish: \(error)",
            zh: "规则 \(task.description.code) 未能完成：\(Wording(of: error).chinese)"),
          parties: [
            Finding.Party(id: task.description.code, name: nil, location: task.location)
          ], severity: .error)
      ]
    }
  }

  /// Faults of reading whose rule the plan does not declare: they are silent only when asked to be.
  private static func undeclaredFaults(
    of context: CheckContext, declared: [RuleTask], _ options: CheckOptions
  ) -> [Finding] {
    let covered = Set(declared.filter(\.isPlain).map(\.description.code))
    let faults = context.faults.filter { fault in
      let name = RuleRegistry.rule(fault.code)?.description.name ?? fault.code
      return !covered.contains(fault.code) && options.wants(code: fault.code, name: name)
    }
    let hygiene = FileHygiene.description
    return FileHygiene.findings(
      for: faults.filter { $0.code == hygiene.code }, severity: hygiene.severity)
      + faults.filter { $0.code != hygiene.code }.map { fault in
        let rule = RuleRegistry.rule(fault.code)?.description
        return FaultFinding.finding(
          for: fault, name: rule?.name ?? fault.code,
          severity: fault.severity ?? rule?.severity ?? .error)
      }
  }

  /// The findings that an edit since an earlier state may have to do with.
  private static func only(
    _ findings: [Finding], since earlier: EarlierPlan, of plan: Plan, _ context: CheckContext
  ) -> [Finding] {
    let change = PlanChange(from: earlier, to: plan)
    let kept = findings.filter { change.concerns($0, context.topology) }
    context.reported(
      ChangeScope(
        revision: earlier.name, changed: change.changed.count, removed: change.removed.count,
        reach: earlier.reach, leftOut: findings.count - kept.count))
    return kept
  }

  /// The finding with the layer of every party.
  private static func placed(_ finding: Finding, in plan: Plan) -> Finding {
    var finding = finding
    for index in finding.parties.indices {
      guard let feature = plan.feature(finding.parties[index].id) else { continue }
      finding.parties[index].layer = plan.layers.first { $0.contains(feature) }?.id
    }
    return finding
  }

  /// How much a faulty exception weighs; `nil` when nobody wants to hear of it.
  private static func health(_ tasks: [RuleTask], _ options: CheckOptions) -> Severity? {
    let description = RuleHealth.description
    guard options.wants(description) else { return nil }
    guard let task = tasks.first(where: { $0.description.code == description.code }) else {
      return description.severity
    }
    return task.isOff ? nil : task.severity
  }

  /// The findings, of equal ones the first.
  static func unique(_ findings: [Finding]) -> [Finding] {
    var seen = Set<Finding>(minimumCapacity: findings.count)
    return findings.filter { seen.insert($0).inserted }
  }
}

/// A rule that judges the findings of the others, and so runs after them.
protocol LateRule: Rule {
  func findings(
    for task: RuleTask, about findings: [Finding], using context: CheckContext
  ) -> [Finding]
}

extension LateRule {
  static var isLate: Bool { true }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    findings(for: task, about: [], using: context)
  }
}

extension CheckOptions {
  /// Whether everything is looked at, so that silence about an exception means something.
  fileprivate var isWhole: Bool {
    only.isEmpty && skipped.isEmpty && asOf == nil && works == nil
  }

  fileprivate func wants(_ description: RuleDescription) -> Bool {
    wants(code: description.code, name: description.name)
  }

  fileprivate func wants(code: String, name: String) -> Bool {
    let names: Set = [code, name]
    return (only.isEmpty || !only.isDisjoint(with: names)) && skipped.isDisjoint(with: names)
  }
}
