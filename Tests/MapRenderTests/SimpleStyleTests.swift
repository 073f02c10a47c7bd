import DistrictPlan
import Foundation
import GeoJSONCoding
import MapStyle
import Messages
import PlanTestSupport
import Testing

@testable import MapRender

/// How sheets draw features, told in simplestyle.
@Suite struct SimpleStyleTests {
  private let plan: Plan
  private let catalog: SheetCatalog
  private let style: SimpleStyle

  init() throws {
    plan = try PlanLoader.load(Repository.geodata.path).faultless()
    catalog = try SheetCatalog.load(
      stylesDirectory: Repository.root.appendingPathComponent("styles").path)
    style = try SimpleStyle(of: plan, drawnBy: catalog.sheets)
  }

  private func hints(_ id: String) -> [String: JSONValue] {
    style.members(of: id).reduce(into: [:]) { $0[$1.key] = $1.value }
  }

  @Test func coloursAreThoseOfTheStyle() throws {
    let sheet = try #require(catalog.sheet("structure"))
    let layer = try #require(sheet.style.layers.first { $0.id == "districts" })
    let districts = plan.features(in: try #require(plan.layer("districts")))
    var seen: Set<String> = []
    for district in districts {
      let feature = StyleFeature(
        geometryType: "Polygon", id: district.id, properties: ["id": .string(district.id)])
      let hints = hints(district.id)
      let fill = layer.color("fill-color", for: feature, zoom: 11).hex
      #expect(hints["fill"]?.text == fill)
      #expect(
        hints["fill-opacity"]?.number == layer.number("fill-opacity", for: feature, zoom: 11))
      #expect(hints["title"]?.text == district.name)
      seen.insert(fill)
    }
    #expect(seen.count == 6)
  }

  @Test func whiteRoadsAreSeenOnWhitePages() throws {
    let roads = plan.features(in: try #require(plan.layer("roads")))
    for road in roads where road.geometry != nil {
      let color = try #require(hints(road.id)["stroke"]?.text.flatMap { StyleColor(css: $0) })
      #expect(color.contrast(to: .white) > 1.3, "\(road.id)")
      #expect(hints(road.id)["stroke-width"]?.number ?? 0 > 0)
    }
  }

  @Test func everyFeatureWithAPlaceThatSheetsDrawHasHints() throws {
    let kinds: [FeatureKind] = [.road, .district, .lake, .park, .innovationSite, .roadWork]
    for feature in plan.features where kinds.contains(feature.kind) && feature.geometry != nil {
      let keys = Set(hints(feature.id).keys)
      #expect(!keys.isDisjoint(with: ["stroke", "fill", "marker-color"]), "\(feature.id)")
    }
  }

  @Test func valuesAreWhatSimplestyleAllows() {
    for feature in plan.features {
      for (key, value) in hints(feature.id) {
        switch key {
        case "stroke", "fill", "marker-color":
          #expect(value.text?.wholeMatch(of: /#[0-9a-f]{6}/) != nil)
        case "stroke-opacity", "fill-opacity": #expect((0...1).contains(value.number ?? -1))
        case "stroke-width": #expect(value.number ?? -1 >= 0)
        case "marker-size": #expect(["small", "medium", "large"].contains(value.text))
        case "title", "description", "marker-symbol": #expect(value.text?.isEmpty == false)
        default: Issue.record("simplestyle has no '\(key)'")
        }
      }
    }
  }
}
