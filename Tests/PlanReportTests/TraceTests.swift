import DistrictPlan
import GeoJSONCoding
import PlanCheck
import Messages
import PlanReport
import PlanTestSupport
import Testing

struct TraceTests {
  private func fate(_ id: String, of trace: Trace, in plan: Plan) -> Trace.Fate? {
    plan.statements.first { $0.id == id }.map(trace.fate)
  }

  @Test func everyStatementHasItsFate() throws {
    let plan = try SecondPlan.plan()
    let trace = try SecondPlan.trace()
    #expect(fate("T003", of: trace, in: plan) == .holds)
    #expect(fate("T014", of: trace, in: plan) == .accepted)
    #expect(fate("T008", of: trace, in: plan) == .unknown)
    #expect(fate("T018", of: trace, in: plan) == .outOfScope)
    let open: [Trace.Fate] = [.fails, .unevaluated]
    #expect(plan.statements.filter { open.contains(trace.fate(of: $0)) }.map(\.id) == [])
  }

  @Test func aClaimThatFailsIsNotAccepted() throws {
    let texts = try PlanTexts(folder: Repository.secondPlan)
      .replacing("is: 165 km2", with: "is: 150 km2", in: "statements.yaml")
    let loaded = try PlanLoader.load(from: texts)
    let trace = Trace(loaded.plan, checked: CheckRunner.check(loaded), sheets: [:])
    #expect(fate("T001", of: trace, in: loaded.plan) == .fails)
  }

  @Test func aClaimThatNoRuleEvaluatesIsSaidToBeSo() throws {
    let texts = try PlanTexts(folder: Repository.secondPlan)
      .replacing("  - {rule: K02, within: 0.5 km2}\n", with: "", in: "plan.yaml")
    let loaded = try PlanLoader.load(from: texts)
    let trace = Trace(loaded.plan, checked: CheckRunner.check(loaded), sheets: [:])
    #expect(fate("T001", of: trace, in: loaded.plan) == .unevaluated)
  }

  @Test func theSummaryCountsClaimsByRule() throws {
    let text = try SecondPlan.trace().summary(.english)
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "trace-summary.txt") == nil)
  }

  @Test func theChainIsReadInBothDirections() throws {
    let text = try SecondPlan.trace().text(names: ["T005", "T014", "T018", "云泽湖"], .english)
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "trace.txt") == nil)
  }

  @Test func theChainIsThereForPrograms() throws {
    let trace = try SecondPlan.trace()
    let text = try trace.json(names: ["T014"])
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "trace.json") == nil)
    let all = try JSONParser.parse(SourceText(file: "trace", trace.json(names: [])))
    #expect(all["statements"]?.array?.count == 18)
    #expect(all["conflicts"]?.array?.count == 1)
  }

  @Test func theSummaryIsThereForPrograms() throws {
    let text = try SecondPlan.trace().summaryJSON
    let json = try JSONParser.parse(SourceText(file: "summary", text))
    let fates = try #require(json["fates"]?.object)
    #expect(fates.map(\.key) == Trace.Fate.allCases.map(\.rawValue))
    #expect(fates.compactMap(\.value.integer).reduce(0, +) == json["statements"]?.integer)
  }

  @Test func anUnknownNameIsMetWithWhatWasMeant() throws {
    let trace = try SecondPlan.trace()
    let error = #expect(throws: PlanError.self) { try trace.text(names: ["T0055"], .english) }
    #expect(error?.message.english == "no statement or feature 'T0055'; did you mean 'T005'?")
  }
}

struct RuleSheetTests {
  @Test(arguments: RuleRegistry.all.map { $0.description.code })
  func everyRuleIsExplainedInBothLanguages(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)?.description)
    for language in Language.allCases {
      let text = try RuleSheet(rule, language).text
      #expect(text.hasPrefix("\(rule.code) \(rule.name)\n"))
      for example in rule.accepts + rule.flags { #expect(text.contains(example.title[language])) }
    }
  }
}
