/// The outline of an area as a list of edges, for questions that are asked hundreds of times.
///
/// Edges that follow one another stand in blocks, so that most of them are passed over by a look at the box around them.
struct AreaEdges: Sendable {
  private struct Edge {
    let a: PaperPoint
    let b: PaperPoint
    let dx: Double
    let dy: Double
    let square: Double
  }

  private struct Block {
    var box: PaperBox
    /// Behind its last edge.
    var end: Int
  }

  private static let blockSize = 8

  private let edges: [Edge]
  private let blocks: [Block]

  init(_ rings: [[PaperPoint]]) {
    var edges: [Edge] = []
    edges.reserveCapacity(rings.reduce(0) { $0 + $1.count })
    for ring in rings {
      var index = 1
      while index < ring.count {
        let (a, b) = (ring[index - 1], ring[index])
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        edges.append(Edge(a: a, b: b, dx: dx, dy: dy, square: dx * dx + dy * dy))
        index += 1
      }
    }
    self.edges = edges
    var blocks: [Block] = []
    blocks.reserveCapacity(edges.count / Self.blockSize + 1)
    for (index, edge) in edges.enumerated() {
      let box = PaperBox(
        minX: min(edge.a.x, edge.b.x), minY: min(edge.a.y, edge.b.y),
        maxX: max(edge.a.x, edge.b.x), maxY: max(edge.a.y, edge.b.y))
      if index % Self.blockSize == 0 {
        blocks.append(Block(box: box, end: index + 1))
      } else {
        let last = blocks.count - 1
        blocks[last].box = blocks[last].box.union(box)
        blocks[last].end = index + 1
      }
    }
    self.blocks = blocks
  }

  /// The distance to the nearest edge: positive inside, negative outside.
  func signedDistance(from point: PaperPoint) -> Double {
    var hint = 0
    return signedDistance(from: point, beyond: -1, hint: &hint) ?? 0
  }

  /// The distance to the nearest edge, positive inside and negative outside, unless an edge is no farther than
  /// a limit.
  ///
  /// - Parameter hint: The edge looked at first; becomes the one that was near.
  func signedDistance(from point: PaperPoint, beyond limit: Double, hint: inout Int) -> Double? {
    let least = limit > 0 ? limit * limit : -1
    return edges.withUnsafeBufferPointer { buffer -> Double? in
      guard let edges = buffer.baseAddress else { return -.infinity }
      var nearest = Self.square(from: point, to: edges[hint])
      if nearest <= least { return nil }
      var isInside = false
      var index = 0
      for block in blocks {
        let isFar = Self.square(from: point, to: block.box) > nearest * 1.000001 + 1e-9
        if isFar, !Self.mayCross(block.box, rightOf: point) {
          index = block.end
          continue
        }
        while index < block.end {
          let edge = edges[index]
          if Self.crosses(edge, rightOf: point) { isInside = !isInside }
          let square = Self.square(from: point, to: edge)
          if square < nearest {
            nearest = square
            hint = index
            if nearest <= least { return nil }
          }
          index += 1
        }
      }
      let distance = nearest.squareRoot()
      return isInside ? distance : -distance
    }
  }

  @inline(__always)
  private static func square(from point: PaperPoint, to edge: Edge) -> Double {
    var share = 0.0
    if edge.square > 0 {
      share = ((point.x - edge.a.x) * edge.dx + (point.y - edge.a.y) * edge.dy) / edge.square
      if share < 0 { share = 0 } else if share > 1 { share = 1 }
    }
    let ex = edge.a.x + edge.dx * share - point.x
    let ey = edge.a.y + edge.dy * share - point.y
    return ex * ex + ey * ey
  }

  @inline(__always)
  private static func square(from point: PaperPoint, to box: PaperBox) -> Double {
    let left = box.minX - point.x
    let right = point.x - box.maxX
    let above = box.minY - point.y
    let below = point.y - box.maxY
    let dx = left > 0 ? left : right > 0 ? right : 0
    let dy = above > 0 ? above : below > 0 ? below : 0
    return dx * dx + dy * dy
  }

  /// Whether an edge crosses the level line from a point to the right.
  @inline(__always)
  private static func crosses(_ edge: Edge, rightOf point: PaperPoint) -> Bool {
    (edge.a.y > point.y) != (edge.b.y > point.y)
      && point.x < edge.dx * (point.y - edge.a.y) / edge.dy + edge.a.x
  }

  /// Whether an edge within a box may cross it.
  @inline(__always)
  private static func mayCross(_ box: PaperBox, rightOf point: PaperPoint) -> Bool {
    point.y >= box.minY && point.y < box.maxY && point.x <= box.maxX + 1e-6
  }

  /// Whether a point lies inside.
  func contains(_ point: PaperPoint) -> Bool {
    edges.withUnsafeBufferPointer { buffer in
      guard let edges = buffer.baseAddress else { return false }
      var isInside = false
      var index = 0
      for block in blocks {
        guard Self.mayCross(block.box, rightOf: point) else {
          index = block.end
          continue
        }
        while index < block.end {
          if Self.crosses(edges[index], rightOf: point) { isInside = !isInside }
          index += 1
        }
      }
      return isInside
    }
  }

  /// Whether an edge runs through a box.
  func touch(_ box: PaperBox) -> Bool {
    edges.withUnsafeBufferPointer { buffer in
      guard let edges = buffer.baseAddress else { return false }
      var index = 0
      for block in blocks {
        if block.box.meets(box) {
          while index < block.end {
            if box.isCrossed(from: edges[index].a, to: edges[index].b) { return true }
            index += 1
          }
        }
        index = block.end
      }
      return false
    }
  }
}

extension PaperBox {
  /// Whether the boxes share a point, if only one of their edges.
  fileprivate func meets(_ other: PaperBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
