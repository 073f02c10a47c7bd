import MapGeometry
import MapTopology
import Messages
import PlanTestSupport
import Testing

@Suite struct SpeechTests {
  @Test func errorsSpeakBothLanguages() {
    let errors: [TopologyError] = [
      .notFinite, .geometry(.notFinite), .engine(operation: "GEOSBuffer_r", message: ""),
      .engine(operation: "GEOSBuffer_r", message: "side location conflict"),
    ]
    #expect(errors.compactMap(\.wording.flaw) == [])
  }
}
