import MapGeometry
import Messages
import PlanTestSupport
import Testing

@Suite struct SpeechTests {
  @Test func errorsSpeakBothLanguages() {
    let errors: [GeometryError] = [
      .notFinite, .tooFewPoints(found: 3, required: 4), .openRing,
    ]
    #expect(errors.compactMap(\.wording.flaw) == [])
    #expect(errors[1].description == "needs 4 points, found 3")
  }
}
