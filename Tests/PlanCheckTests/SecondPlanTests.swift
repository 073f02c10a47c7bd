import DistrictPlan
import Foundation
import GeoJSONCoding
import MapRender
import PlanCheck
import Messages
import PlanFindings
import PlanTestSupport
import Testing

/// A fictional district with other names, other slogans and another meridian needs no change of code.
struct SecondPlanTests {
  private func loaded() throws -> LoadedPlan {
    try PlanLoader.load(from: PlanTexts(folder: Repository.secondPlan))
  }

  @Test func itChecksWithoutAnOpenError() throws {
    let result = CheckRunner.check(try loaded())
    let open = result.findings.filter { $0.acceptance == nil && $0.severity != .info }
    #expect(open.map { "\($0.code) \($0.message.english)" } == [])
    #expect(result.findings.compactMap { $0.acceptance?.conflict } == ["X01"])
  }

  @Test func everyClaimOfItIsEvaluated() throws {
    let loaded = try loaded()
    let verdicts = CheckRunner.check(loaded).verdicts
    #expect(loaded.plan.claims.map(\.id).filter { verdicts[$0] == nil } == [])
    #expect(Set(loaded.plan.claims.map(\.kind)).count >= 23)
  }

  @Test func itHasNothingInCommonWithTheShippedPlan() throws {
    let own = try loaded().plan
    let shipped = try PlanLoader.load(from: PlanTexts(folder: Repository.geodata)).plan
    let names = { (plan: Plan) in
      Set(plan.features.flatMap { [$0.name].compactMap { $0 } + $0.aliases })
    }
    #expect(names(own).isDisjoint(with: names(shipped)))
    #expect(own.crs != shipped.crs)
    let slogans = { (plan: Plan) in Set(plan.structures.map(\.slogan.text)) }
    #expect(slogans(own).isDisjoint(with: slogans(shipped)))
  }

  @Test func faultsInItAreFound() throws {
    let texts = try PlanTexts(folder: Repository.secondPlan)
    func codes(_ texts: PlanTexts) throws -> Set<String> {
      let findings = CheckRunner.check(try PlanLoader.load(from: texts)).findings
      return Set(findings.filter { $0.severity == .error }.map(\.code))
    }
    #expect(try codes(texts.removing("district.xishan", from: "layout.geojson")).contains("K01"))
    #expect(try codes(texts.removing("river.lvyin", from: "water.geojson")).contains("K01"))
    let renamed = try texts.replacing(
      "\"name\":\"南苑片区\"", with: "\"name\":\"南园片区\"", in: "layout.geojson")
    #expect(try codes(renamed).contains("K01"))
    let barrier = try texts.replacing(
      "\"barrier\":\"railway.yunhai\"", with: "\"barrier\":\"river.baisha\"",
      in: "road-works.geojson")
    #expect(try codes(barrier).contains("K12"))
  }

  @Test func theShippedStylesDrawIt() throws {
    let styles = Repository.root.appendingPathComponent("styles").path
    let catalog = try SheetCatalog.load(stylesDirectory: styles)
    let plan = try loaded().faultless()
    let renderer = SheetRenderer(plan: plan, catalog: catalog)
    #expect(catalog.sheets.count >= 6)
    var drawn: Set<String> = []
    for sheet in catalog.sheets {
      let rendered = try renderer.render(sheet)
      let text = String(decoding: rendered.svg, as: UTF8.self)
      #expect(text.contains("云泽新区空间规划示意"))
      #expect(text.contains("示意"))
      drawn.formUnion(rendered.drawn)
    }
    // Everything that has a place stands on some sheet.
    let located = plan.features.filter { $0.geometry != nil && $0.kind != .railway }
    #expect(located.map(\.id).filter { !drawn.contains($0) } == [])
  }
}
