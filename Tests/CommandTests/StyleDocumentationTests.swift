import Foundation
import Testing

/// docs/style.md: its examples run, and its table of what is drawn is that of the program.
struct StyleDocumentationTests {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: "\(Workspace.repository)/docs/style.md", encoding: .utf8)
  }

  /// A command and everything that it prints.
  private var examples: [(command: String, answer: String)] {
    var result: [(String, String)] = []
    for block in text.components(separatedBy: "```console\n").dropFirst() {
      let body = block.components(separatedBy: "```")[0]
      for part in ("\n" + body).components(separatedBy: "\n$ ").dropFirst() {
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let answer = lines.dropFirst().filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
        result.append((lines[0], answer))
      }
    }
    return result
  }

  @Test func examplesRunAsTheyAreShown() throws {
    #expect(examples.count >= 6)
    for (command, answer) in examples {
      let outcome = try Program.shell(
        "PATH=\"${GXQ%/*}:$PATH\"; { \(command); } 2>&1", in: Workspace.repository)
      #expect(outcome.output == answer, "\(command)")
    }
  }

  /// The properties that the program asks styles for.
  private func drawn() throws -> Set<String> {
    let root = "\(Workspace.repository)/Sources/MapRender"
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var names: Set<String> = []
    // Words of SVG stand elsewhere.
    for file in files where file.hasPrefix("Scene/") || file.hasPrefix("Labels/") {
      guard file.hasSuffix(".swift") else { continue }
      let source = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
      for match in source.matches(
        of: /"((?:background|fill|line|circle|symbol|text|icon)-[a-z][a-z-]*)"/)
      {
        names.insert(String(match.1))
      }
    }
    return names
  }

  @Test func everyPropertyThatIsDrawnStandsInTheTable() throws {
    let table = text.components(separatedBy: "## What is drawn on paper")[1]
      .components(separatedBy: "\n## ")[0]
    let named = Set(table.matches(of: /`([a-z]+-[a-z-]+)`/).map { String($0.1) })
    let types: Set = ["fill-extrusion", "color-relief"]
    #expect(try drawn() == named.subtracting(types))
  }
}
