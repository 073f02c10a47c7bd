import PlanTestSupport
import Testing

@testable import GeoJSONCoding

@Suite struct DecimalTextTests {
  private func value(_ text: String) -> Double {
    Array(text.utf8).withUnsafeBufferPointer(DecimalText.value)
  }

  /// The number as the coordinate scanner reads it, with room behind it.
  private func scanned(_ text: String) -> Double? {
    let bytes = Array((text + "," + String(repeating: " ", count: 70)).utf8)
    return bytes.withUnsafeBufferPointer {
      var (index, decimals) = (0, 0)
      guard let number = CoordinateNumber.scan($0, &index, &decimals), index == text.utf8.count,
        decimals >= text.split(separator: ".").dropFirst().joined().prefix(while: \.isNumber).count
      else { return nil }
      return number
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func everyWayOfReadingGivesTheNearestDouble(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let digits = Int.random(in: 1...21, using: &random)
      var text = String(Int.random(in: 0...9, using: &random))
      for place in 0..<digits {
        if place == 0, text == "0" || Bool.random(using: &random) { text += "." }
        text += String(Int.random(in: 0...9, using: &random))
        if place > 0, place < digits - 1, !text.contains("."),
          Int.random(in: 0..<4, using: &random) == 0
        {
          text += "."
        }
      }
      if Bool.random(using: &random) { text = "-" + text }
      if seed % 4 == 3 { text += "e\(Int.random(in: -330...320, using: &random))" }
      let expected = try #require(Double(text))
      #expect(value(text) == expected, "\(text)")
      #expect(scanned(text) == (expected.isFinite ? expected : nil), "\(text)")
    }
  }

  @Test(arguments: [
    "9007199254740993", "9007199254740992.5", "1844674407370955161.5", "9999999999999999999",
    "0.1234567890123456789", "116.691412345678905", "1.7976931348623157e308", "5e-324", "2.5e-324",
    "1e23", "8.5e22", "0.000000000000000001", "100000000000000016777215", "0", "-0", "0.0",
  ])
  func hardNumbersAreReadExactly(text: String) {
    #expect(value(text) == Double(text))
    #expect(scanned(text) == Double(text))
  }

  @Test(arguments: ["", "-", "01", "1.", ".5", "+1", "-a", "1e", "1e+", "--1", "00.5", "1e999"])
  func whatIsNoNumberIsNotScanned(text: String) {
    #expect(scanned(text) == nil)
  }

  @Test(
    arguments: [
      (0, 8, "0"), (-0.0, 8, "0"), (-0.000000001, 8, "0"), (116.5, 8, "116.5"),
      (116.69141234, 8, "116.69141234"),
      (-35.2, 7, "-35.2"), (0.05, 2, "0.05"), (-0.5, 0, "-1"), (149.999, 2, "150"),
      (1e-8, 8, "0.00000001"),
      (1e20, 8, "100000000000000000000"), (123456789012.123, 8, "123456789012.123"),
      (39_500_000.123, 8, "39500000.123"), (1.5e300, 1, "15" + String(repeating: "0", count: 299)),
      (99_999_999_999.999_99, 3, "100000000000"), (.infinity, 3, "0"), (.nan, 3, "0"),
    ] as [(Double, Int, String)])
  func roundingTrimsZerosAndHasNoExponent(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.rounded(value, decimals: decimals) == text)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func whatIsWrittenReadsBackAsWhatIsWritten(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let decimals = Int.random(in: 0...15, using: &random)
      let number =
        Double.random(in: -400...400, using: &random)
        * (seed % 3 == 0 ? 1 : seed % 3 == 1 ? 1e5 : 1e-7)
      let text = DecimalText.rounded(number, decimals: decimals)
      #expect(DecimalText.rounded(value(text), decimals: decimals) == text)
      #expect(value(text) == DecimalText.canonical(number, decimals: decimals) || text == "0")
      #expect(value(DecimalText.shortest(number)) == number)
    }
  }
}
