import PlanTestSupport
import Testing

/// A way to spoil the starter plan, and what must be said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  /// What is spoilt.
  let testDescription: String
  /// Where the message points: file, line and column.
  let place: String
  /// The rule it offends; `nil` when the plan cannot be read at all.
  let code: String?
  /// What is, in words.
  let message: String
  /// What to do about it.
  let help: String
  /// Spoils the plan in the folder `plan`.
  let spoil: @Sendable (Workspace) throws -> Void

  /// Something that cannot be opened or parsed: status 2.
  static func unreadable(
    _ name: String, _ place: String, _ message: String, help: String,
    _ spoil: @escaping @Sendable (Workspace) throws -> Void
  ) -> BadInput {
    BadInput(
      testDescription: name, place: place, code: nil, message: message, help: help, spoil: spoil)
  }

  /// Something that can be read but is wrong: a finding.
  static func finding(
    _ name: String, _ place: String, _ code: String, _ message: String, help: String,
    _ spoil: @escaping @Sendable (Workspace) throws -> Void
  ) -> BadInput {
    BadInput(
      testDescription: name, place: place, code: code, message: message, help: help, spoil: spoil)
  }

  /// Whether the fault stands in a GeoJSON file.
  var isInGeometry: Bool { place.contains(".geojson") }
}

/// What every kind of bad input leads to.
enum BadInputExpectation {
  /// `check` reports what can be read as a finding, and refuses the rest.
  static func check(_ input: BadInput) throws {
    let workspace = try Workspace.withStarter()
    try input.spoil(workspace)
    if Thoroughness.isFull {
      try speaksChinese(try workspace.run("check", "plan", "--lang", "zh"))
    }
    let outcome = try workspace.run("check", "plan")
    if let code = input.code {
      #expect(outcome.status == 1, "\(outcome)")
      #expect(outcome.errors.isEmpty)
      let line = "\(input.place): error[\(code)]: \(input.message)"
      let index = try #require(outcome.lines.firstIndex(of: line), "\(line)\n\(outcome)")
      let rest = outcome.lines[index...].dropFirst().prefix { $0.hasPrefix("  ") }
      #expect(rest.contains("  help: \(input.help)"), "\(outcome)")
      #expect(outcome.lines.contains { $0.hasPrefix("verified: ") })
    } else {
      #expect(outcome.status == 2, "\(outcome)")
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errorLines == [
          "\(input.place): error: \(input.message)", "  help: \(input.help)",
        ])
    }
  }

  /// Everything said in Chinese is Chinese.
  static func speaksChinese(_ outcome: Program.Outcome) throws {
    for line in outcome.lines + outcome.errorLines {
      // Places, names and numbers stand as they are.
      guard !line.hasPrefix("  位置 "), !line.hasPrefix("  涉及陈述 ") else { continue }
      // So do the lines of files that are quoted, and the marks below them.
      guard line.prefixMatch(of: /\s+\d*\s?\|/) == nil else { continue }
      #expect(Speech.flaw(inChinese: line) == nil, "\(line)")
    }
  }

  /// Commands that write refuse it, and leave every file as it was.
  static func writing(_ input: BadInput) throws {
    let workspace = try Workspace.withStarter()
    try input.spoil(workspace)
    try workspace.write("before", to: "out/roads.geojson")
    let names = workspace.files()
    let before = try names.map(workspace.data)
    var commands = [["export", "-o", "out"], ["export", "-o", "-"], ["render", "-o", "out"]]
    if input.code == nil || input.isInGeometry { commands.append(["fmt"]) }
    for command in commands {
      let outcome = try Program.run(command + ["--plan", "plan"], in: workspace.root)
      #expect(outcome.status == 2, "\(command): \(outcome)")
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errorLines == [
          "\(input.place): error: \(input.message)", "  help: \(input.help)",
        ], "\(command)")
      #expect(workspace.files() == names)
      #expect(try names.map(workspace.data) == before)
    }
  }
}
