/// The bytes of one file, and where its lines are.
///
/// Copies share the bytes and the line table. The table is made when a location is first asked for,
/// so reading a file without faults never pays for it.
public struct SourceText: Sendable {
  /// The file's name as it is to be shown.
  public let file: String
  /// The bytes as they are on disk, byte order mark included.
  public let bytes: [UInt8]

  private let table: LineTable.Cache

  /// Creates a text from bytes; they need not be valid UTF-8.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    table = LineTable.Cache()
  }

  /// Creates a text from a string.
  public init(file: String, _ text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// How many lines there are; a file that ends with a line break has no empty last line.
  public var lineCount: Int {
    let starts = lineTable.starts
    return starts.count > 1 && starts[starts.count - 1] == bytes.count
      ? starts.count - 1 : starts.count
  }

  /// The line and column of a byte.
  ///
  /// An offset beyond the end gives the place after the last byte. A byte order mark takes no column.
  public func location(at offset: Int) -> SourceLocation {
    let place = lineTable.place(of: min(max(offset, 0), bytes.count), in: bytes)
    return SourceLocation(file: file, line: place.line, column: place.column)
  }

  /// The text of a line without its line break; empty when there is no such line.
  ///
  /// What is not UTF-8 shows as U+FFFD.
  public func line(_ number: Int) -> String {
    guard let range = lineTable.range(ofLine: number, in: bytes) else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The bytes of a line without its line break; `nil` when there is no such line.
  public func range(ofLine number: Int) -> Range<Int>? {
    lineTable.range(ofLine: number, in: bytes)
  }

  /// The byte at a line and column; the end of the line for a column behind it.
  public func offset(line: Int, column: Int) -> Int? {
    lineTable.offset(line: line, column: column, in: bytes)
  }

  private var lineTable: LineTable { table.table(of: bytes) }
}
