import CPROJ
import MapGeometry

/// The way between longitude and latitude and the plane of one CRS, with a context of its own.
struct ProjOperation: ~Copyable {
  private let forward: ProjObject  // degrees, longitude first, to metres east and north
  private let crs: ProjObject  // for scale and convergence
  private let name: String
  /// The ellipsoid of the CRS.
  let ellipsoid: Ellipsoid

  init(to definition: String) throws(ProjectionError) {
    let context = try ProjContext()
    let full = try ProjObject.crs(definition, in: context)
    guard let crs = try full.horizontal(), crs.type == PJ_TYPE_PROJECTED_CRS else {
      throw .notProjected(name: full.name)
    }
    let unit = try crs.firstUnit()
    guard unit.factor == 1 else { throw .unitNotMetre(name: full.name, unit: unit.name) }
    // From the CRS's own datum: no shift is ever applied.
    guard
      let base = context.adopt(proj.proj_crs_get_geodetic_crs(context.pointer, crs.borrowed)),
      let operation = context.adopt(
        proj.proj_create_crs_to_crs_from_pj(context.pointer, base.borrowed, crs.borrowed, nil, nil)),
      let normalized = context.adopt(
        proj.proj_normalize_for_visualization(context.pointer, operation.borrowed)),
      // PROJ 9.1 works factors out wrongly where northings come first.
      let eastFirst = context.adopt(
        proj.proj_normalize_for_visualization(context.pointer, crs.borrowed))
    else { throw .engine(reason: context.takeReason()) }
    let ellipsoid = try crs.ellipsoid()
    name = full.name
    self.ellipsoid = ellipsoid
    forward = normalized
    self.crs = eastFirst
  }

  func project(_ positions: [GeoPosition]) throws(ProjectionError) -> [PlanePoint] {
    if let bad = positions.first(where: { !$0.isOnEllipsoid }) { throw .outOfRange(bad) }
    var points = positions.map { PlanePoint(x: $0.longitude, y: $0.latitude) }
    transform(&points, PJ_FWD)
    if let index = points.firstIndex(where: { !$0.isFinite }) {
      throw .notProjectable(positions[index], crs: name)
    }
    return points
  }

  func unproject(_ points: [PlanePoint]) throws(ProjectionError) -> [GeoPosition] {
    if let bad = points.first(where: { !$0.isFinite }) { throw .notUnprojectable(bad, crs: name) }
    var degrees = points
    transform(&degrees, PJ_INV)
    let positions = degrees.map { GeoPosition(longitude: $0.x, latitude: $0.y) }
    if let index = positions.firstIndex(where: { !$0.isOnEllipsoid }) {
      throw .notUnprojectable(points[index], crs: name)
    }
    return positions
  }

  /// Scale and convergence at a position, as PROJ works them out.
  func factors(at position: GeoPosition) throws(ProjectionError) -> PJ_FACTORS {
    guard position.isOnEllipsoid else { throw .outOfRange(position) }
    let radians = proj.proj_coord(
      position.longitude * .pi / 180, position.latitude * .pi / 180, 0, 0)
    _ = proj.proj_errno_reset(crs.borrowed)
    let factors = proj.proj_factors(crs.borrowed, radians)
    guard proj.proj_errno(crs.borrowed) == 0, factors.meridional_scale.isFinite else {
      throw .notProjectable(position, crs: name)
    }
    return factors
  }

  /// Transforms in place; what has no image becomes infinite.
  private func transform(_ points: inout [PlanePoint], _ direction: PJ_DIRECTION) {
    let stride = MemoryLayout<PlanePoint>.stride
    let count = points.count
    points.withUnsafeMutableBytes { bytes in
      guard let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      _ = proj.proj_errno_reset(forward.borrowed)
      _ = proj.proj_trans_generic(
        forward.borrowed, direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
  }
}

extension GeoPosition {
  /// Whether the numbers can be a longitude and a latitude.
  var isOnEllipsoid: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }
}
