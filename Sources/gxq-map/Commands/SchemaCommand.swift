internal import ArgumentParser
internal import Messages
internal import PlanReport

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of one of our files, for editors and validators.",
    discussion: """
      Example: gxq-map schema plan > plan.schema.json
      An editor with the YAML language server then completes and checks a file that starts with
      # yaml-language-server: $schema=plan.schema.json
      """)

  @Argument(help: ArgumentHelp("Which file; --list names them.", valueName: "name"))
  var name: String?

  @Flag(name: .long, help: "List the schemas there are.")
  var list = false

  @Option(name: .long, help: "Language: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    try reporting(language) {
      if list {
        var table = TextTable(
          header: language == .chinese ? ["名称", "文件", "含义"] : ["name", "file", "meaning"])
        for schema in FileSchema.all {
          table.add([schema.name, schema.file, schema.meaning[language]])
        }
        Terminal.output(table.text)
        return
      }
      let names = FileSchema.all.map(\.name)
      guard let name else {
        throw UsageError(
          Wording("no schema is named", zh: "没有指定模式"),
          help: Wording(
            "name one of \(names.joined(separator: ", "))",
            zh: "可用的模式：\(names.joined(separator: "、"))"))
      }
      guard let schema = FileSchema.all.first(where: { $0.name == name }) else {
        let question = Suggestion.question(for: name, in: names)
        throw UsageError(
          Wording(
            "unknown schema '\(name)'\(question.english)", zh: "没有模式“\(name)”\(question.chinese)"),
          help: Wording("'gxq-map schema --list' lists them", zh: "用 gxq-map schema --list 查看"))
      }
      Terminal.output(schema.text)
    }
  }
}
