internal import MapGeometry

/// Finds which pieces of lines cross.
enum Crossings {
  /// A straight piece and what it belongs to.
  struct Piece {
    let start: PlanePoint
    let end: PlanePoint
    let owner: Int

    var minX: Double { min(start.x, end.x) }
    var maxX: Double { max(start.x, end.x) }
    var minY: Double { min(start.y, end.y) }
    var maxY: Double { max(start.y, end.y) }
  }

  /// The owners of pieces that cross others; pieces that only touch do not cross.
  static func owners(among pieces: [Piece]) -> Set<Int> {
    guard pieces.count > 2 else { return [] }
    let sorted = pieces.sorted { $0.minX < $1.minX }
    var result: Set<Int> = []
    var active: [Piece] = []
    for piece in sorted {
      let (minX, minY, maxY) = (piece.minX, piece.minY, piece.maxY)
      active.removeAll { $0.maxX < minX }
      for other in active where other.minY <= maxY && other.maxY >= minY {
        if cross(piece, other) {
          result.insert(piece.owner)
          result.insert(other.owner)
        }
      }
      active.append(piece)
    }
    return result
  }

  private static func cross(_ a: Piece, _ b: Piece) -> Bool {
    side(of: b.start, from: a) * side(of: b.end, from: a) < 0
      && side(of: a.start, from: b) * side(of: a.end, from: b) < 0
  }

  /// Positive on the left of a piece, negative on its right, 0 on its line.
  private static func side(of point: PlanePoint, from piece: Piece) -> Double {
    let value =
      (piece.end.x - piece.start.x) * (point.y - piece.start.y)
      - (piece.end.y - piece.start.y) * (point.x - piece.start.x)
    return abs(value) < 1e-9 ? 0 : value.sign == .minus ? -1 : 1
  }
}
