import MapGeometry

/// Edges of outlines, of which two that run the same way back and forth cancel.
///
/// Where two areas share an edge, each walks it with its own inside on the left, so once forth and once
/// back. What is left when all outlines have been taken in is the outline of the areas together. A table
/// with open addressing: neighbours mostly come one after the other, so it stays small.
struct OpenEdges {
  /// One edge, with the inside on its left.
  struct Edge: BitwiseCopyable {
    let start: PlanePoint
    let end: PlanePoint

    /// What no edge is.
    static let none = Edge(
      start: PlanePoint(x: .nan, y: .nan), end: PlanePoint(x: .nan, y: .nan))
    var isNone: Bool { start.x.isNaN }
  }

  private var slots: [Edge]
  private var mask: Int
  private(set) var count = 0

  init() {
    slots = Array(repeating: .none, count: 1024)
    mask = 1023
  }

  /// Gives away the edges left, in an order that depends on the edges alone.
  mutating func take() -> [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(count)
    for edge in slots where !edge.isNone { edges.append(edge) }
    self = OpenEdges()
    edges.sort {
      ($0.start.x, $0.start.y, $0.end.x, $0.end.y) < ($1.start.x, $1.start.y, $1.end.x, $1.end.y)
    }
    return edges
  }

  /// Takes in the edges of an outline.
  ///
  /// - Parameter isBackwards: Whether they are walked with the inside on the right.
  mutating func walk(_ outline: AreaOutline, isBackwards: Bool = false) {
    _ = outline.allParts { part in
      for number in 0..<part.ringCount {
        part[ring: number].points.withUnsafeBufferPointer { points in
          for index in 1..<max(points.count, 1) {
            let (start, end) = (points[index - 1], points[index])
            isBackwards ? walk(end, start) : walk(start, end)
          }
        }
      }
      return true
    }
  }

  private mutating func walk(_ start: PlanePoint, _ end: PlanePoint) {
    if count * 4 > mask * 3 { grow() }
    slots.withUnsafeMutableBufferPointer { slots in
      var place = Self.hash(start, end) & mask
      while !slots[place].isNone {
        if slots[place].start == end, slots[place].end == start {
          Self.empty(place, of: slots, mask)
          count -= 1
          return
        }
        place = (place + 1) & mask
      }
      slots[place] = Edge(start: start, end: end)
      count += 1
    }
  }

  /// Empties a slot and moves up what had to go around it, so that no search ends too early.
  private static func empty(_ place: Int, of slots: UnsafeMutableBufferPointer<Edge>, _ mask: Int) {
    var hole = place
    var next = (hole + 1) & mask
    while !slots[next].isNone {
      let home = hash(slots[next].start, slots[next].end) & mask
      if (next &- home) & mask >= (next &- hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = .none
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .none, count: old.count * 2)
    mask = slots.count - 1
    for edge in old where !edge.isNone {
      var place = Self.hash(edge.start, edge.end) & mask
      while !slots[place].isNone { place = (place + 1) & mask }
      slots[place] = edge
    }
  }

  /// The same for both ways along an edge.
  @inline(__always)
  private static func hash(_ a: PlanePoint, _ b: PlanePoint) -> Int {
    // Sums are the same both ways; adding 0 makes one of the two zeros.
    let x = (a.x + 0).bitPattern &+ (b.x + 0).bitPattern
    let y = (a.y + 0).bitPattern &+ (b.y + 0).bitPattern
    var mixed = x &* 0x9E37_79B9_7F4A_7C15 ^ y &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 32
    mixed &*= 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 1)
  }
}
