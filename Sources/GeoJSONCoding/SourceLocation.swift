/// A place in a text file, counted from 1 as editors do.
public struct SourceLocation: Hashable, Sendable {
  /// The file's name as it is to be shown.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars.
  public var column: Int

  /// Creates a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  /// Orders by file name, then line, then column.
  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The form that editors and terminals make clickable: `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
