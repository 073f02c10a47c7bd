import Testing

@testable import MapStyle

@Suite struct StyleColorTests {
  @Test func writesTheFormsOutputsNeed() {
    let color = StyleColor(red: 1, green: 0.5, blue: 2, alpha: 0.5)
    #expect(color.hex == "#ff80ff")
    #expect(color.css == "rgba(255,128,255,0.5)")
  }
}
