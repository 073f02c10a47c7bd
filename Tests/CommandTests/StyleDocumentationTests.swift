import Foundation
import Testing

/// docs/style.md: its examples run.
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
}
