internal import MapGeometry

/// The vertices of many lines, those of one place to the millimetre once: vertices that are meant to be the same are.
struct VertexTable {
  /// Where each vertex was seen first.
  private(set) var points: [PlanePoint] = []
  /// The numbers of the vertices of the line that was asked for last.
  private(set) var numbers: [Int32] = []
  private var table: NumberTable
  /// The places of that line, where in the table to look for them, and what was there at first.
  private var sought: [(place: Place, slot: Int, number: Int32)] = []

  /// A place in whole millimetres.
  private struct Place: Equatable, BitwiseCopyable {
    let x: Int
    let y: Int

    init(_ point: PlanePoint) {
      x = (point.x * 1000).nearest
      y = (point.y * 1000).nearest
    }

    var hash: UInt64 { NumberTable.hash(x, y) }
  }

  /// - Parameter expected: How many positions are going to be asked for.
  init(expected: Int) {
    // Most vertices are those of two neighbours.
    table = NumberTable(capacity: expected * 2 / 3)
    points.reserveCapacity(expected * 2 / 3)
  }

  /// Finds the numbers of the vertices of a line.
  mutating func find(_ line: [PlanePoint]) {
    while !table.hasRoom(for: line.count) {
      table = table.enlarged { Place(points[Int($0)]).hash }
    }
    // The slots lie all over the memory: asked for together, the processor need not wait for one after the other.
    sought.removeAll(keepingCapacity: true)
    for point in line {
      let place = Place(point)
      let slot = table.slot(of: place.hash)
      sought.append((place, slot, table[slot]))
    }
    numbers.removeAll(keepingCapacity: true)
    for (point, (place, slot, number)) in zip(line, sought) {
      let isThere = number != NumberTable.none && points[Int(number)] == point
      numbers.append(isThere ? number : self.number(of: point, place, from: slot))
    }
  }

  private mutating func number(of point: PlanePoint, _ place: Place, from first: Int) -> Int32 {
    var slot = first
    while table[slot] != NumberTable.none {
      let known = points[Int(table[slot])]
      if known == point || Place(known) == place { return table[slot] }
      slot = table.slot(after: slot)
    }
    let number = Int32(points.count)
    table.put(number, in: slot)
    points.append(point)
    return number
  }
}

extension Double {
  /// The nearest whole number, halves away from zero: what `rounded()` gives, without a call of the C library.
  var nearest: Int {
    let whole = Int(self)
    let rest = self - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
