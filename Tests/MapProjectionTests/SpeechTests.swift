import MapGeometry
import MapProjection
import Messages
import PlanTestSupport
import Testing

@Suite struct SpeechTests {
  @Test func errorsSpeakBothLanguages() {
    let errors: [ProjectionError] = [
      .unknownCRS(definition: "EPSG:0", reason: ""),
      .unknownCRS(definition: "EPSG:0", reason: "crs not found in proj.db"),
      .notProjected(name: "WGS 84"), .unitNotMetre(name: "NAD83", unit: "US survey foot"),
      .outOfRange(GeoPosition(longitude: 35, latitude: 116)),
      .outOfRange(GeoPosition(longitude: 500_000, latitude: 3_900_000)),
      .notProjectable(GeoPosition(longitude: 0, latitude: 0), crs: "a"),
      .notUnprojectable(PlanePoint(x: 0, y: 0), crs: "a"), .geometry(.openRing),
      .engine(reason: "out of memory"),
    ]
    #expect(errors.compactMap { $0.wording.flaw ?? $0.help?.flaw } == [])
  }
}
