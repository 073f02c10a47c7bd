public import MapGeometry

/// The outlines of an area, ready to be held against those of others without an overlay.
///
/// Most areas of a plan meet their neighbours in shared vertices and nowhere else. That can be told from the
/// coordinates alone, exactly; only what cannot be told needs the engine.
public struct AreaOutline: Sendable {
  /// A ring with its inside on the left.
  struct Ring: Sendable {
    /// Closed; no point is repeated.
    let points: [PlanePoint]
    let box: Box
    /// The boxes of ``chunk`` edges each; empty for a ring of which one chunk holds all.
    let chunks: [Box]
  }

  /// An exterior ring and its holes.
  struct Part: Sendable {
    let exterior: Ring
    let holes: [Ring]

    init(_ polygon: Polygon<PlanePoint>) {
      exterior = Ring(polygon.exterior, isExterior: true)
      holes = polygon.holes.map { Ring($0, isExterior: false) }
    }

    var box: Box { exterior.box }
    /// How many rings there are; the exterior one comes first.
    var ringCount: Int { holes.count + 1 }
    subscript(ring number: Int) -> Ring { number == 0 ? exterior : holes[number - 1] }
  }

  static let chunk = 32
  /// Most areas have one part; it takes no list.
  private let first: Part?
  private let others: [Part]

  /// Creates the outlines of the areas of a valid geometry.
  public init(_ geometry: PlaneGeometry) {
    if case .polygon(let polygon) = geometry {
      first = Part(polygon)
      others = []
    } else {
      let polygons = geometry.polygons
      first = polygons.first.map { Part($0) }
      others = polygons.dropFirst().map { Part($0) }
    }
  }

  /// Calls `body` with each part until it answers `false`, and gives its last answer.
  func allParts(_ body: (Part) -> Bool) -> Bool {
    guard let first else { return true }
    return body(first) && others.allSatisfy(body)
  }

  /// Whether the insides of the areas surely have no point in common; `false` says nothing.
  public func isSurelyApart(from other: AreaOutline) -> Bool {
    var room = Contact.Room()
    return isSurelyApart(from: other, in: &room)
  }

  /// As ``isSurelyApart(from:)``, with room to work in that serves many pairs.
  func isSurelyApart(from other: AreaOutline, in room: inout Contact.Room) -> Bool {
    allParts { part in
      other.allParts {
        !part.box.touches($0.box) || Contact.isSurelyApart(part, $0, in: &room)
      }
    }
  }
}

extension AreaOutline.Ring {
  /// How many chunks there are.
  var chunkCount: Int { max(1, chunks.count) }

  /// The box of a chunk.
  func box(ofChunk place: Int) -> Box { chunks.isEmpty ? box : chunks[place] }

  init(_ ring: Ring<PlanePoint>, isExterior: Bool) {
    var points = ring.points
    if zip(points, points.dropFirst()).contains(where: { $0 == $1 }) {
      points = []
      for point in ring.points where point != points.last { points.append(point) }
    }
    if ring.isCounterClockwise != isExterior { points.reverse() }
    self.points = points
    chunks =
      points.count - 1 <= AreaOutline.chunk
      ? []
      : stride(from: 0, to: points.count - 1, by: AreaOutline.chunk).map { start in
        Box(around: points[start...min(start + AreaOutline.chunk, points.count - 1)])
      }
    box = Box(around: points[...])
  }
}

extension Box {
  /// The box around points, of which there is at least one.
  init(around points: ArraySlice<PlanePoint>) {
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for point in points {
      (minX, maxX) = (min(minX, point.x), max(maxX, point.x))
      (minY, maxY) = (min(minY, point.y), max(maxY, point.y))
    }
    self.init(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  /// The box of an edge.
  @inline(__always)
  init(_ a: PlanePoint, _ b: PlanePoint) {
    self.init(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// What both boxes cover; they must touch.
  func intersection(_ other: Box) -> Box {
    Box(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }
}
