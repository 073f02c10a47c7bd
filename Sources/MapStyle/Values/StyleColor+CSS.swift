extension StyleColor {
  /// Reads a colour as CSS writes it; `nil` when it is none.
  ///
  /// Names, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()` and `hsla()`, with
  /// commas or spaces between the parts.
  public init?(css text: String) {
    if let packed = Self.sixDigits(of: text) {
      self.init(
        red: Double(packed >> 16 & 0xFF) / 255, green: Double(packed >> 8 & 0xFF) / 255,
        blue: Double(packed & 0xFF) / 255, alpha: 1)
      return
    }
    let text = text.trimming { $0.isWhitespace }.lowercased()
    if text.hasPrefix("#") {
      self.init(hexDigits: text.dropFirst())
    } else if let call = ColorCall(text) {
      self.init(call)
    } else if text == "transparent" {
      self = .transparent
    } else if let packed = StyleColor.names[text] {
      self.init(
        bytes: [Double(packed >> 16 & 0xFF), Double(packed >> 8 & 0xFF), Double(packed & 0xFF)])
    } else {
      return nil
    }
  }

  /// What nearly every colour is written as, `#rrggbb`, as one number.
  private static func sixDigits(of text: String) -> UInt32? {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#") else { return nil }
    var packed: UInt32 = 0
    for byte in text.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        packed = packed << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        packed = packed << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        packed = packed << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return packed
  }

  private init?(hexDigits: Substring) {
    let digits = hexDigits.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == hexDigits.utf8.count else { return nil }
    let bytes: [Double]
    switch digits.count {
    case 3, 4: bytes = digits.map { Double($0 * 17) }
    case 6, 8:
      bytes = stride(from: 0, to: digits.count, by: 2).map { (index: Int) -> Double in
        Double(digits[index] * 16 + digits[index + 1])
      }
    default: return nil
    }
    self.init(
      red: bytes[0] / 255, green: bytes[1] / 255, blue: bytes[2] / 255,
      alpha: bytes.count > 3 ? bytes[3] / 255 : 1)
  }

  private init?(_ call: ColorCall) {
    let parts = call.parts
    let alpha = call.alpha.map { $0.isPercentage ? $0.value / 100 : $0.value } ?? 1
    switch call.name {
    case "rgb", "rgba":
      let percentages = parts.filter(\.isPercentage).count
      guard percentages == 0 || percentages == 3, !parts.contains(where: \.isDegrees) else {
        return nil
      }
      let whole = percentages == 3 ? 100.0 : 255
      self.init(
        red: parts[0].value / whole, green: parts[1].value / whole, blue: parts[2].value / whole,
        alpha: alpha)
    case "hsl", "hsla":
      guard !parts[0].isPercentage, parts[1].isPercentage, parts[2].isPercentage else { return nil }
      self.init(
        hue: parts[0].value, saturation: min(max(parts[1].value / 100, 0), 1),
        lightness: min(max(parts[2].value / 100, 0), 1), alpha: alpha)
    default:
      return nil
    }
  }

  /// Creates a colour from its hue in degrees, and saturation and lightness from 0 to 1.
  init(hue: Double, saturation: Double, lightness: Double, alpha: Double) {
    func part(_ shift: Double) -> Double {
      let turn = (shift + hue / 30).truncatingRemainder(dividingBy: 12)
      let k = turn < 0 ? turn + 12 : turn
      let span = saturation * min(lightness, 1 - lightness)
      return lightness - span * max(-1, min(k - 3, 9 - k, 1))
    }
    self.init(red: part(0), green: part(8), blue: part(4), alpha: alpha)
  }
}

/// A colour written as a function: `rgb(255 0 0 / 50%)`.
struct ColorCall {
  struct Part {
    var value: Double
    var isPercentage: Bool
    var isDegrees: Bool
  }

  let name: Substring
  let parts: [Part]
  let alpha: Part?

  init?(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
    name = text[..<open]
    var rest = text[text.index(after: open)...].dropLast().trimming { $0.isWhitespace }
    var parts: [Part] = []
    var separators: [Character] = []
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != "/" }
      guard let part = Part(word) else { return nil }
      parts.append(part)
      rest = rest.dropFirst(word.count)
      let gap = rest.prefix { $0.isWhitespace || $0 == "," || $0 == "/" }
      rest = rest.dropFirst(gap.count)
      let mark = gap.filter { !$0.isWhitespace }
      guard mark.count <= 1, mark.isEmpty || !rest.isEmpty else { return nil }
      if !rest.isEmpty { separators.append(mark.first ?? " ") }
    }
    let forms: [[Character]] = [[" ", " "], [" ", " ", "/"], [",", ","], [",", ",", ","]]
    guard forms.contains(separators) else { return nil }
    self.parts = Array(parts.prefix(3))
    alpha = parts.count == 4 ? parts[3] : nil
  }
}

extension ColorCall.Part {
  init?(_ word: Substring) {
    isPercentage = word.hasSuffix("%")
    isDegrees = word.hasSuffix("deg")
    let digits = word.dropLast(isPercentage ? 1 : isDegrees ? 3 : 0)
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || ".e+-".contains($0)) }),
      let value = Double(digits), value.isFinite
    else { return nil }
    self.value = value
  }
}
