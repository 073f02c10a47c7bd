/// The outline of an area as a list of edges, for questions that are asked hundreds of times.
struct AreaEdges: Sendable {
  private struct Edge {
    let a: PaperPoint
    let b: PaperPoint
    let dx: Double
    let dy: Double
    let square: Double
  }

  private let edges: [Edge]

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
      guard let first = buffer.baseAddress else { return -.infinity }
      var nearest = Self.square(from: point, to: first[hint])
      if nearest <= least { return nil }
      var isInside = false
      var index = 0
      while index < buffer.count {
        let edge = first[index]
        if (edge.a.y > point.y) != (edge.b.y > point.y),
          point.x < edge.dx * (point.y - edge.a.y) / edge.dy + edge.a.x
        {
          isInside = !isInside
        }
        let square = Self.square(from: point, to: edge)
        if square < nearest {
          nearest = square
          hint = index
          if nearest <= least { return nil }
        }
        index += 1
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

  /// Whether a point lies inside.
  func contains(_ point: PaperPoint) -> Bool {
    edges.withUnsafeBufferPointer { buffer in
      var isInside = false
      var index = 0
      while index < buffer.count, let edge = buffer.baseAddress?[index] {
        if (edge.a.y > point.y) != (edge.b.y > point.y),
          point.x < edge.dx * (point.y - edge.a.y) / edge.dy + edge.a.x
        {
          isInside = !isInside
        }
        index += 1
      }
      return isInside
    }
  }

  /// Whether an edge runs through a box.
  func touch(_ box: PaperBox) -> Bool {
    edges.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count, let edge = buffer.baseAddress?[index] {
        if box.isCrossed(from: edge.a, to: edge.b) { return true }
        index += 1
      }
      return false
    }
  }
}
