internal import ArgumentParser
internal import DistrictPlan
internal import PlanCheck
internal import Messages
internal import PlanReport

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List every rule: code, name, what offends it.")

  @Option(name: .long, help: "Language: zh or en; else from the locale.")
  var lang: Language?

  func run() {
    let language = Terminal.language(lang)
    var table = TextTable(
      header: language == .chinese
        ? ["代码", "名称", "论断", "含义"] : ["code", "name", "claims", "summary"])
    for rule in RuleRegistry.all.map({ $0.description }) {
      let claims = rule.evaluates.map(\.rawValue).joined(separator: ", ")
      table.add([rule.code, rule.name, claims.isEmpty ? "-" : claims, rule.summary[language]])
    }
    Terminal.output(table.text)
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: why, how to mend it, what it takes, examples.",
    discussion: "Example: gxq-map explain A01")

  @Argument(help: ArgumentHelp("A rule's code or name.", valueName: "code"))
  var rule: String

  @Option(name: .long, help: "Language: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    try reporting(language) {
      let description = try RuleArgument.require(rule)
      Terminal.output(try RuleSheet(description, language).text)
    }
  }
}
