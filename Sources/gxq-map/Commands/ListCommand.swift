internal import ArgumentParser
internal import DistrictPlan
internal import PlanReport

struct ListCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List features with their status, area and length.",
    discussion: "Example: gxq-map list districts works --as-of 2018-12")

  @Argument(help: "Layer ids, feature ids or names; everything without.")
  var names: [String] = []

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: "How to print: text or json.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Statuses as the documents had told them by this day.", valueName: "date"))
  var asOf: CalendarDay?

  func run() throws {
    let language = options.language
    try reporting(language) {
      let plan = try options.load().faultless()
      let list = try usage { () throws(PlanError) in
        try FeatureList(plan, names: names, asOf: asOf)
      }
      Terminal.output(format == .json ? list.json : list.text(language))
    }
  }
}
