public import DistrictPlan
public import MapTopology
public import PlanFindings
internal import PlanNetwork

/// What one run of the rules shares: the plan, the geometry engine, and what has been verified.
///
/// Stays in one task, because the geometry engine does.
public final class CheckContext {
  /// The plan as read.
  public let plan: Plan
  /// The geometry engine.
  public let topology: Topology
  /// Claims that can only be later than this day do not count; `nil` counts all.
  public let asOf: CalendarDay?
  /// Which works are taken as done; `nil` checks both states, none and all.
  public let works: WorksSelection?
  /// The plan as it was in the state that the check compares with.
  let earlier: Plan?
  /// What the state is called that the check compares with; `nil` when it compares with none.
  let revision: String?
  /// The documents' texts; `nil` where nobody has them.
  let documents: DocumentTexts?
  /// The codes of declared rules that this run was told to leave out.
  let leftOut: Set<String>
  /// What was looked at.
  public private(set) var summary = CheckSummary()
  /// What came of each claim, by claim id.
  public private(set) var verdicts: [String: ClaimVerdict] = [:]
  let faults: [PlanFault]
  var coverages: [[ObjectIdentifier]: Coverage] = [:]
  var areaSets: [[ObjectIdentifier]: AreaSet] = [:]
  var areaContacts: [[ObjectIdentifier]: AreaContacts] = [:]
  var lines: [FeatureSet: PlanLines] = [:]
  var places: [NetworkKey: LinePlaces] = [:]
  var looseEnds: [NetworkKey: [LineEnd]] = [:]
  var networks: [NetworkKey: LineNetwork] = [:]
  var lineSets: [NetworkKey: LineSet] = [:]
  /// The works that lengthen the road network, in the plan's order.
  private(set) lazy var roadAdditions = plan.features.filter(\.addsRoadLine)
  /// The features whose areas have been looked at, and of those what is not sound.
  var judged: Set<ObjectIdentifier> = []
  var judgements: [ObjectIdentifier: AreaJudgement] = [:]

  init(
    plan: Plan, faults: [PlanFault], asOf: CalendarDay?, works: WorksSelection?,
    earlier: Plan? = nil, revision: String? = nil, documents: DocumentTexts? = nil,
    leftOut: Set<String> = []
  ) {
    self.plan = plan
    self.faults = faults
    self.asOf = asOf
    self.works = works
    self.earlier = earlier
    self.revision = revision
    self.documents = documents
    self.leftOut = leftOut
    topology = Topology()
  }

  /// The claims of a kind that count at the day of the check, in order.
  public func claims(_ kind: ClaimKind) -> [Claim] {
    plan.spokenClaims(by: asOf).filter { $0.kind == kind }
  }

  /// Notes that a rule has tested a claim.
  public func record(_ claim: Claim, by task: RuleTask, holds: Bool) {
    verdicts[claim.id] = ClaimVerdict(
      claim: claim, rule: task.description.code,
      holds: holds && (verdicts[claim.id]?.holds ?? true))
  }

  /// Notes how much a rule has looked at.
  public func verified(pairs: Int = 0, belowNoiseFloor: Int = 0) {
    summary.pairs += pairs
    summary.belowNoiseFloor += belowNoiseFloor
  }

  /// Whether the check compares with another state of the plan, even one without any features.
  var isCompared: Bool { revision != nil }

  /// Notes that a rule could not look at changes, because there is nothing to compare with.
  func unverified(_ task: RuleTask) {
    summary.uncompared = Set(summary.uncompared + [task.description.code]).sorted()
  }

  /// Notes a declaration that is not to run.
  func skipped(_ task: RuleTask) {
    summary.runs.append(run(of: task, pairs: 0, belowNoiseFloor: 0, found: [], seconds: 0))
  }

  /// Does the work of one declaration and notes what it looked at and how long it took.
  func running(_ task: RuleTask, _ work: () -> [Finding]) -> [Finding] {
    let before = (pairs: summary.pairs, noise: summary.belowNoiseFloor)
    let clock = ContinuousClock()
    let start = clock.now
    // A rule that looks at several states of the plan may find the same in each.
    let findings = CheckRunner.unique(work()).map { $0.namingFiles(of: plan) }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    summary.rules += 1
    summary.features += task.features.count
    summary.runs.append(
      run(
        of: task, pairs: summary.pairs - before.pairs,
        belowNoiseFloor: summary.belowNoiseFloor - before.noise, found: findings, seconds: seconds))
    return findings
  }

  private func run(
    of task: RuleTask, pairs: Int, belowNoiseFloor: Int, found: [Finding], seconds: Double
  ) -> RuleRun {
    RuleRun(
      code: task.description.code, name: task.description.name, isOff: task.isOff, on: task.on,
      with: task.with, layers: task.layers(in: plan), location: task.location,
      features: task.features.count, partners: task.partners.count, pairs: pairs,
      belowNoiseFloor: belowNoiseFloor, found: found.map(\.fingerprint), seconds: seconds)
  }

  /// Notes that only a part of the findings is reported.
  func reported(_ scope: ChangeScope) { summary.scope = scope }

  /// Fills in the numbers that are known only at the end.
  func finish() {
    summary.claims = verdicts.count
    summary.statements = Set(verdicts.values.map(\.claim.statement)).count
  }
}

/// What came of one claim.
public struct ClaimVerdict: Hashable, Sendable {
  /// The claim.
  public let claim: Claim
  /// The code of the rule that tested it.
  public let rule: String
  /// Whether it holds.
  public let holds: Bool
}

extension RuleTask {
  /// The ids of the layers that the declaration is on; of all layers when it names none.
  fileprivate func layers(in plan: Plan) -> [String] {
    guard !on.isEmpty else { return plan.layers.map(\.id) }
    var seen: Set<String> = []
    return on.flatMap { name in
      if let layer = plan.layer(name) { return [layer.id] }
      let named = plan.features(Reference(names: [name], location: location))
      return named.compactMap { feature in plan.layers.first { $0.contains(feature) }?.id }
    }.filter { seen.insert($0).inserted }
  }
}
