internal import MapGeometry

/// The vertices of many lines, those of one place to the millimetre once: vertices that are meant to be the same are.
struct VertexTable {
  /// Where each vertex was seen first.
  private(set) var points: [PlanePoint] = []
  private var table: NumberTable

  /// A place in whole millimetres.
  private struct Place: Equatable, BitwiseCopyable {
    private let x: UInt64
    private let y: UInt64

    @inline(__always)
    init(_ point: PlanePoint) {
      // In so large a number the last bit counts ones: adding it rounds, and the bits are those of the whole number.
      x = (point.x * 1000 + 0x1.8p52).bitPattern
      y = (point.y * 1000 + 0x1.8p52).bitPattern
    }

    /// Places within a square of 65 m share a region.
    @inline(__always)
    var key: NumberTable.Key { NumberTable.Key(region: (x >> 16, y >> 16), own: (x, y)) }
  }

  /// - Parameter expected: How many positions are going to be asked for, about.
  init(expected: Int) {
    // Most vertices are those of two neighbours.
    table = NumberTable(capacity: expected * 2 / 3)
    points.reserveCapacity(expected * 2 / 3)
  }

  /// Adds the numbers of the vertices of a line to a list, repeats left out.
  mutating func find(_ line: [PlanePoint], into walks: inout Runs<Int32>) {
    makeRoom(for: line.count)
    guard let start = line.first else { return }
    let first = number(of: start)
    var last = first
    walks.append(Int32(truncatingIfNeeded: first))
    // Where a line runs along one that was read before, its vertices have numbers one after the other, mostly
    // downwards. Their places tell; only where they do not, the table is asked, which lies far away.
    var step = -1
    for point in line.dropFirst() {
      let before = last
      if lies(point, at: last + step) {
        last += step
      } else if lies(point, at: last - step) {
        step = -step
        last += step
      } else {
        // A ring ends where it starts.
        last = lies(point, at: first) ? first : number(of: point)
      }
      if last != before { walks.append(Int32(truncatingIfNeeded: last)) }
    }
  }

  /// The number of the vertex at a point.
  mutating func number(at point: PlanePoint) -> Int32 {
    makeRoom(for: 1)
    return Int32(truncatingIfNeeded: number(of: point))
  }

  private mutating func makeRoom(for count: Int) {
    while !table.hasRoom(for: count) {
      table = table.enlarged { Place(points[Int($0)]).key }
    }
  }

  /// Whether a vertex lies exactly at a point.
  @inline(__always)
  private func lies(_ point: PlanePoint, at number: Int) -> Bool {
    number >= 0 && number < points.count && points[number] == point
  }

  @inline(__always)
  private mutating func number(of point: PlanePoint) -> Int {
    let place = Place(point)
    let new = Int32(truncatingIfNeeded: points.count)
    let number = table.number(place.key, orPut: new) { number in
      let known = points[Int(number)]
      return known == point || Place(known) == place
    }
    if number == new { points.append(point) }
    return Int(number)
  }
}
