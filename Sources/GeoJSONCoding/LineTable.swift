internal import Workforce

/// Where the lines of a text start, and how many Unicode scalars precede every so many bytes.
///
/// The second list keeps columns cheap in files that are one line of many megabytes.
struct LineTable: Sendable {
  /// The distance between two counts, in bytes.
  static let stride = 4096

  /// The offset of the first byte of each line.
  let starts: [Int]
  /// The number of scalars before byte `stride * index`.
  let scalarCounts: [Int]

  /// Makes the table; LF, CRLF and a lone CR end a line.
  init(of content: SourceContent) {
    var starts = [Int]()
    var counts = [Int]()
    content.withBytes { bytes in
      starts.append(LineTable.hasByteOrderMark(bytes.prefix(3)) ? 3 : 0)
      counts.reserveCapacity(bytes.count / LineTable.stride + 2)
      var scalars = 0
      var block = 0
      while block < bytes.count {
        counts.append(scalars)
        let end = min(block + LineTable.stride, bytes.count)
        scalars += LineTable.scan(bytes, block..<end, &starts)
        if block & (1 << 20 - 1) == 0 { content.forget(block - min(block, 1 << 20)..<block) }
        block = end
      }
      counts.append(scalars)
      content.forget(0..<bytes.count)
    }
    self.starts = starts
    scalarCounts = counts
  }

  /// Notes the lines that start behind some bytes; gives how many scalars these are.
  ///
  /// Eight bytes are looked at at a time where all of them are ASCII and none ends a line.
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ starts: inout [Int]
  ) -> Int {
    var scalars = 0
    var index = range.lowerBound
    let base = UnsafeRawPointer(bytes.baseAddress)
    while index < range.upperBound {
      if let base, index + 8 <= range.upperBound {
        let word = (base + index).loadUnaligned(as: UInt64.self)
        // In ASCII only what is below 0x10 can end a line: the high half of such a byte is zero.
        let high = word & 0xF0F0_F0F0_F0F0_F0F0
        if word & 0x8080_8080_8080_8080 == 0,
          (high &- 0x1010_1010_1010_1010) & 0x8080_8080_8080_8080 == 0
        {
          scalars += 8
          index += 8
          continue
        }
      }
      let stop = min(index + 8, range.upperBound)
      while index < stop {
        let byte = bytes[index]
        index += 1
        if byte & 0xC0 != 0x80 { scalars += 1 }
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
        if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
          continue
        }
        starts.append(index)
      }
    }
    return scalars
  }

  /// The line and column of a byte, both from 1.
  func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = min(starts[low], offset)
    guard offset - start > LineTable.stride else {
      return (low + 1, bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }
    let column = scalars(before: offset, in: bytes) - scalars(before: start, in: bytes)
    return (low + 1, column + 1)
  }

  /// The bytes of a line without its line break.
  func range(ofLine number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard starts.indices.contains(number - 1) else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The offset of a place; the end of the line for a column behind it.
  func offset(line: Int, column: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let range = range(ofLine: line, in: bytes), column >= 1 else { return nil }
    let wanted = scalars(before: range.lowerBound, in: bytes) + column - 1
    var low = 0
    var high = scalarCounts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarCounts[middle] <= wanted { low = middle } else { high = middle }
    }
    var index = low * LineTable.stride
    var count = scalarCounts[low]
    while index < range.upperBound {
      if bytes[index] & 0xC0 != 0x80 {
        if count == wanted { return index }
        count += 1
      }
      index += 1
    }
    return range.upperBound
  }

  private func scalars(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let block = offset / LineTable.stride
    guard block < scalarCounts.count else { return scalarCounts[scalarCounts.count - 1] }
    var count = scalarCounts[block]
    for index in (block * LineTable.stride)..<offset where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// Whether the bytes start with U+FEFF in UTF-8.
  static func hasByteOrderMark(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension LineTable {
  /// The table of one text, made once and shared by its copies.
  final class Cache: Sendable {
    private let made = Guarded<LineTable?>(nil)

    func table(of content: SourceContent) -> LineTable {
      made.withLock { table in
        if let table { return table }
        let fresh = LineTable(of: content)
        table = fresh
        return fresh
      }
    }
  }
}
