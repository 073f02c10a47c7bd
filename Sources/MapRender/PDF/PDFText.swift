/// Words of the PDF language.
enum PDFText {
  /// A text as a string of UTF-16 that every reader knows: `<FEFF…>`.
  static func string(_ text: String) -> String {
    var result = "<FEFF"
    for unit in text.utf16 { result += hex(UInt64(unit), digits: 4) }
    return result + ">"
  }

  static func hex(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Two passes of FNV-1a: the same bytes have the same identifier.
  static func identifier(of bytes: [UInt8]) -> String {
    var (low, high): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01B3
      high = (high ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 1
    }
    return "<\(hex(low, digits: 16))\(hex(high, digits: 16))>"
  }
}
