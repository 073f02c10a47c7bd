internal import ArgumentParser
internal import Foundation
internal import Messages

/// The program: parses arguments, calls a module, prints.
@main
struct GxqMap: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gxq-map",
    abstract: "A district's plan as data: check it against its documents, draw it, export it.",
    discussion: """
      Works on the plan folder (the one with plan.yaml) found here or above, or in --plan, or in \
      $GXQ_PLAN.

      Exit status: 0 clean, 1 findings at or above --fail-on, 2 input cannot be read, 64 wrong usage, \
      70 internal error.
      """,
    version: version,
    subcommands: [
      RenderCommand.self, CheckCommand.self, ExportCommand.self, ListCommand.self,
      TraceCommand.self, FmtCommand.self, ConvertCommand.self, RulesCommand.self,
      ExplainCommand.self,
      InitCommand.self, SchemaCommand.self, StyleCommand.self,
    ])

  /// Runs the command that the arguments name.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      if Terminal.spoken == .chinese, !(error is ExitCode),
        exitCode(for: error) == .validationFailure
      {
        for line in UsageMessage.chinese(error, of: self) { Terminal.note(line) }
        Foundation.exit(ExitCode.validationFailure.rawValue)
      }
      exit(withError: error)
    }
  }
}
