/// Decimal numbers as text: no locale, no exponent, no negative zero.
public enum DecimalText {
  /// The number with a fixed count of decimals.
  ///
  /// Rounds half away from zero. Decimals beyond the sixteenth digit mean nothing and are zeros.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (abs(value) * power).rounded()
    guard scaled < 9e15 else {
      guard decimals > 0 else { return whole(value) }
      return fixed(value, decimals: decimals - 1) + (decimals == 1 ? ".0" : "0")
    }
    let digits = Int64(scaled)
    let whole = digits / Int64(power)
    let sign = value < 0 && digits != 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let rest = String(digits % Int64(power))
    let zeros = String(repeating: "0", count: decimals - rest.count)
    return "\(sign)\(whole).\(zeros)\(rest)"
  }

  /// The whole number nearest to the value, digit by digit where it exceeds 64 bits.
  private static func whole(_ value: Double) -> String {
    var rest = abs(value).rounded()
    if rest < 9e18 { return (value < 0 ? "-" : "") + String(Int64(rest)) }
    var digits: [Character] = []
    while rest >= 1 {
      let digit = Int(rest.truncatingRemainder(dividingBy: 10))
      digits.append(Character(String(digit)))
      rest = ((rest - Double(digit)) / 10).rounded()
    }
    return (value < 0 ? "-" : "") + String(digits.reversed())
  }

  /// The number with a fixed count of decimals at most; zeros at the end are left out.
  public static func trimmed(_ value: Double, decimals: Int) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The number as a reader of a finding wants it: about three significant digits.
  public static func short(_ value: Double) -> String {
    let size = abs(value)
    if size >= 100 { return trimmed(value, decimals: 0) }
    if size >= 1 { return trimmed(value, decimals: 2) }
    if size >= 0.01 { return trimmed(value, decimals: 3) }
    return trimmed(value, decimals: 6)
  }
}
