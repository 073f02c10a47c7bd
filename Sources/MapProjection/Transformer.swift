import CPROJ
public import MapGeometry
internal import Workforce

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Brings longitude and latitude onto the plane of a CRS and back.
///
/// Positions are taken to be on the datum of the CRS already: CRS84 and EPSG:4490 are treated as the
/// same (they are within a metre), and a CRS on an older datum gets no shift. Points have x east and
/// y north, whatever order the CRS declares. Tasks may share a transformer; they then take turns.
public final class Transformer: Sendable {
  /// The CRS of the plane.
  public let crs: CRS
  private let state: Guarded<ProjOperation>
  private let patches = Guarded<[SquareDegree: ConformalPatch?]>([:])
  /// How much a straight edge can bend on the plane; `nil` where that is not known.
  let bend: BendBound?

  /// Prepares the way to a projected CRS in metres.
  public init(to crs: CRS) throws(ProjectionError) {
    self.crs = crs
    let operation = try ProjOperation(to: crs.definition)
    bend = crs.areaOfUse.flatMap { BendBound(in: $0, of: operation) }
    state = Guarded(operation)
  }

  /// The points of the positions, in the same order.
  ///
  /// Where the projection is conformal they come from a series that agrees with PROJ to a micrometre; a
  /// position always has the same point, whatever is projected with it.
  public func project(_ positions: [GeoPosition]) throws(ProjectionError) -> [PlanePoint] {
    if let stray = positions.first(where: { !$0.isOnEllipsoid }) { throw .outOfRange(stray) }
    var leftOver: [Int] = []
    var points = [PlanePoint](unsafeUninitializedCapacity: positions.count) { points, count in
      guard let base = points.baseAddress else { return }
      positions.withUnsafeBufferPointer { positions in
        var start = 0
        while start < positions.count {
          let square = SquareDegree(positions[start])
          let end = positions[start...].firstIndex { !square.contains($0) } ?? positions.count
          if let patch = patch(of: square) {
            patch.project(UnsafeBufferPointer(rebasing: positions[start..<end]), into: base + start)
          } else {
            leftOver += start..<end
            (base + start).initialize(repeating: PlanePoint(x: 0, y: 0), count: end - start)
          }
          start = end
        }
      }
      count = positions.count
    }
    guard !leftOver.isEmpty else { return points }
    let others = leftOver.map { positions[$0] }
    let images = try state.withLock { (operation) throws(ProjectionError) in
      try operation.project(others)
    }
    for (index, image) in zip(leftOver, images) { points[index] = image }
    return points
  }

  func patch(of square: SquareDegree) -> ConformalPatch? {
    if let known = patches.withLock({ $0[square] }) { return known }
    let patch = state.withLock { operation in
      ConformalPatch(around: square.middle, on: operation.ellipsoid) {
        (positions) throws(ProjectionError) in try operation.project(positions)
      }
    }
    patches.withLock { $0[square] = .some(patch) }
    return patch
  }

  /// The positions of the points, in the same order.
  public func unproject(_ points: [PlanePoint]) throws(ProjectionError) -> [GeoPosition] {
    try state.withLock { (operation) throws(ProjectionError) in try operation.unproject(points) }
  }

  /// The angle from true north to grid north at a position, in degrees; positive when grid north
  /// lies east of true north, as it does east of the central meridian in the north.
  ///
  /// Taken from the image of a short piece of the meridian, to better than a millionth of a degree:
  /// asking PROJ for its factors reads its database again each time.
  public func gridConvergence(at position: GeoPosition) throws(ProjectionError) -> Double {
    let reach = 0.0001
    let images = try project([
      GeoPosition(longitude: position.longitude, latitude: max(-90, position.latitude - reach)),
      GeoPosition(longitude: position.longitude, latitude: min(90, position.latitude + reach)),
    ])
    return atan2(images[0].x - images[1].x, images[1].y - images[0].y) * 180 / .pi
  }

  /// How long a metre of the meridian at a position is on the plane.
  public func pointScale(at position: GeoPosition) throws(ProjectionError) -> Double {
    try factors(at: position).meridional_scale
  }

  private func factors(at position: GeoPosition) throws(ProjectionError) -> PJ_FACTORS {
    try state.withLock { (operation) throws(ProjectionError) in try operation.factors(at: position)
    }
  }
}

/// The ground between two whole meridians and two whole parallels.
struct SquareDegree: Hashable {
  let west: Int16
  let south: Int16

  init(_ position: GeoPosition) {
    west = Int16(position.longitude.rounded(.down))
    south = Int16(position.latitude.rounded(.down))
  }

  func contains(_ position: GeoPosition) -> Bool {
    position.longitude >= Double(west) && position.longitude < Double(west) + 1
      && position.latitude >= Double(south) && position.latitude < Double(south) + 1
  }

  var middle: GeoPosition {
    GeoPosition(longitude: Double(west) + 0.5, latitude: Double(south) + 0.5)
  }

  var bounds: Bounds<GeoPosition> {
    Bounds(
      GeoPosition(longitude: Double(west), latitude: Double(south)),
      GeoPosition(longitude: Double(west) + 1, latitude: Double(south) + 1))
  }
}
