import CPROJ
import MapGeometry

// Questions about a PROJ object that is a CRS.

extension ProjObject {
  /// The CRS a definition stands for.
  static func crs(_ definition: String, in context: ProjContext) throws(ProjectionError)
    -> ProjObject
  {
    // PROJ reads a bare '+proj=…' as an operation unless it is told that a CRS is meant.
    let isBare = definition.contains("+proj=") && !definition.contains("+type=crs")
    let text = isBare ? definition + " +type=crs" : definition
    guard let object = context.adopt(proj.proj_create(context.pointer, text)),
      proj.proj_is_crs(object.borrowed) != 0
    else { throw .unknownCRS(definition: definition, reason: context.takeReason()) }
    return object
  }

  /// The horizontal part, without a transformation to another datum; `nil` when there is none.
  func horizontal() throws(ProjectionError) -> ProjObject? {
    let handle = context.pointer
    switch type {
    case PJ_TYPE_PROJECTED_CRS, PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS:
      return context.adopt(proj.proj_clone(handle, borrowed))
    case PJ_TYPE_COMPOUND_CRS:
      return try context.adopt(proj.proj_crs_get_sub_crs(handle, borrowed, 0))?.horizontal()
    case PJ_TYPE_BOUND_CRS:
      return try context.adopt(proj.proj_get_source_crs(handle, borrowed))?.horizontal()
    default: return nil
    }
  }

  /// Authority and code of the object.
  var code: String? {
    guard let authority = proj.proj_get_id_auth_name(borrowed, 0),
      let code = proj.proj_get_id_code(borrowed, 0)
    else { return nil }
    return "\(String(cString: authority)):\(String(cString: code))"
  }

  /// The name of the datum or of the datum ensemble.
  var datumName: String {
    context.adopt(proj.proj_crs_get_datum_forced(context.pointer, borrowed))?.name ?? ""
  }

  /// The unit of the first axis.
  func firstUnit() throws(ProjectionError) -> CRS.Unit {
    let handle = context.pointer
    var factor = 0.0
    var name: UnsafePointer<CChar>?
    guard let system = context.adopt(proj.proj_crs_get_coordinate_system(handle, borrowed)),
      proj.proj_cs_get_axis_info(
        handle, system.borrowed, 0, nil, nil, nil, &factor, &name, nil, nil)
        != 0
    else { throw .engine(reason: context.takeReason()) }
    return CRS.Unit(name: name.map { String(cString: $0) } ?? "", factor: factor)
  }

  /// The ellipsoid of the datum.
  func ellipsoid() throws(ProjectionError) -> Ellipsoid {
    let handle = context.pointer
    var (axis, inverse) = (0.0, 0.0)
    guard let figure = context.adopt(proj.proj_get_ellipsoid(handle, borrowed)),
      proj.proj_ellipsoid_get_parameters(handle, figure.borrowed, &axis, nil, nil, &inverse) != 0
    else { throw .engine(reason: context.takeReason()) }
    return Ellipsoid(semiMajorAxis: axis, inverseFlattening: inverse)
  }

  /// Where the CRS is meant to be used.
  var areaOfUse: Bounds<GeoPosition>? {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    let known = proj.proj_get_area_of_use(
      context.pointer, borrowed, &west, &south, &east, &north, nil)
    guard known != 0, west > -1000, west <= east else { return nil }
    return Bounds(
      GeoPosition(longitude: west, latitude: south), GeoPosition(longitude: east, latitude: north))
  }

  /// The CRS as text on one line.
  func wkt(_ dialect: PJ_WKT_TYPE) throws(ProjectionError) -> String {
    let options = "MULTILINE=NO"
    let text = options.withCString { option -> String? in
      var list: [UnsafePointer<CChar>?] = [option, nil]
      return proj.proj_as_wkt(context.pointer, borrowed, dialect, &list).map { String(cString: $0) }
    }
    guard let text else { throw .engine(reason: context.takeReason()) }
    return text
  }
}
