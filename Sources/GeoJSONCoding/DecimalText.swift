/// Numbers as decimal text, the same on every platform and in every locale.
enum DecimalText {
  /// The powers of ten that a Double holds exactly.
  static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The powers of five that fit 64 bits.
  static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
    2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
    298_023_223_876_953_125, 1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
  ]

  /// The Double nearest to a number that follows the grammar of JSON.
  static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    guard let parts = Parts(text) else { return Double(String(decoding: text, as: UTF8.self)) ?? 0 }
    let magnitude: Double
    if parts.mantissa == 0 {
      magnitude = 0
    } else if parts.mantissa <= 1 << 53, -22...22 ~= parts.exponent {
      // Both operands are exact, so one correctly rounded operation gives the nearest Double.
      magnitude =
        parts.exponent < 0
        ? Double(parts.mantissa) / powers[-parts.exponent]
        : Double(parts.mantissa) * powers[parts.exponent]
    } else if -27..<0 ~= parts.exponent {
      magnitude = quotient(parts.mantissa, decimals: -parts.exponent)
    } else {
      return Double(String(decoding: text, as: UTF8.self)) ?? 0
    }
    return parts.isNegative ? -magnitude : magnitude
  }

  /// The Double nearest to `mantissa / 10^decimals`, for up to 27 decimals and a positive mantissa.
  ///
  /// 10^d is 5^d times a power of two and 5^27 fits 64 bits, so one long division gives every digit
  /// that rounding needs; what remains says on which side of a tie the number lies.
  static func quotient(_ mantissa: UInt64, decimals: Int) -> Double {
    let divisor = powersOfFive[decimals]
    let divisorShift = divisor.leadingZeroBitCount
    let mantissaShift = mantissa.leadingZeroBitCount
    // The dividend's high word is made smaller than the divisor, so that the quotient fits a word.
    let normalised = mantissa << mantissaShift
    let dividend = (high: normalised >> 1, low: normalised << 63)
    let (digits, rest) = (divisor << divisorShift).dividingFullWidth(dividend)
    let sticky = digits | (rest == 0 ? 0 : 1)
    // The quotient has 63 or 64 bits; Double(_:) rounds to nearest, ties to even, the sticky bit
    // standing for all that is cut off.
    let exponent = divisorShift - mantissaShift - decimals - 63
    return Double(sticky) * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  /// A number as digits and a power of ten.
  private struct Parts {
    var isNegative = false
    var mantissa: UInt64 = 0
    var exponent = 0

    /// Takes the text apart; `nil` when it has more than 19 digits or a long exponent.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var digits = 0
      var index = 0
      var isFraction = false
      if text.first == UInt8(ascii: "-") {
        isNegative = true
        index = 1
      }
      while index < text.count {
        let byte = text[index]
        if byte == UInt8(ascii: ".") {
          isFraction = true
        } else if byte.isDigit {
          if mantissa > 0 || byte != UInt8(ascii: "0") { digits += 1 }
          guard digits <= 19 else { return nil }
          mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
          if isFraction { exponent -= 1 }
        } else {
          break
        }
        index += 1
      }
      guard index < text.count else { return }
      guard text.count - index <= 6,
        let power = Int(String(decoding: text[(index + 1)...], as: UTF8.self))
      else { return nil }
      exponent += power
    }
  }
}
