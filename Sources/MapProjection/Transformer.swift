import CPROJ
public import MapGeometry
import Synchronization

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
  private let state: Mutex<ProjOperation>
  /// How much a straight edge can bend on the plane; `nil` where that is not known.
  let bend: BendBound?

  /// Prepares the way to a projected CRS in metres.
  public init(to crs: CRS) throws(ProjectionError) {
    self.crs = crs
    let operation = try ProjOperation(to: crs.definition)
    bend = crs.areaOfUse.flatMap { BendBound(in: $0, of: operation) }
    state = Mutex(operation)
  }

  /// The points of the positions, in the same order.
  public func project(_ positions: [GeoPosition]) throws(ProjectionError) -> [PlanePoint] {
    try state.withLock { (operation) throws(ProjectionError) in try operation.project(positions) }
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
