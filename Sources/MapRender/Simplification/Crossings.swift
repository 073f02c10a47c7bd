internal import MapGeometry

/// Finds which pieces of lines cross.
enum Crossings {
  /// A straight piece and what it belongs to.
  struct Piece: BitwiseCopyable {
    let start: PlanePoint
    let end: PlanePoint
    let owner: Int
    let minX: Double

    init(start: PlanePoint, end: PlanePoint, owner: Int) {
      (self.start, self.end, self.owner) = (start, end, owner)
      minX = min(start.x, end.x)
    }

    var maxX: Double { max(start.x, end.x) }
    var minY: Double { min(start.y, end.y) }
    var maxY: Double { max(start.y, end.y) }
  }

  /// The owners of pieces that cross others; pieces that only touch do not cross.
  static func owners(among pieces: [Piece]) -> Set<Int> {
    var sorted = pieces
    return owners(among: &sorted)
  }

  /// The same of pieces that may be put in order.
  static func owners(among pieces: inout [Piece]) -> Set<Int> {
    guard pieces.count > 2 else { return [] }
    pieces.sort { $0.minX < $1.minX }
    var result: Set<Int> = []
    for (index, piece) in pieces.enumerated() {
      let (maxX, minY, maxY) = (piece.maxX, piece.minY, piece.maxY)
      var next = index + 1
      while next < pieces.count, pieces[next].minX <= maxX {
        let other = pieces[next]
        next += 1
        guard other.minY <= maxY, other.maxY >= minY, cross(piece, other) else { continue }
        result.insert(piece.owner)
        result.insert(other.owner)
      }
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
