/// Writes the few kinds of Protocol Buffers fields that glyph files have.
struct Protobuf {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ field: Int, _ value: Int) {
    variable(UInt64(field) << 3)
    variable(UInt64(max(0, value)))
  }

  /// A number that may be negative, zigzag.
  mutating func signed(_ field: Int, _ value: Int) {
    variable(UInt64(field) << 3)
    variable(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  mutating func bytes(_ field: Int, _ value: [UInt8]) {
    variable(UInt64(field) << 3 | 2)
    variable(UInt64(value.count))
    bytes += value
  }

  mutating func text(_ field: Int, _ value: String) { bytes(field, Array(value.utf8)) }

  mutating func message(_ field: Int, _ value: Protobuf) { bytes(field, value.bytes) }

  private mutating func variable(_ value: UInt64) {
    var rest = value
    while rest > 127 {
      bytes.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
