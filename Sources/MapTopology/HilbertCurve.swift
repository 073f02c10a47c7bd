import MapGeometry

/// The corners of a box as plain numbers.
struct Box: Sendable {
  let minX: Double
  let minY: Double
  let maxX: Double
  let maxY: Double

  func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  func grown(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The shortest distance between the boxes; zero where they touch.
  func distance(to other: Box) -> Double {
    let dx = max(0, minX - other.maxX, other.minX - maxX)
    let dy = max(0, minY - other.maxY, other.minY - maxY)
    return (dx * dx + dy * dy).squareRoot()
  }

  func touches(_ other: Box) -> Bool {
    // Nobody can tell beforehand which side decides: looking at all of them costs less than a wrong guess.
    max(max(minX - other.maxX, other.minX - maxX), max(minY - other.maxY, other.minY - maxY)) <= 0
  }
}

extension Box {
  init(_ bounds: Bounds<PlanePoint>) {
    self.init(
      minX: bounds.minimum.x, minY: bounds.minimum.y, maxX: bounds.maximum.x,
      maxY: bounds.maximum.y)
  }
}

/// The curve that visits a 65536 × 65536 grid so that neighbours on it are neighbours on the plane.
///
/// On the way down from the whole grid to one cell the curve is turned: mirrored, its axes swapped, or both. Four
/// levels are looked up at a time, in a table for each of the four turns.
struct HilbertCurve {
  private static let side = 1 << 16
  /// For each turn and four bits of x and y: eight bits of the place, and above them the turn from there on.
  private static let table: [UInt16] = (0..<1024).map {
    entry(turn: $0 >> 8, $0 >> 4 & 15, $0 & 15)
  }

  private let table = Self.table
  private let corner: (x: Double, y: Double)
  private let cellsPerMetre: (x: Double, y: Double)

  /// A curve over a box.
  init(over extent: Box) {
    func cells(_ length: Double) -> Double { length > 0 ? Double(Self.side - 1) / length : 0 }
    corner = (extent.minX, extent.minY)
    cellsPerMetre = (cells(extent.maxX - extent.minX), cells(extent.maxY - extent.minY))
  }

  /// Where on the curve the centre of a box lies.
  func place(of box: Box) -> UInt32 {
    let x = cell((box.minX / 2 + box.maxX / 2 - corner.x) * cellsPerMetre.x)
    let y = cell((box.minY / 2 + box.maxY / 2 - corner.y) * cellsPerMetre.y)
    var (place, turn) = (0, 0)
    for shift in stride(from: 12, through: 0, by: -4) {
      let found = Int(table[turn | (x >> shift & 15) << 4 | y >> shift & 15])
      place = place << 8 | found & 0xFF
      turn = found & 0x300
    }
    return UInt32(place)
  }

  private func cell(_ exact: Double) -> Int { Int(min(max(0, exact), Double(Self.side - 1))) }

  /// Four levels of the way down, from a turn.
  private static func entry(turn: Int, _ x: Int, _ y: Int) -> UInt16 {
    var (isSwapped, isMirrored) = (turn & 1 != 0, turn & 2 != 0)
    var place = 0
    for level in stride(from: 3, through: 0, by: -1) {
      let mirror = isMirrored ? 1 : 0
      let (first, second) = (x >> level & 1 ^ mirror, y >> level & 1 ^ mirror)
      let (right, upper) = isSwapped ? (second, first) : (first, second)
      place = place << 2 | 3 * right ^ upper
      guard upper == 0 else { continue }
      if right == 1 { isMirrored.toggle() }
      isSwapped.toggle()
    }
    return UInt16(place | (isSwapped ? 0x100 : 0) | (isMirrored ? 0x200 : 0))
  }
}
