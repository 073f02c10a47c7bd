import Foundation
import Testing

/// `trace`: the chain from documents to the map, and terms held against texts.
struct TraceCommandTests {
  @Test func everyStatementIsAccountedFor() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("trace", "--format", "json")
    #expect(outcome.status == 0, "\(outcome)")
    let trace = try JSON.object(outcome.bytes)
    let statements = trace.list("statements")
    #expect(statements.count == 133)
    #expect(Set(statements.compactMap { $0.text("id") }).count == 133)
    #expect(trace.list("conflicts").count == 28)
    for statement in statements {
      let fate = try #require(statement.text("fate"))
      #expect(["holds", "accepted", "unknown", "out-of-scope"].contains(fate), "\(statement)")
      #expect((fate == "out-of-scope") == (statement.object("out_of_scope").text("note") != nil))
      #expect((fate == "out-of-scope") == statement.list("claims").isEmpty)
      for claim in statement.list("claims") {
        #expect(claim.text("rule") != nil, "\(claim)")
      }
    }
  }

  @Test func summaryCountsClaimsByRule() throws {
    let workspace = try Workspace.withPlan()
    let text = try workspace.run("trace", "--summary")
    #expect(text.status == 0)
    #expect(text.lines.last?.hasPrefix("133 statements: ") == true, "\(text)")
    #expect(text.lines.last?.contains(" 0 unevaluated, ") == true, "\(text)")
    let json = try JSON.object(workspace.run("trace", "--summary", "--format", "json").bytes)
    #expect(json.number("statements") == 133)
    let fates = json.object("fates")
    let sum = fates.keys.compactMap { fates.number($0) }.reduce(0, +)
    #expect(sum == 133)
    let rules = json.object("claims")
    #expect(rules.keys.allSatisfy { key in text.lines.contains { $0.hasPrefix("\(key) ") } })
  }

  @Test func namesChooseStatementsAndFeatures() throws {
    let workspace = try Workspace.withPlan()
    let statement = try workspace.run("trace", "S106")
    #expect(statement.status == 0)
    #expect(statement.output.contains("S106"))
    let feature = try workspace.run("trace", "road.haichuan")
    #expect(feature.output.contains("road.haichuan"), "\(feature)")
    let json = try JSON.object(workspace.run("trace", "S106", "--format", "json").bytes)
    #expect(json.list("statements").compactMap { $0.text("id") } == ["S106"])
    let about = try JSON.object(
      workspace.run("trace", "work.haichuan-cross", "--format", "json").bytes)
    #expect(!about.list("statements").isEmpty)
    for found in about.list("statements") {
      #expect((found["features"] as? [String])?.contains("work.haichuan-cross") == true)
    }
  }

  @Test func termsAreHeldAgainstTheTexts() throws {
    let workspace = try planWithText(saying: "规划 分为\n两片\n区，各有一条路。")
    let found = try workspace.run("trace", "--plan", "plan", "--documents", "texts")
    #expect(found.status == 0, "\(found)")
    #expect(found.output == "1 documents, 1 terms found, 0 not\n")
  }

  @Test func termThatIsNotInTheTextIsNamed() throws {
    let workspace = try planWithText(saying: "规划分为三个片区。")
    let outcome = try workspace.run("trace", "--plan", "plan", "--documents", "texts")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines == [
        "plan/statements.yaml:2:5: error: the term '两片区' of S001 is not in document D1",
        "1 documents, 0 terms found, 1 not",
      ], "\(outcome)")
  }

  @Test func otherTextThanTheOneMeantIsNoticed() throws {
    let workspace = try planWithText(saying: "两片区", sha256: String(repeating: "0", count: 64))
    let outcome = try workspace.run("trace", "--plan", "plan", "--documents", "texts")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.first
        == "plan/documents.yaml:2:5: error: 'd1.txt' has the SHA-256 "
        + "07f867b60aeaa129b56631b2d598e566e204b25b57f1037d4ef8ccee3a051287, not "
        + String(repeating: "0", count: 64), "\(outcome)")
  }

  @Test func missingTextIsStatus2() throws {
    let workspace = try planWithText(saying: "两片区")
    try workspace.remove("texts/d1.txt")
    let outcome = try workspace.run("trace", "--plan", "plan", "--documents", "texts")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "plan/documents.yaml:2:5: error: file 'texts/d1.txt' does not exist",
        "  help: put the file there, or correct its name",
      ], "\(outcome)")
  }

  /// The real texts are not shipped; `GXQ_DOCUMENTS` names the folder of those who have them.
  @Test(
    .enabled("the texts are elsewhere; GXQ_DOCUMENTS names their folder") {
      ProcessInfo.processInfo.environment["GXQ_DOCUMENTS"] != nil
    })
  func everyTermIsInItsDocument() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["GXQ_DOCUMENTS"])
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("trace", "--documents", folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.hasPrefix("5 documents, "))
    #expect(outcome.output.hasSuffix(" terms found, 0 not\n"))
    let check = try workspace.run("check", "--documents", folder)
    #expect(check.status == 0, "\(check)")
  }

  private func planWithText(saying text: String, sha256: String? = nil) throws -> Workspace {
    let workspace = try Workspace.withStarter()
    let digest = sha256.map { ", sha256: '\($0)'" } ?? ""
    try workspace.replace(
      "sequence: 1}", with: "sequence: 1, file: d1.txt\(digest)}", in: "plan/documents.yaml")
    try workspace.write(text, to: "texts/d1.txt")
    return workspace
  }
}
