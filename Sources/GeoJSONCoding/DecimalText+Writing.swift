extension DecimalText {
  /// The shortest text that reads back as the same Double: no exponent, no `-0`, no `.0`.
  static func shortest(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    if let whole = Int64(exactly: value), abs(value) < 1e15 { return String(whole) }
    let digits = Digits(value)
    return (value < 0 ? "-" : "") + digits.text
  }

  /// The text with at most so many decimals: rounded, trailing zeros trimmed, no exponent, no `-0`.
  static func rounded(_ value: Double, decimals: Int) -> String {
    var output = [UInt8]()
    append(value, decimals: decimals, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The largest scaled value whose rounding reads back as itself.
  private static let limit = 0x1p51

  /// `value` times 10^decimals, rounded to a whole number; `nil` when it is too large for that.
  @inline(__always)
  static func scaled(_ value: Double, decimals: Int) -> Int64? {
    let product = value * powers[decimals]
    guard abs(product) < limit else { return nil }
    // Half away from zero; the difference is exact.
    var whole = Int64(product)
    let rest = product - Double(whole)
    if rest >= 0.5 { whole += 1 } else if rest <= -0.5 { whole -= 1 }
    return Double(whole.magnitude) < limit ? whole : nil
  }

  /// The Double that the written text will be read as.
  static func canonical(_ value: Double, decimals: Int) -> Double {
    guard let whole = scaled(value, decimals: decimals) else {
      return Double(rounded(value, decimals: decimals)) ?? value
    }
    return Double(whole) / powers[decimals]
  }

  /// Appends the text of ``rounded(_:decimals:)``.
  static func append(_ value: Double, decimals: Int, to output: inout [UInt8]) {
    guard let whole = scaled(value, decimals: decimals) else {
      var digits = Digits(value)
      digits.round(toDecimals: decimals)
      if value < 0, !digits.isZero { output.append(UInt8(ascii: "-")) }
      output.append(contentsOf: digits.text.utf8)
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      guard let base = room.baseAddress else { return }
      let count = write(whole, decimals: decimals, to: base)
      output.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
  }

  /// How many bytes ``write(_:decimals:to:)`` writes at most: a sign, 16 digits, a point and zeros before
  /// small numbers.
  static let longest = 24

  /// Writes a number scaled by 10^decimals; gives how many bytes that took.
  ///
  /// - Parameter start: Room for ``longest`` bytes.
  @inline(__always)
  static func write(_ whole: Int64, decimals: Int, to start: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = whole.magnitude
    var places = decimals
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    // Written from the last digit, two at a time, and then moved to the start.
    var next = start + longest
    while places >= 2 {
      next -= 2
      two(&rest, to: next)
      places -= 2
    }
    if places == 1 {
      next -= 1
      next.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    if next < start + longest {
      next -= 1
      next.pointee = UInt8(ascii: ".")
    }
    while rest >= 10 {
      next -= 2
      two(&rest, to: next)
    }
    if rest > 0 || next == start + longest || next.pointee == UInt8(ascii: ".") {
      next -= 1
      next.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
    }
    if whole < 0 {
      next -= 1
      next.pointee = UInt8(ascii: "-")
    }
    let count = start + longest - next
    start.update(from: next, count: count)
    return count
  }

  /// Writes the last two digits of a number and takes them off it.
  @inline(__always)
  private static func two(_ rest: inout UInt64, to place: UnsafeMutablePointer<UInt8>) {
    let quotient = rest / 100
    let pair = UInt8(truncatingIfNeeded: rest &- quotient &* 100)
    let tens = pair / 10
    place[0] = UInt8(ascii: "0") &+ tens
    place[1] = UInt8(ascii: "0") &+ (pair &- tens &* 10)
    rest = quotient
  }

  /// The shortest digits of a finite number, for what does not fit an integer.
  private struct Digits {
    /// Decimal digits without leading zeros.
    var digits: [UInt8]
    /// How many of them stand before the decimal point; may be negative or beyond the last.
    var point: Int

    init(_ value: Double) {
      digits = []
      point = 0
      var exponent = 0
      var isFraction = false
      let text = abs(value).description
      for (index, byte) in zip(text.utf8.indices, text.utf8) {
        if byte == UInt8(ascii: ".") {
          isFraction = true
        } else if byte.isDigit {
          digits.append(byte - UInt8(ascii: "0"))
          if !isFraction { point += 1 }
        } else {
          exponent = Int(text[text.utf8.index(after: index)...]) ?? 0
          break
        }
      }
      point += exponent
      while digits.first == 0 {
        digits.removeFirst()
        point -= 1
      }
      trim()
    }

    var isZero: Bool { digits.isEmpty }

    mutating func trim() {
      while digits.last == 0 { digits.removeLast() }
    }

    mutating func round(toDecimals decimals: Int) {
      let kept = point + decimals
      guard kept < digits.count else { return }
      guard kept >= 0 else {
        digits = []
        return
      }
      var carries = digits[kept] >= 5
      digits.removeSubrange(kept...)
      var index = kept
      while carries, index > 0 {
        index -= 1
        carries = digits[index] == 9
        digits[index] = carries ? 0 : digits[index] + 1
      }
      if carries {
        digits.insert(1, at: 0)
        point += 1
      }
      trim()
    }

    var text: String {
      guard !digits.isEmpty else { return "0" }
      let padded =
        [UInt8](repeating: 0, count: max(0, -point)) + digits
        + [UInt8](repeating: 0, count: max(0, point - digits.count))
      let split = max(0, point)
      let whole = split == 0 ? "0" : padded[..<split].map(String.init).joined()
      let fraction = padded[split...].map(String.init).joined()
      return fraction.isEmpty ? whole : whole + "." + fraction
    }
  }
}
