internal import ArgumentParser
internal import DistrictPlan
internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanFindings
internal import PlanReport

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List every rule: code, name, what offends it.",
    discussion: """
      Examples:
        gxq-map rules
        gxq-map rules --coverage
      """)

  @OptionGroup var options: PlanOptions

  @Flag(
    name: .long, help: "Which rules and claims look at which layers of the plan, and which at none."
  )
  var coverage = false

  @Flag(name: .long, help: "Only the rules that look at map sheets.")
  var sheets = false

  @Flag(name: .long, help: "Write the reference of all rules in Markdown.")
  var markdown = false

  func run() throws {
    let language = options.language
    try reporting(language) {
      if coverage, markdown {
        throw UsageError(
          Wording("--coverage and --markdown are two reports", zh: "--coverage 与 --markdown 只能选一"))
      }
      if coverage, sheets {
        throw UsageError(
          Wording("--coverage is about layers, not sheets", zh: "--coverage 针对图层，不针对图纸"))
      }
      if coverage {
        let plan = try options.load().plan
        Terminal.output(CoverageTable(RuleCoverage(of: plan), language).text)
      } else if markdown {
        guard !sheets else { return Terminal.output(LintReference.text) }
        Terminal.output(RuleReference(RuleRegistry.all.map { $0.description }).text)
      } else {
        Terminal.output(list(language))
      }
    }
  }

  private func list(_ language: Language) -> String {
    var table = TextTable(
      header: language == .chinese
        ? ["代码", "名称", "论断", "含义"] : ["code", "name", "claims", "summary"])
    for rule in sheets ? [] : RuleRegistry.all.map({ $0.description }) {
      let claims = rule.evaluates.map(\.rawValue).joined(separator: ", ")
      table.add([rule.code, rule.name, claims.isEmpty ? "-" : claims, rule.summary[language]])
    }
    for guide in LintRegistry.all.map(\.guide) {
      table.add([guide.code, guide.name, "-", guide.summary[language]])
    }
    return table.text
  }
}
