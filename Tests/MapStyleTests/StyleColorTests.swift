import Testing

@testable import MapStyle

@Suite struct StyleColorTests {
  @Test func writesTheFormsOutputsNeed() {
    let color = StyleColor(red: 1, green: 0.5, blue: 2, alpha: 0.5)
    #expect(color.hex == "#ff80ff")
    #expect(color.css == "rgba(255,128,255,0.5)")
  }

  @Test(arguments: [
    "#f00", "#F00F", "#ff0000", "#ff0000ff", "red", " Red ", "rgb(255,0,0)", "rgb(255 0 0)",
    "rgb(100%, 0%, 0%)", "rgba(255 0 0 / 100%)", "rgba(255, 0, 0, 1.0)", "hsl(0, 100%, 50%)",
    "hsl(360deg 100% 50%)", "hsla(-360 100% 50% / 1)", "rgb( 255 , 0 , 0 )", "rgb(2.55e2 0 0)",
  ])
  func readsRedAsCSSWritesIt(text: String) {
    #expect(StyleColor(css: text) == StyleColor(red: 1, green: 0, blue: 0))
  }

  @Test(arguments: [
    "", "#", "#12", "#12345", "#ggg", "rgb(1,2)", "rgb(1,2,3,4,5)", "rgb(1 2, 3)", "rgb(1,2,3",
    "rgb(10%, 2, 3)", "hsl(1, 2, 3)", "rgb(a,b,c)", "rgb(,,)", "rgb(1,,2,3)", "rgb(1 2 3 4)",
    "__proto__", "reddish", "rgb(1/2/3)", "rgb(nan 0 0)", "rgb(1,2,3,)", "rgb (1,2,3)",
  ])
  func refusesWhatIsNoColour(text: String) {
    #expect(StyleColor(css: text) == nil)
  }

  @Test func mixesInEachSpace() {
    let blue = StyleColor(red: 0, green: 0, blue: 1)
    let red = StyleColor(red: 1, green: 0, blue: 0)
    #expect(red.mixed(with: blue, share: 0.5, in: .rgb).hex == "#800080")
    for space in [StyleColor.Space.rgb, .lab, .hcl] {
      #expect(red.mixed(with: blue, share: 0, in: space).hex == "#ff0000")
      #expect(red.mixed(with: blue, share: 1, in: space).hex == "#0000ff")
      #expect(StyleColor.white.mixed(with: .white, share: 0.3, in: space).hex == "#ffffff")
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.5, "1.5"), (1e21, "1e+21"), (123_456_789_012, "123456789012"),
    (0.000001, "0.000001"), (1e-7, "1e-7"), (-2.5, "-2.5"), (1e20, "100000000000000000000"),
    (6.02e-23, "6.02e-23"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func writesNumbersAsECMAScriptDoes(number: Double, text: String) {
    #expect(NumberText.of(number) == text)
  }
}
