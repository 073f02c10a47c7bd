import CPROJ
public import MapGeometry

/// A coordinate reference system: what the numbers of a map mean on the ground.
///
/// Two are equal when they say the same, however they were written.
public struct CRS: Sendable {
  /// What the CRS was made from: `EPSG:4544`, a PROJ string or WKT.
  public let definition: String
  /// The code with its authority, `EPSG:4544`; `nil` when the definition has none.
  public let code: String?
  /// The name in the registry, as `CGCS2000 / 3-degree Gauss-Kruger CM 105E`.
  public let name: String
  /// The name of the geodetic datum, as `China 2000`; positions are taken to be on it already.
  public let datumName: String
  /// Whether coordinates lie on a plane rather than on the ellipsoid.
  public let isProjected: Bool
  /// The unit of the first axis.
  public let unit: Unit
  /// Where the CRS is meant to be used; `nil` when nobody says.
  public let areaOfUse: Bounds<GeoPosition>?
  /// The CRS in WKT 2 (ISO 19162:2019), on one line.
  public let wkt: String

  /// A unit of coordinates.
  public struct Unit: Hashable, Sendable {
    /// The name in the registry, as `metre`.
    public let name: String
    /// How many metres one of it is; of an angle, how many radians.
    public let factor: Double
  }

  /// Looks a CRS up or reads its definition.
  ///
  /// - Parameter definition: An authority and code, a PROJ string, WKT 1 or 2, or PROJJSON.
  public init(_ definition: String) throws(ProjectionError) {
    let context = try ProjContext()
    let full = try ProjObject.crs(definition, in: context)
    guard let flat = try full.horizontal() else { throw .notProjected(name: full.name) }
    self.definition = definition
    name = full.name
    code = full.code
    datumName = flat.datumName
    isProjected = flat.type == PJ_TYPE_PROJECTED_CRS
    unit = try flat.firstUnit()
    areaOfUse = full.areaOfUse
    wkt = try full.wkt(PJ_WKT2_2019)
  }

  /// A form of well-known text.
  public enum WKTDialect: Sendable {
    /// ISO 19162:2019.
    case wkt2
    /// What GDAL and GeoPackage write.
    case wkt1
    /// What a `.prj` file beside a Shapefile holds.
    case esri
  }

  /// The CRS as well-known text on one line.
  ///
  /// - Throws: When the dialect has no word for the CRS.
  public func wkt(_ dialect: WKTDialect) throws(ProjectionError) -> String {
    let object = try ProjObject.crs(definition, in: try ProjContext())
    switch dialect {
    case .wkt2: return wkt
    case .wkt1: return try object.wkt(PJ_WKT1_GDAL)
    case .esri: return try object.wkt(PJ_WKT1_ESRI)
    }
  }
}

extension CRS: Hashable {
  /// Whether both say the same.
  public static func == (a: CRS, b: CRS) -> Bool { a.wkt == b.wkt }

  /// Hashes what the CRS says.
  public func hash(into hasher: inout Hasher) { hasher.combine(wkt) }
}
