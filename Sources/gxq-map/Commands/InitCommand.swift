internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import PlanExchange
internal import Messages

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a plan: a small valid one to grow from.",
    discussion: "Example: gxq-map init my-plan && gxq-map check my-plan")

  @Argument(help: ArgumentHelp("The folder to write to; it is made if missing.", valueName: "dir"))
  var directory: String

  @Option(name: .long, help: "Language: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    try reporting(language) {
      for file in StarterPlan.files {
        let path = "\(directory)/\(file.name)"
        guard FileManager.default.fileExists(atPath: path) else { continue }
        throw PlanError(
          message: Wording("'\(path)' is already there", zh: "“\(path)”已存在"),
          help: Wording("choose an empty folder; nothing was written", zh: "请选择空文件夹；未写入任何文件"))
      }
      for file in StarterPlan.files {
        try OutputFile.write(Array(file.text.utf8), to: "\(directory)/\(file.name)")
      }
      Terminal.note(
        language == .chinese
          ? "已在 \(directory) 写入 \(StarterPlan.files.count) 个文件；下一步：gxq-map check \(directory)"
          : "wrote \(StarterPlan.files.count) files to \(directory); next: gxq-map check \(directory)"
      )
    }
  }
}
