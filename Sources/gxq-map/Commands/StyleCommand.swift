internal import ArgumentParser

/// Style documents of MapLibre, and single expressions.
struct StyleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "style",
    abstract: "Check style documents (MapLibre Style Specification, version 8); try expressions.",
    discussion: """
      Examples:
        gxq-map style check styles/*.json
        gxq-map style eval '["*", 2, ["get", "lanes"]]' --properties '{"lanes": 2}'
      """,
    subcommands: [StyleCheckCommand.self, StyleEvalCommand.self])
}

/// The forms in which `style` answers.
enum StyleFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
