internal import ArgumentParser

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw the plan's map sheets.")

  @OptionGroup var options: PlanOptions

  func run() throws {}
}
