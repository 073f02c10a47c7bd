import DistrictPlan
import GeoJSONCoding
import Messages
import PlanReport
import PlanTestSupport
import Testing

struct FeatureListTests {
  private let names = ["districts", "湖滨路", "works", "projects", "lakes"]

  private func list(asOf day: String? = nil) throws -> FeatureList {
    try FeatureList(SecondPlan.plan(), names: names, asOf: day.flatMap(CalendarDay.init))
  }

  @Test func theTableTellsKindStatusSizeAndPlace() throws {
    let text = try list().text(.english)
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "list.txt") == nil)
  }

  @Test func theTableSpeaksChinese() throws {
    let text = try list().text(.chinese)
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "list.zh.txt") == nil)
  }

  @Test func theSameIsThereForPrograms() throws {
    let text = try list().json
    #expect(PlanReportGoldens.goldens.difference(of: text, from: "list.json") == nil)
    let rows = try #require(try JSONParser.parse(SourceText(file: "list", text)).array)
    let plan = try SecondPlan.plan()
    #expect(rows.compactMap { $0["id"]?.text }.allSatisfy { plan.feature($0) != nil })
  }

  @Test func everythingIsListedWithoutNames() throws {
    let plan = try SecondPlan.plan()
    let json = try FeatureList(plan, names: [], asOf: nil).json
    let rows = try #require(try JSONParser.parse(SourceText(file: "list", json)).array)
    #expect(rows.compactMap { $0["id"]?.text } == plan.features.map(\.id))
    #expect(rows.count { $0["located"]?.bool == false } == 2)
  }

  @Test func statusesAreThoseOfTheDay() throws {
    func status(_ day: String) throws -> String? {
      let rows = try JSONParser.parse(SourceText(file: "list", list(asOf: day).json)).array
      return rows?.first { $0["id"]?.text == "project.hospital" }?["status"]?.text
    }
    #expect(try status("2021-01-01") == nil)
    #expect(try status("2021-12-31") == "在建")
    #expect(try status("2022-12-31") == "启动")
  }

  @Test func anEmptyListIsStillJSON() throws {
    let json = try FeatureList(SecondPlan.plan(), names: ["blocks"], asOf: nil).json
    #expect(json == "[]\n")
  }

  @Test func anUnknownNameIsMetWithWhatWasMeant() throws {
    let plan = try SecondPlan.plan()
    let error = #expect(throws: PlanError.self) {
      try FeatureList(plan, names: ["distrcts"], asOf: nil)
    }
    #expect(error?.message.english.hasSuffix("did you mean 'districts'?") == true)
  }
}
