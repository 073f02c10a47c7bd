internal import MapGeometry

/// Points that count as one where they are within a tolerance, found by the squares they lie in.
///
/// The squares are kept in a flat table with open addressing: the last place of each, from which the places of
/// the same square follow in a list.
struct PlaceTable {
  /// The first point of each place.
  private(set) var points: [PlanePoint] = []
  private let tolerance: Double
  /// The side of a square: so large that a point seldom lies near another square, and so small that
  /// few places share one.
  private let side: Double
  /// The square of each slot and the last place in it; -1 for an empty slot.
  private var slots: [Slot]
  private var mask: Int
  private var squareCount = 0
  /// For each place the one before it in its square; -1 for none.
  private var previous: [Int32] = []

  private struct Slot: BitwiseCopyable {
    var square: Square
    var last: Int32
  }

  /// Counted in `Double` because `Int` cannot hold every coordinate.
  private struct Square: Equatable, BitwiseCopyable {
    let x: Double
    let y: Double

    /// A number that neighbouring squares do not share.
    var hash: Int {
      // Adding 0 makes one of the two zeros.
      var mixed =
        (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ (y + 0).bitPattern &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= mixed >> 32
      mixed &*= 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 1)
    }
  }

  private static let empty = Slot(square: Square(x: 0, y: 0), last: -1)

  init(tolerance: Double, capacity: Int = 0) {
    self.tolerance = tolerance
    side = max(2 * tolerance, min(16 * tolerance, 0.1), 1e-3)
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Self.empty, count: size)
    mask = size - 1
    points.reserveCapacity(capacity)
    previous.reserveCapacity(capacity)
  }

  /// The earliest place within the tolerance of a point, or a new one.
  mutating func place(at point: PlanePoint) -> Int {
    let own = Square(x: square(point.x), y: square(point.y))
    var found = nearest(in: own, to: point, or: .max)
    let (west, east) = (square(point.x - tolerance), square(point.x + tolerance))
    let (south, north) = (square(point.y - tolerance), square(point.y + tolerance))
    if west != east || south != north {
      for x in west == east ? [west] : [west, east] {
        for y in south == north ? [south] : [south, north] {
          found = nearest(in: Square(x: x, y: y), to: point, or: found)
        }
      }
    }
    guard found == .max else { return Int(found) }
    if squareCount * 2 > mask { grow() }
    let slot = slot(of: own)
    if slots[slot].last < 0 { squareCount += 1 }
    previous.append(slots[slot].last)
    slots[slot] = Slot(square: own, last: Int32(points.count))
    points.append(point)
    return points.count - 1
  }

  /// The earliest place in a square within the tolerance of a point, if it is earlier than another.
  private func nearest(in square: Square, to point: PlanePoint, or other: Int32) -> Int32 {
    var found = other
    var place = slots[slot(of: square)].last
    while place >= 0 {
      if place < found, points[Int(place)].distance(to: point) <= tolerance { found = place }
      place = previous[Int(place)]
    }
    return found
  }

  /// The slot of a square, or the empty one where it would go.
  private func slot(of square: Square) -> Int {
    var slot = square.hash & mask
    while slots[slot].last >= 0, slots[slot].square != square { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.last >= 0 { slots[self.slot(of: slot.square)] = slot }
  }

  private func square(_ coordinate: Double) -> Double { (coordinate / side).rounded(.down) }
}
