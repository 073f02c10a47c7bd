/// A stretch of memory into which numbers are written digit by digit.
///
/// Who asks for it knows how much is going to be written.
struct DigitRoom {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// What has been written, for as long as the memory is there.
  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }

  mutating func put(_ byte: UInt8) {
    precondition(count < room.count)
    room.initializeElement(at: count, to: byte)
    count += 1
  }

  /// Writes a hundredth of a whole number, without zeros at the end.
  mutating func put(hundredths value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    put(whole)
    guard fraction != 0 else { return }
    put(UInt8(ascii: "."))
    put(digit: fraction / 10)
    if fraction % 10 != 0 { put(digit: fraction % 10) }
  }

  private mutating func put(_ whole: UInt) {
    var length = 1
    var limit = whole
    while limit >= 10 {
      limit /= 10
      length += 1
    }
    precondition(count + length <= room.count)
    var rest = whole
    for place in stride(from: count + length - 1, through: count, by: -1) {
      room.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    count += length
  }

  private mutating func put(digit: UInt) { put(UInt8(ascii: "0") + UInt8(digit)) }
}
