internal import MapGeometry

/// The vertices of many lines, those of one place to the millimetre once: vertices that are meant to be the same are.
struct VertexTable {
  /// Where each vertex was seen first.
  private(set) var points: [PlanePoint] = []
  private var table: NumberTable

  /// - Parameter expected: How many positions are going to be asked for.
  init(expected: Int) {
    // Most vertices are those of two neighbours.
    table = NumberTable(capacity: expected * 2 / 3)
    points.reserveCapacity(expected * 2 / 3)
  }

  /// The number of the vertex at a point.
  mutating func number(of point: PlanePoint) -> Int32 {
    let (x, y) = (Self.millimetres(point.x), Self.millimetres(point.y))
    var slot = table.slot(of: NumberTable.hash(x, y))
    while table[slot] != NumberTable.none {
      let known = points[Int(table[slot])]
      if known == point || Self.millimetres(known.x) == x && Self.millimetres(known.y) == y {
        return table[slot]
      }
      slot = table.slot(after: slot)
    }
    let number = Int32(points.count)
    table.put(number, in: slot)
    points.append(point)
    if table.isCrowded {
      table = table.enlarged { number in
        let point = points[Int(number)]
        return NumberTable.hash(Self.millimetres(point.x), Self.millimetres(point.y))
      }
    }
    return number
  }

  private static func millimetres(_ metres: Double) -> Int { (metres * 1000).nearest }
}

extension Double {
  /// The nearest whole number, halves away from zero: what `rounded()` gives, without a call of the C library.
  var nearest: Int {
    let whole = Int(self)
    let rest = self - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
