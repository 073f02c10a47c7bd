import DistrictPlan
import Foundation
import PlanTestSupport
import Testing

@testable import MapRender

/// What sheets number and add up.
struct RegisterTests {
  private func rendered(_ id: String) throws -> (plan: Plan, texts: [String]) {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let catalog = try SheetCatalog.load(stylesDirectory: ThemeTests.styles)
    let sheet = try #require(catalog.sheet(id))
    let page = try SheetRenderer(plan: plan, catalog: catalog).render(sheet).page
    return (plan, page.items.flatMap(\.runs).map(\.text))
  }

  @Test func numbersRunWithoutHolesAndTotalsAreThoseOfTheData() throws {
    let (plan, texts) = try rendered("projects")
    let all = texts.joined()
    let marks = (1...50).map(RegisterOrder.mark).prefix { all.contains($0) }
    #expect(marks.count > 25)
    // What is not on the sheet has no number, so no number stands behind the last.
    #expect((marks.count + 1...50).allSatisfy { !all.contains(RegisterOrder.mark($0)) })
    let layer = try #require(plan.layer("projects"))
    let projects = plan.features(in: layer)
    let open = projects.filter { $0.plane == nil }.count
    #expect(open > 0 && texts.contains("\(projects.count) 项 · 选址未定 \(open)"))
  }

  @Test func latinTextIsAsLegibleAsHanzi() {
    #expect(TypeSize.legible(2, for: "资料来源") == 2 && TypeSize.legible(2, for: "Sources") == 2.46)
    #expect(TypeSize.legible(3, for: "Sources") == 3)
    #expect(TypeSize.isLatin("㉑Road") && !TypeSize.isLatin("㉑路") && TypeSize.isLatin("⑩ 5 km"))
    // Degrees of size remain degrees.
    let sizes = stride(from: 2, through: 5, by: 0.25).map(TypeSize.name)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(sizes.allSatisfy { $0 * TypeSize.capitalHeight >= 1.8 })
    #expect(TypeSize.name(4) == 4)
    // What is too small in hanzi is no larger in letters.
    #expect(TypeSize.name(1.5) * TypeSize.capitalHeight < 1.8)
  }

  @Test func longWordsBreakBehindDashesAndNumbersStayWithWords() {
    let lines = TextWrap.lines(
      "⑪ Industry–University–Research Base", width: 9, face: .sansRegular)
    #expect(lines == ["⑪ Industry–", "University–", "Research Base"])
    #expect(TextWrap.lines("2017–2019", width: 3, face: .sansRegular) == ["2017–2019"])
  }
}
