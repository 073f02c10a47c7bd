/// A small picture of red, green, blue and opacity, a byte each, written as PNG.
struct PixelPicture {
  let width: Int
  let height: Int
  private(set) var bytes: [UInt8]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    bytes = [UInt8](repeating: 0, count: width * height * 4)
  }

  /// Sets a pixel.
  mutating func set(_ x: Int, _ y: Int, rgb: UInt32, alpha: UInt8) {
    let index = (y * width + x) * 4
    bytes[index] = UInt8(rgb >> 16 & 0xFF)
    bytes[index + 1] = UInt8(rgb >> 8 & 0xFF)
    bytes[index + 2] = UInt8(rgb & 0xFF)
    bytes[index + 3] = alpha
  }

  /// Puts another picture into this one.
  mutating func paste(_ other: PixelPicture, x: Int, y: Int) {
    for row in 0..<other.height {
      let from = row * other.width * 4
      let to = ((y + row) * width + x) * 4
      bytes.replaceSubrange(
        to..<to + other.width * 4, with: other.bytes[from..<from + other.width * 4])
    }
  }

  /// The picture as a PNG file.
  var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(bytes.count + height)
    for row in 0..<height {
      rows.append(0)
      rows += bytes[row * width * 4..<(row + 1) * width * 4]
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += Self.chunk("IHDR", Self.word(width) + Self.word(height) + [8, 6, 0, 0, 0])
    file += Self.chunk("IDAT", Deflate.packed(rows) ?? [])
    return file + Self.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return word(data.count) + body + word(Int(Deflate.checksum(body)))
  }

  private static func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }
}
