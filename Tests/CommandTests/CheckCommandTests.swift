import Foundation
import Testing

/// `check`: its report and its exit status.
struct CheckCommandTests {
  @Test func ourPlanIsClean() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("check")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("\n0 errors, ") || outcome.output.hasPrefix("0 errors, "))
    #expect(outcome.lines.last?.hasPrefix("verified: ") == true)
  }

  @Test func editedPlanFailsAndSaysWhere() throws {
    let workspace = try Workspace.withPlan()
    try workspace.edit("road.haichuan", in: "geodata/roads.geojson") {
      $0.replacing("\"class\":", with: "\"clas\":")
    }
    let outcome = try workspace.run("check")
    #expect(outcome.status == 1)
    let line = outcome.lines.first { $0.contains("unknown key 'clas'") }
    #expect(
      line?.wholeMatch(
        of:
          /geodata\/roads\.geojson:\d+:\d+: error\[D01\]: unknown key 'clas'; did you mean 'class'\?/
      )
        != nil, "\(outcome)")
  }

  @Test func termsAreHeldAgainstTheTexts() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace(
      "sequence: 1}", with: "sequence: 1, file: d1.txt}", in: "plan/documents.yaml")
    func outcome(_ text: String) throws -> Program.Outcome {
      try workspace.write(text, to: "texts/d1.txt")
      return try workspace.run("check", "plan", "--documents", "texts")
    }
    #expect(try outcome("规划 分为\n两片\n区，各有一条路。").status == 0)
    let missed = try outcome("规划分为三个片区。")
    #expect(missed.status == 1)
    #expect(
      missed.lines.first
        == "plan/statements.yaml:2:5: error[K34]: the term '两片区' of S001 is not in document D1",
      "\(missed)")
    #expect(try workspace.run("check", "plan").status == 0)
  }

  @Test func missingTextIsStatus2() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace(
      "sequence: 1}", with: "sequence: 1, file: d1.txt}", in: "plan/documents.yaml")
    let nowhere = try workspace.run("check", "plan", "--documents", "texts")
    #expect(nowhere.status == 2)
    #expect(nowhere.errorLines.first == "gxq-map: error: no folder 'texts'", "\(nowhere)")
    try workspace.makeFolder("texts")
    let outcome = try workspace.run("check", "plan", "--documents", "texts")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines.first
        == "plan/documents.yaml:2:5: error: file 'texts/d1.txt' does not exist", "\(outcome)")
  }

  @Test func thresholdDecidesTheStatus() throws {
    let workspace = try Workspace.withStarter()
    // A warning: the file is not in canonical form.
    try workspace.replace(
      "\"type\":\"Feature\"", with: "\"type\": \"Feature\"", in: "plan/roads.geojson")
    func status(_ threshold: String) throws -> Int32 {
      try workspace.run("check", "plan", "--fail-on", threshold).status
    }
    #expect(try status("error") == 0)
    #expect(try status("warning") == 1)
    #expect(try status("never") == 0)
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    #expect(try status("error") == 1)
    #expect(try status("warning") == 1)
    #expect(try status("never") == 0)
  }

  @Test func rulesAreChosenByCodeOrName() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    #expect(try workspace.run("check", "plan", "--rule", "D01").status == 1)
    #expect(try workspace.run("check", "plan", "--rule", "D10").status == 0)
    #expect(try workspace.run("check", "plan", "--rule", "file-hygiene").status == 0)
    #expect(try workspace.run("check", "plan", "--skip", "D01").status == 0)
    let both = try workspace.run("check", "plan", "--rule", "D10", "--rule", "D01")
    #expect(both.status == 1)
    #expect(both.output.contains("verified: 2 rules"), "\(both)")
  }

  @Test func jsonHasEveryFinding() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    let outcome = try workspace.run("check", "plan", "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    let report = try JSON.object(outcome.bytes)
    #expect(report.text("program") == "gxq-map")
    #expect(report.text("version") != nil)
    let summary = report.object("summary")
    #expect(summary.number("errors") == 2)
    #expect(
      Set(summary.keys) == [
        "errors", "warnings", "infos", "accepted", "rules", "features", "pairs", "claims",
        "statements", "below_noise_floor", "changes_not_verified",
      ])
    let findings = report.list("findings").filter { $0.text("code") == "D01" }
    #expect(findings.count == 2)
    for finding in findings {
      #expect(finding.text("severity") == "error")
      #expect(finding.text("message") == "unknown key 'clas'; did you mean 'class'?")
      #expect(finding.text("fingerprint")?.isEmpty == false)
      #expect(finding.text("help")?.hasPrefix("known keys: ") == true)
      let party = finding.list("parties").first ?? [:]
      #expect(party.text("file") == "plan/roads.geojson")
      #expect(party.number("column").map { $0 > 1 } == true)
    }
    #expect(findings.compactMap { $0.list("parties").first?.number("line") } == [2, 3])
  }

  @Test func reportGoesToTheFileAsked() throws {
    let workspace = try Workspace.withStarter()
    let printed = try workspace.run("check", "plan")
    let written = try workspace.run("check", "plan", "-o", "reports/today/check.txt")
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(try workspace.text("reports/today/check.txt") == printed.output)
  }

  @Test func reportThatCannotBeWrittenIsAnError() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try workspace.run("check", "plan", "-o", "plan")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.hasPrefix("gxq-map: error: 'plan' cannot be written: "))
  }

  @Test func severalPlansMakeOneReport() throws {
    let workspace = try Workspace.withStarter()
    _ = try workspace.run("init", "other")
    try workspace.replace("\"class\"", with: "\"clas\"", in: "other/roads.geojson")
    let outcome = try workspace.run("check", "plan", "other", "--format", "json", "-o", "all.json")
    #expect(outcome.status == 1)
    let report = try JSON.object(try workspace.data("all.json"))
    #expect(report.object("summary").number("errors") == 2)
    let alone = try workspace.run("check", "plan", "--format", "json")
    let rules = try JSON.object(alone.bytes).object("summary").number("rules") ?? 0
    #expect(report.object("summary").number("rules") == 2 * rules)
  }

  @Test func pastDaysCheckWhatWasSaidByThen() throws {
    let workspace = try Workspace.withPlan()
    func claims(_ arguments: [String]) throws -> Double {
      let outcome = try Program.run(
        ["check", "--format", "json"] + arguments, in: workspace.root)
      #expect(outcome.status == 0, "\(outcome)")
      return try JSON.object(outcome.bytes).object("summary").number("claims") ?? -1
    }
    let numbers = try [["--as-of", "2017-12"], ["--as-of", "2018-10-31"], []].map(claims)
    #expect(numbers == numbers.sorted() && Set(numbers).count == 3, "\(numbers)")
  }

  @Test(arguments: ["none", "work.haichuan-cross,work.deyuan-open"])
  func worksChooseTheGeometry(works: String) throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("check", "--works", works, "--format", "json")
    #expect([0, 1].contains(outcome.status), "\(outcome)")
    #expect(try JSON.object(outcome.bytes).object("summary").number("rules") ?? 0 > 0)
  }
}
