/// The bytes of one file, and where its lines are.
///
/// Copies share the bytes and the line table. The table is made when a location is first asked for,
/// so reading a file without faults never pays for it.
public struct SourceText: Sendable {
  /// The file's name as it is to be shown.
  public let file: String
  let content: SourceContent

  private let table: LineTable.Cache

  /// Creates a text from bytes; they need not be valid UTF-8.
  public init(file: String, bytes: [UInt8]) {
    self.init(file: file, content: .held(bytes))
  }

  init(file: String, content: SourceContent) {
    self.file = file
    self.content = content
    table = LineTable.Cache()
  }

  /// The bytes as they are on disk, byte order mark included; those of a large file are copied.
  public var bytes: [UInt8] { content.bytes(in: 0..<content.count) }

  /// How many bytes there are.
  public var count: Int { content.count }

  /// Some of the bytes, as far as there are any.
  public func bytes(in range: Range<Int>) -> [UInt8] {
    content.bytes(in: range.clamped(to: 0..<content.count))
  }

  /// Calls `body` with all bytes, without copying any.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try content.withBytes(body)
  }

  /// Creates a text from a string.
  public init(file: String, _ text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// How many lines there are; a file that ends with a line break has no empty last line.
  public var lineCount: Int {
    let starts = lineTable.starts
    return starts.count > 1 && starts[starts.count - 1] == content.count
      ? starts.count - 1 : starts.count
  }

  /// The line and column of a byte.
  ///
  /// An offset beyond the end gives the place after the last byte. A byte order mark takes no column.
  public func location(at offset: Int) -> SourceLocation {
    let table = lineTable
    let offset = min(max(offset, 0), count)
    let place = content.withBytes { table.place(of: offset, in: $0) }
    content.looked()
    return SourceLocation(file: file, line: place.line, column: place.column)
  }

  /// The text of a line without its line break; empty when there is no such line.
  ///
  /// What is not UTF-8 shows as U+FFFD.
  public func line(_ number: Int) -> String {
    guard let range = range(ofLine: number) else { return "" }
    return String(decoding: content.bytes(in: range), as: UTF8.self)
  }

  /// The bytes of a line without its line break; `nil` when there is no such line.
  public func range(ofLine number: Int) -> Range<Int>? {
    let table = lineTable
    return content.withBytes { table.range(ofLine: number, in: $0) }
  }

  /// The byte at a line and column; the end of the line for a column behind it.
  public func offset(line: Int, column: Int) -> Int? {
    let table = lineTable
    return content.withBytes { table.offset(line: line, column: column, in: $0) }
  }

  private var lineTable: LineTable { table.table(of: content) }
}
