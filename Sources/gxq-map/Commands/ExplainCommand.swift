internal import ArgumentParser
internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanReport

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
      if let sheetRule = LintRegistry.rule(rule) {
        return Terminal.output(sheetRule.text(language))
      }
      let description = try RuleArgument.require(rule)
      Terminal.output(try RuleSheet(description, language).text)
    }
  }
}
