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
  init(of bytes: [UInt8]) {
    var starts = [Int]()
    var counts = [Int]()
    let mark = LineTable.hasByteOrderMark(bytes) ? 3 : 0
    starts.append(mark)
    var scalars = 0
    bytes.withUnsafeBufferPointer { bytes in
      var block = 0
      while block < bytes.count {
        counts.append(scalars)
        let end = min(block + LineTable.stride, bytes.count)
        for index in block..<end {
          let byte = bytes[index]
          if byte & 0xC0 != 0x80 { scalars += 1 }
          guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
          let next = index + 1
          if byte == UInt8(ascii: "\r"), next < bytes.count, bytes[next] == UInt8(ascii: "\n") {
            continue
          }
          starts.append(next)
        }
        block = end
      }
      counts.append(scalars)
    }
    self.starts = starts
    scalarCounts = counts
  }

  /// The line and column of a byte, both from 1.
  func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = scalars(before: offset, in: bytes) - scalars(before: starts[low], in: bytes)
    return (low + 1, max(column, 0) + 1)
  }

  /// The bytes of a line without its line break.
  func range(ofLine number: Int, in bytes: [UInt8]) -> Range<Int>? {
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
  func offset(line: Int, column: Int, in bytes: [UInt8]) -> Int? {
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

  private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
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

    func table(of bytes: [UInt8]) -> LineTable {
      made.withLock { table in
        if let table { return table }
        let fresh = LineTable(of: bytes)
        table = fresh
        return fresh
      }
    }
  }
}
