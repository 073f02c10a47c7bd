internal import ArgumentParser
internal import DistrictPlan
internal import PlanCheck
internal import Messages
internal import PlanFindings
internal import PlanReport

struct TraceCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow statements to features, checks and sheets, and back.",
    discussion: "Example: gxq-map trace S106 road.haichuan")

  @Argument(help: "Statement ids, feature ids or names; everything without.")
  var names: [String] = []

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var sheets: SheetOptions

  @Option(name: .long, help: "How to print: text or json.")
  var format: Format = .text

  @Flag(name: .long, help: "Print only how many claims each rule evaluated.")
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hold every term against the documents' texts in this folder.", valueName: "dir"))
  var documents: String?

  func run() throws {
    let language = options.language
    try reporting(language) {
      let loaded = try options.load()
      let plan = try loaded.faultless()
      if let documents {
        try checkTerms(of: plan, in: documents, language)
        return
      }
      var check = CheckOptions()
      check.asOf = time.asOf
      check.works = try time.selection(of: plan)
      let result = CheckRunner.check(loaded, options: check)
      // Drawing takes longer than all the rest, and a summary tells nothing of sheets.
      let drawn = summary ? [:] : try SheetIndex.sheets(of: plan, drawnBy: sheets, time: time)
      let trace = Trace(plan, checked: result, sheets: drawn)
      Terminal.output(try usage { () throws(PlanError) in try text(of: trace, language) })
    }
  }

  private func text(of trace: Trace, _ language: Language) throws(PlanError) -> String {
    switch (format, summary) {
    case (.text, true): trace.summary(language)
    case (.text, false): try trace.text(names: names, language)
    case (.json, true): trace.summaryJSON
    case (.json, false): try trace.json(names: names)
    }
  }

  private func checkTerms(of plan: Plan, in directory: String, _ language: Language) throws {
    let terms = try TermCheck(plan, directory: directory)
    let word = language == .chinese ? "错误" : "error"
    for miss in terms.misses {
      Terminal.output(PlainText.line("\(miss.location): \(word): \(miss.message[language])") + "\n")
    }
    Terminal.output(
      language == .chinese
        ? "\(terms.documents) 份文件，找到用语 \(terms.found) 处，不符 \(terms.misses.count) 处\n"
        : "\(terms.documents) documents, \(terms.found) terms found, \(terms.misses.count) not\n")
    if !terms.misses.isEmpty { throw Status.findings }
  }
}
