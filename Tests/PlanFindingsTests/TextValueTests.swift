import PlanFindings
import PlanTestSupport
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"),
    (0.005, 2, "0.01"), (20.3, 1, "20.3"), (1.005, 0, "1"), (2.5, 0, "3"), (-2.5, 0, "-3"),
    (116.123456785, 8, "116.12345679"), (99.999, 2, "100.00"), (1e15, 0, "1000000000000000"),
    (9e15, 2, "9000000000000000.00"), (1e18, 1, "1000000000000000000.0"),
    (52363.75, 14, "52363.75000000000000"),
    (1e21, 0, "1000000000000000000000"), (-1e22, 0, "-10000000000000000000000"),
    (.nan, 2, "nan"), (.infinity, 2, "inf"), (-.infinity, 2, "-inf"),
  ])
  func decimalsAreFixed(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (20.30, 2, "20.3"), (20.0, 2, "20"), (100.0, 0, "100"), (-0.001, 2, "0"), (0.5, 3, "0.5"),
  ])
  func zerosAtTheEndAreLeftOut(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.trimmed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (123456.7, "123457"), (100.4, "100"), (99.996, "100"), (20.34, "20.34"), (1.0, "1"),
    (0.0123, "0.012"), (0.0012345, "0.001235"), (-7.125, "-7.13"), (0.0, "0"),
  ])
  func shortTextHasAboutThreeDigits(value: Double, text: String) {
    #expect(DecimalText.short(value) == text)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func noTextHasAnExponentOrANegativeZero(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value =
      Double.random(in: -1...1, using: &random)
      * Double(sign: .plus, exponent: Int.random(in: -40...100, using: &random), significand: 1)
    for decimals in 0...12 {
      let text = DecimalText.fixed(value, decimals: decimals)
      #expect(text.allSatisfy { "0123456789.-".contains($0) })
      let back = try #require(Double(text))
      #expect(!(text.hasPrefix("-") && back == 0))
      let step = Double(sign: .plus, exponent: 0, significand: 1) / pow10(decimals)
      #expect(abs(back - value) <= max(step * 0.500001, abs(value) * 1e-14))
    }
  }

  private func pow10(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { result, _ in result * 10 }
  }
}

struct MeasureTests {
  @Test func aMeasureHasItsUnitAndLimit() {
    let overlap = Measure(20.3, .squareMetres, limit: 0.01)
    #expect(overlap.text == "20.3 m²")
    #expect(overlap.limitText == "0.01 m²")
    #expect(Measure(45.5, .degrees).text == "45.5°")
    #expect(Measure(80, .percent).text == "80%")
    #expect(Measure(41.3, .squareKilometres).text == "41.3 km²")
    #expect(Measure(3, .features).text == "3")
    #expect(Measure(3, .features).limitText == nil)
  }
}

struct PlainTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("海川路", 6), ("±350 m²", 7), ("a海b", 4), ("（一）", 6), ("a\u{301}", 1),
    ("한국", 4), ("\u{20000}", 2), ("🚧", 2), ("ｶﾅ", 2),
  ])
  func aHanziTakesTwoPlaces(text: String, width: Int) {
    #expect(PlainText.width(of: text) == width)
  }

  @Test func controlCharactersAreShown() {
    #expect(PlainText.line("甲路\u{1B}[2J") == "甲路\\u{1B}[2J")
    #expect(PlainText.line("a\nb\r\nc") == "a\\u{A}b\\u{D}\\u{A}c")
    #expect(PlainText.line("\u{202E}abc") == "\\u{202E}abc")
  }

  @Test func everythingElseStays() {
    for text in ["", "海川路 ±350 m²", "a\u{301}", "👩‍🔧", "\u{20000}"] {
      #expect(PlainText.line(text) == text)
    }
  }
}
