internal import MapGeometry

/// The vertices of many lines, those of one place to the millimetre once: vertices that are meant to be the same are.
struct VertexTable {
  /// Where each vertex was seen first.
  private(set) var points: [PlanePoint] = []
  /// The numbers of the vertices of the line that was asked for last.
  private(set) var numbers: [Int32] = []
  private var table: NumberTable

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
    numbers.removeAll(keepingCapacity: true)
    // Where a line runs along one that was read before, its vertices have numbers one after the other, mostly
    // downwards. Their places tell; only where they do not, the table is asked, which lies far away.
    var step = -1
    for point in line {
      if let last = numbers.last.map({ Int($0) }), let first = numbers.first.map({ Int($0) }) {
        if lies(point, at: last + step) {
          numbers.append(Int32(truncatingIfNeeded: last + step))
          continue
        }
        if lies(point, at: last - step) {
          step = -step
          numbers.append(Int32(truncatingIfNeeded: last + step))
          continue
        }
        // A ring ends where it starts.
        if lies(point, at: first) {
          numbers.append(Int32(truncatingIfNeeded: first))
          continue
        }
      }
      numbers.append(number(of: point))
    }
  }

  /// Whether a vertex lies exactly at a point.
  private func lies(_ point: PlanePoint, at number: Int) -> Bool {
    points.indices.contains(number) && points[number] == point
  }

  private mutating func number(of point: PlanePoint) -> Int32 {
    let place = Place(point)
    let hash = place.hash
    let known = table.number(hash) { number in
      let known = points[Int(number)]
      return known == point || Place(known) == place
    }
    if let known { return known }
    let number = Int32(points.count)
    points.append(point)
    table.put(number, hash)
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
