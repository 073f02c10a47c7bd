internal import MapGeometry

/// The lines and outlines of many features, cut where they part, so that what several share is there once.
///
/// An arc runs between places where lines end, meet or part; which way depends on its points only. Whatever
/// is done to an arc is done to all features that have it, so borders that fit go on fitting.
struct SharedArcs: Sendable {
  /// An arc as a line or outline uses it.
  struct Piece: Hashable, Sendable {
    private let code: Int32

    init(arc: Int, isReversed: Bool) { code = Int32(arc) << 1 | (isReversed ? 1 : 0) }

    var arc: Int { Int(code >> 1) }
    var isReversed: Bool { code & 1 == 1 }
  }

  /// What a path is of its feature; the holes of an area follow its outline.
  enum PathKind: Sendable { case line, outline, hole }

  /// Where each vertex lies.
  let vertices: [PlanePoint]
  /// The vertices of each arc from node to node; one that ends where it starts is a whole ring or a loop.
  let arcs: Runs<Int32>
  /// The arcs of each path.
  let pieces: Runs<Piece>
  /// The paths of each feature; they are numbered through.
  let paths: Runs<PathKind>
  /// The points that features of points are made of.
  let points: Runs<PlanePoint>
  /// The id of each feature.
  let ids: [String]
  /// The numbers of the features in the order of their ids.
  let order: [Int]

  /// Cuts the geometries of features, by id.
  init(_ features: some RandomAccessCollection<(id: String, geometry: PlaneGeometry)>) {
    var builder = ArcBuilder(
      positions: Self.positionCount(of: features), features: features.count)
    var ids: [String] = []
    ids.reserveCapacity(features.count)
    for feature in features {
      builder.read(feature.geometry)
      ids.append(feature.id)
    }
    builder.cut()
    (vertices, arcs) = (builder.vertices.points, builder.arcs)
    (pieces, paths, points) = (builder.pieces, builder.paths, builder.points)
    self.ids = ids
    order = ids.indices.sorted { ids[$0] < ids[$1] }
  }

  /// How many positions features have; of very many, as some of them tell.
  private static func positionCount(
    of features: some RandomAccessCollection<(id: String, geometry: PlaneGeometry)>
  ) -> Int {
    let step = max(1, features.count / 4096)
    var (positions, asked) = (0, 0)
    for place in stride(from: 0, to: features.count, by: step) {
      let index = features.index(features.startIndex, offsetBy: place)
      features[index].geometry.forEachRun { positions += $0.count }
      asked += 1
    }
    return step == 1 ? positions : positions / asked * features.count
  }

  /// The number of the feature with an id.
  ///
  /// - Parameter last: The number that was found before; the next one is found at once.
  func number(ofFeature id: String, after last: Int = -1) -> Int? {
    if last + 1 < ids.count, ids[last + 1] == id { return last + 1 }
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[order[middle]] < id { low = middle + 1 } else { high = middle }
    }
    return low < order.count && ids[order[low]] == id ? order[low] : nil
  }

  /// The numbers of the arcs that a feature is made of, as often as it has them.
  func arcs(ofFeature number: Int) -> some Sequence<Int> {
    let range = paths.range(of: number)
    let first = range.isEmpty ? 0 : pieces.range(of: range.lowerBound).lowerBound
    let last = range.isEmpty ? 0 : pieces.range(of: range.upperBound - 1).upperBound
    return pieces.elements[first..<last].lazy.map { $0.arc }
  }
}
