import DistrictPlan
import PlanCheck
import PlanFindings
import Testing

/// Checks features, drawn in metres, with one rule.
func check(
  _ rule: String, _ features: [ExampleFeature], _ settings: [String] = [],
  works: WorksSelection? = nil
) throws -> CheckResult {
  let type = try #require(RuleRegistry.rule(rule))
  let texts = try ExamplePlan(features, settings: settings).texts(for: type.description)
  var options = CheckOptions()
  options.works = works
  return CheckRunner.check(try PlanLoader.load(from: texts), options: options)
}

/// What a finding says, whatever the order and place of the features.
struct Verdict: Hashable, CustomStringConvertible {
  let code: String
  let parties: [String]

  init(code: String, parties: [String]) {
    self.code = code
    self.parties = parties
  }

  init(_ finding: Finding) {
    code = finding.code
    parties = finding.parties.map(\.id).sorted()
  }

  var description: String { "\(code) \(parties)" }
}

extension CheckResult {
  /// The amounts of the findings, in order, by what they say.
  var amounts: [Verdict: [Double]] {
    Dictionary(grouping: findings, by: Verdict.init)
      .mapValues { $0.map { $0.measure?.value ?? 0 }.sorted() }
  }
}

/// Whether both say the same of the same, to within a tenth of the unit: overlay works on a grid.
func agree(_ a: [Verdict: [Double]], _ b: [Verdict: [Double]]) -> Bool {
  a.keys == b.keys
    && a.allSatisfy { verdict, amounts in
      let others = b[verdict] ?? []
      return amounts.count == others.count
        && zip(amounts, others).allSatisfy { abs($0 - $1) < 0.1 }
    }
}
