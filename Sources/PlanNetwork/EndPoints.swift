package import MapGeometry

/// The points where lines start and end, each once, by number.
///
/// Most ends are the end of another line as well, digit by digit: whoever looks at the points looks at a fraction of the
/// ends.
package struct EndPoints: Sendable {
  /// The points, in the order of the lines.
  package private(set) var all: [PlanePoint] = []
  /// For each point the line that ends there; -1 where several do.
  private var owners: [Int32] = []
  /// For each line the numbers of its start and its end; -1 for an outline, which has none.
  private var numbers: [Int32] = []

  init(of lines: [PlanLines.Line]) {
    all.reserveCapacity(lines.count)
    owners.reserveCapacity(lines.count)
    numbers.reserveCapacity(2 * lines.count)
    var table = Table(capacity: 2 * lines.count + 1)
    for number in lines.indices {
      guard lines[number].polygon == nil else {
        numbers.append(-1)
        numbers.append(-1)
        continue
      }
      let points = lines[number].line.points
      numbers.append(find(points[0], of: Int32(number), in: &table))
      numbers.append(find(points[points.count - 1], of: Int32(number), in: &table))
    }
  }

  /// Whether several lines end at a point.
  package func isShared(_ number: Int) -> Bool { owners[number] < 0 }

  /// The number of a line's start, or of its end; `nil` for an outline.
  package func number(of line: Int, atEnd isAtEnd: Bool) -> Int? {
    let number = numbers[2 * line + (isAtEnd ? 1 : 0)]
    return number < 0 ? nil : Int(number)
  }

  private mutating func find(_ point: PlanePoint, of line: Int32, in table: inout Table) -> Int32 {
    var slot = table.slot(of: point)
    while table.numbers[slot] >= 0 {
      let number = Int(table.numbers[slot])
      if all[number] == point {
        if owners[number] != line { owners[number] = -1 }
        return Int32(number)
      }
      slot = table.slot(after: slot)
    }
    table.numbers[slot] = Int32(all.count)
    all.append(point)
    owners.append(line)
    return Int32(all.count - 1)
  }

  /// A table of points, each in the first free slot from the one that its digits say.
  private struct Table {
    var numbers: [Int32]

    init(capacity: Int) {
      var size = 64
      while size < capacity { size *= 2 }
      numbers = Array(repeating: -1, count: size)
    }

    func slot(of point: PlanePoint) -> Int {
      // Adding zero makes -0 the same as 0.
      var mixed =
        (point.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
        ^ (point.y + 0).bitPattern &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= mixed >> 32
      mixed &*= 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: mixed >> 32) & (numbers.count - 1)
    }

    func slot(after slot: Int) -> Int { (slot + 1) & (numbers.count - 1) }
  }
}
