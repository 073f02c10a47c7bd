import Testing

@testable import MapRender

struct SVGBytesTests {
  private func text(_ write: (inout SVGBytes) -> Void) -> String {
    var bytes = SVGBytes()
    write(&bytes)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.004, "0"), (0.005, "0.01"), (1, "1"), (12.5, "12.5"),
    (12.34, "12.34"), (-3.999, "-4"), (1234567.891, "1234567.89"), (.nan, "0"), (.infinity, "0"),
  ])
  func numbersHaveTwoDecimalsAtMost(value: Double, expected: String) {
    #expect(text { $0.number(value) } == expected)
  }

  @Test func markupIsEscapedAndForbiddenCharactersAreLeftOut() {
    #expect(
      text { $0.escaped("<a href=\"x\">&'\u{1}\u{FFFE}高") } == "&lt;a href=&quot;x&quot;&gt;&amp;'高"
    )
  }

  @Test func colorsAreSixDigits() {
    #expect(text { $0.color(0x0A_B0FF) } == "#0ab0ff")
  }

  @Test func pathsLeaveOutPointsThatFallTogether() {
    let line = [(0.0, 0.0), (0.001, 0.002), (1, 1), (1, 1)].map { PaperPoint(x: $0.0, y: $0.1) }
    #expect(text { $0.path([line], isClosed: false) } == "M0,0 1,1 1,1")
    #expect(
      text { $0.path([PaperBox(x: 0, y: 0, width: 2, height: 1).ring], isClosed: true) }
        == "M0,0 2,0 2,1 0,1Z")
  }
}
