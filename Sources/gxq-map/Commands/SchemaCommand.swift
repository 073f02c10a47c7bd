internal import ArgumentParser
internal import Messages
internal import PlanReport

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of one of our files, for editors and validators.",
    discussion: """
      Without a name it lists the schemas there are.
      Example: gxq-map schema --all schemas
      An editor with the YAML language server then completes and checks a file that starts with
      # yaml-language-server: $schema=schemas/plan.json
      """)

  @Argument(help: ArgumentHelp("Which file.", valueName: "name"))
  var name: String?

  @Option(
    name: .long, help: ArgumentHelp("Write every schema into this folder.", valueName: "dir"))
  var all: String?

  @Option(name: .long, help: "Language: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    try reporting(language) {
      guard name == nil || all == nil else {
        throw UsageError(
          Wording(
            "'\(name ?? "")' stands beside '--all'", zh: "“\(name ?? "")”与“--all”并列"),
          help: Wording("keep one of them", zh: "只保留其一"))
      }
      if let all {
        for schema in FileSchema.all {
          try OutputFile.write(Array(schema.text.utf8), to: "\(all)/\(schema.name).json")
        }
      } else if let name {
        Terminal.output(try schema(named: name).text)
      } else {
        Terminal.output(list(language))
      }
    }
  }

  private func list(_ language: Language) -> String {
    var table = TextTable(
      header: language == .chinese ? ["名称", "文件", "含义"] : ["name", "file", "meaning"])
    for schema in FileSchema.all {
      table.add([schema.name, schema.file, schema.meaning[language]])
    }
    return table.text
  }

  private func schema(named name: String) throws -> FileSchema {
    if let schema = FileSchema.all.first(where: { $0.name == name }) { return schema }
    let question = Suggestion.question(for: name, in: FileSchema.all.map(\.name))
    throw UsageError(
      Wording(
        "unknown schema '\(name)'\(question.english)", zh: "没有模式“\(name)”\(question.chinese)"),
      help: Wording("'gxq-map schema' lists them", zh: "用 gxq-map schema 查看"))
  }
}
