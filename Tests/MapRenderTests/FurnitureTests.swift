import Messages
import Testing

@testable import MapRender

struct FurnitureTests {
  @Test(arguments: [
    (0.9, 0.5), (1.0, 1), (1.99, 1), (2, 2), (4.9, 2), (7, 5), (0.03, 0.02), (640, 500),
  ])
  func scaleBarsHaveRoundSteps(limit: Double, step: Double) {
    #expect(abs(ScaleBar.roundStep(atMost: limit) - step) < 1e-9)
  }

  @Test func scalesAreGroupedByThousands() {
    #expect(ScaleBar.text(of: 70_000) == "1:70\u{A0}000")
    #expect(ScaleBar.text(of: 500) == "1:500")
    #expect(ScaleBar.text(of: 1_250_000) == "1:1\u{A0}250\u{A0}000")
  }

  @Test(arguments: [(69_000.0, 70_000.0), (70_000, 70_000), (1_001, 1_250), (9_000, 10_000)])
  func fittingScalesAreRound(value: Double, expected: Double) {
    #expect(MapZoom.roundDenominator(atLeast: value) == expected)
  }

  @Test func zoomIsWhereAWebMapHasTheScale() {
    // At zoom 0 the equator is 512 pixels of 0.28 mm: 1:279 541 132.
    #expect(abs(MapZoom.zoom(denominator: 279_541_132.014, latitude: 0)) < 1e-9)
    #expect(abs(MapZoom.zoom(denominator: 279_541_132.014 / 2, latitude: 0) - 1) < 1e-9)
  }

  @Test func graticuleLabelsAreDegreesAndMinutes() {
    #expect(Graticule.text(116 + 38.0 / 60, positive: "E", negative: "W") == "116°38′E")
    #expect(Graticule.text(-0.5, positive: "N", negative: "S") == "0°30′S")
    #expect(Graticule.text(35.025, positive: "N", negative: "S") == "35°01′30″N")
  }

  @Test func convergenceHasDegreesMinutesAndSign() {
    #expect(NorthArrow.text(of: -0.1738, language: .english) == "Grid convergence −0°10′")
    #expect(NorthArrow.text(of: 1.01, language: .chinese) == "子午线收敛角 1°01′")
    #expect(NorthArrow.text(of: -0.0001, language: .chinese) == "子午线收敛角 0°00′")
  }

  @Test func registerNumbersAreCircledUpToFifty() {
    #expect(
      [1, 20, 21, 35, 36, 50, 51].map(RegisterOrder.mark) == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)"])
  }
}
