internal import PlanFindings

/// Columns of text for a terminal, in which a hanzi takes two places.
public struct TextTable: Sendable {
  private var rows: [[String]]
  private let rightAligned: Set<Int>

  /// Creates a table.
  ///
  /// - Parameter rightAligned: The columns whose texts end flush, as numbers do.
  public init(header: [String], rightAligned: Set<Int> = []) {
    rows = [header]
    self.rightAligned = rightAligned
  }

  /// Adds a row.
  public mutating func add(_ row: [String]) { rows.append(row.map(PlainText.line)) }

  /// The table, every row ending in a line break.
  public var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? PlainText.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - PlainText.width(of: cell))
        line += rightAligned.contains(column) ? padding + cell : cell + padding
        line += "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
