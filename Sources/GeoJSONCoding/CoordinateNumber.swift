/// Reads the numbers of coordinates: up to 19 digits, seldom an exponent.
enum CoordinateNumber {
  /// The number at the index, which is then behind it; `nil` when it is no JSON number or infinite.
  ///
  /// Eight digits are read at a time where the bytes allow it.
  ///
  /// - Parameter decimals: How many digits stand behind the decimal point; more than any for a number that
  ///   had to be read carefully.
  @inline(__always)
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ decimals: inout Int
  ) -> Double? {
    // No number that is read here reaches so far.
    guard index + 64 <= bytes.count, let base = bytes.baseAddress else {
      decimals = .max
      return careful(bytes, &index)
    }
    let start = base + index
    var next = start
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative { next += 1 }
    var mantissa = UInt64(next.pointee &- UInt8(ascii: "0"))
    guard mantissa <= 9 else { return nil }
    let startsWithZero = mantissa == 0
    next += 1
    var count = 1
    while next.pointee.isDigit, count < 19 {
      mantissa = mantissa &* 10 &+ UInt64(next.pointee &- UInt8(ascii: "0"))
      next += 1
      count += 1
    }
    guard !startsWithZero || count == 1 else { return nil }
    if next.pointee == UInt8(ascii: ".") {
      next += 1
      let digits = fraction(&next, into: &mantissa)
      guard digits > 0 else { return nil }
      decimals = digits
      count += digits
    }
    // A 20th digit, or an exponent: left to the careful way.
    guard count <= 19, !next.pointee.isDigit, next.pointee | 0x20 != UInt8(ascii: "e") else {
      decimals = .max
      return careful(bytes, &index)
    }
    index += next - start
    let magnitude: Double
    if mantissa <= 1 << 53, decimals <= 22 {
      magnitude = Double(mantissa) / DecimalText.powers[decimals]
    } else {
      magnitude = DecimalText.quotient(mantissa, decimals: decimals)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Reads up to 24 digits behind a decimal point and gives their count.
  ///
  /// More than 19 digits overflow the mantissa; the caller counts them.
  @inline(__always)
  private static func fraction(
    _ next: inout UnsafePointer<UInt8>, into mantissa: inout UInt64
  ) -> Int {
    var total = 0
    repeat {
      let raw = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
      let digits = UInt64(littleEndian: raw) ^ 0x3030_3030_3030_3030
      // The high bit of each byte that is more than 9; the lowest one set is right in spite of carries.
      let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
      let count = others == 0 ? 8 : others.trailingZeroBitCount / 8
      guard count > 0 else { break }
      mantissa = mantissa &* whole[count] &+ eight(digits << UInt64((8 - count) * 8))
      next += count
      total += count
      guard count == 8 else { break }
    } while total < 24
    return total
  }

  /// The powers of ten up to eight digits.
  private static let whole: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// The number that eight digits make, the first in the lowest byte.
  @inline(__always)
  private static func eight(_ digits: UInt64) -> UInt64 {
    let pairs = (digits &* 10) &+ (digits >> 8)
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) >> 32
  }

  /// The general way, for the last bytes of a file, exponents and long numbers.
  @inline(never)
  private static func careful(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Double? {
    var scanner = JSONScanner(bytes)
    scanner.position = index
    guard let value = try? scanner.numberValue(), value.isFinite else { return nil }
    index = scanner.position
    return value
  }
}
