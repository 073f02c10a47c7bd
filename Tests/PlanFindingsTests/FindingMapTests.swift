import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import PlanFindings

struct FindingMapTests {
  /// About a hundred metres north of the window's middle, in degrees.
  private let metre = 1 / 110_852.0

  private func numbers(in path: String) -> [(Double, Double)] {
    path.matches(of: /(-?[0-9.]+),(-?[0-9.]+)/).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2) else { return nil }
      return (x, y)
    }
  }

  private func finding(_ geometry: GeoGeometry?) -> Finding {
    Finding(
      code: "A01", ruleName: "rule", severity: .error, message: Wording("m", zh: "m"),
      parties: [SampleReport.east], geometry: geometry)
  }

  @Test func aPictureIsToScale() throws {
    let middle = SampleReport.position(120, 30)
    let window = MapWindow(center: middle, span: 300, width: 300, height: 200)
    #expect(window.pixel(middle) == PlanePoint(x: 150, y: 100))
    let north = window.pixel(SampleReport.position(120, 30 + 80 * metre))
    #expect(abs(north.x - 150) < 1e-9 && abs(north.y - 20) < 0.1)
    let east = window.pixel(SampleReport.position(120 + 100 / 96_486.0, 30))
    #expect(abs(east.x - 250) < 0.1 && abs(east.y - 100) < 1e-9)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func whatIsFarAwayIsCutOff(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let points = (0..<12).map { _ in
      SampleReport.position(
        120 + Double.random(in: -1...1, using: &random),
        30 + Double.random(in: -1...1, using: &random))
    }
    let window = MapWindow(
      center: SampleReport.position(120, 30), span: 20_000, width: 300, height: 200)
    for geometry in [
      GeoGeometry.line(try Line(points)),
      .polygon(Polygon(exterior: try Ring(points + [points[0]]))),
    ] {
      for (x, y) in numbers(in: window.path(of: geometry)) {
        #expect((-24.1...324.1).contains(x) && (-24.1...224.1).contains(y))
      }
    }
  }

  @Test func anAreaThatHoldsThePictureFillsIt() throws {
    let window = MapWindow(
      center: SampleReport.position(120, 30), span: 100, width: 300, height: 200)
    let area = try SampleReport.polygon((119, 29), (121, 29), (121, 31), (119, 31), (119, 29))
    let corners = numbers(in: window.path(of: area)).map { "\($0.0) \($0.1)" }
    #expect(
      Set(corners) == ["-24.0 -24.0", "324.0 -24.0", "324.0 224.0", "-24.0 224.0"])
    let beside = try SampleReport.polygon((121, 29), (122, 29), (122, 31), (121, 31), (121, 29))
    #expect(window.path(of: beside).isEmpty)
  }

  @Test func aLineThatLeavesAndComesBackIsDrawnInPieces() throws {
    let window = MapWindow(
      center: SampleReport.position(120, 30), span: 100, width: 300, height: 200)
    let line = try Line([
      SampleReport.position(120, 30), SampleReport.position(121, 30),
      SampleReport.position(121, 30 + 10 * metre), SampleReport.position(120, 30 + 10 * metre),
    ])
    #expect(window.path(of: .line(line)).count { $0 == "M" } == 2)
  }

  @Test func thePlaceOfAFindingIsShown() throws {
    #expect(FindingMap(of: finding(nil), ReportBackground()) == nil)
    let point = finding(.point(SampleReport.position(120, 30)))
    let alone = try #require(FindingMap(of: point, ReportBackground())).svg(title: "<t>")
    #expect(alone.contains("<title>&lt;t&gt;</title>"))
    #expect(alone.contains("<circle class=\"e dot\" cx=\"150\" cy=\"100\" r=\"4\"/>"))
    #expect(alone.contains("class=\"ring\""))
    // A small place beside a large party comes with a key map; a party alone is shown whole.
    let background = try SampleReport.report().background
    #expect(
      try #require(FindingMap(of: point, background)).svg(title: "").contains("class=\"key\""))
    let party = try #require(FindingMap(of: finding(nil), background)).svg(title: "")
    #expect(!party.contains("class=\"key\"") && !party.contains("class=\"ring\""))
  }

  @Test(arguments: [0.0001, 0.02, 1, 33, 750, 9_000, 250_000, 5_000_000])
  func theScaleBarIsRoundAndRight(extent: Double) throws {
    let place = try Line([
      SampleReport.position(120, 30), SampleReport.position(120, 30 + extent * metre),
    ])
    let svg = try #require(FindingMap(of: finding(.line(place)), ReportBackground())).svg(title: "")
    let bar = try #require(svg.firstMatch(of: /class="bar" d="M8,186v4h([0-9.]+)v-4"/)?.1)
    let label = try #require(svg.firstMatch(of: /y="182">([125]0{0,3}) (km|m|cm|mm)</))
    let pixels = try #require(Double(bar))
    #expect(pixels <= 75.1 && pixels > 75 / 2.6)
    // The place is as long in the picture as the bar says.
    let metres =
      try #require(Double(label.1))
      * (["km": 1000, "m": 1, "cm": 0.01, "mm": 0.001][String(label.2)] ?? 0)
    let drawn = numbers(in: String(try #require(svg.firstMatch(of: /class="e l" d="([^"]*)"/)?.1)))
    let length = drawn.map(\.1).reduce(0) { abs($0 - $1) }
    if extent > 10, extent < 1e5 {
      #expect(abs(length * metres / pixels - extent) < extent * 0.02, "\(svg)")
    }
  }
}
