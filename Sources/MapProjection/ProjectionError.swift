public import MapGeometry

/// Why positions could not be brought onto the plane or back.
public enum ProjectionError: Error, Hashable, Sendable {
  /// PROJ does not know the CRS; `reason` is its own text, which may be empty.
  case unknownCRS(definition: String, reason: String)
  /// The CRS has no plane: it is geographic, geocentric, vertical or local.
  case notProjected(name: String)
  /// The plane of the CRS is not measured in metres.
  case unitNotMetre(name: String, unit: String)
  /// A position that is nowhere on the ellipsoid.
  case outOfRange(GeoPosition)
  /// A position that the projection has no place for.
  case notProjectable(GeoPosition, crs: String)
  /// A point that the projection leads to nowhere.
  case notUnprojectable(PlanePoint, crs: String)
  /// The projected numbers are no geometry.
  case geometry(GeometryError)
  /// PROJ failed for a reason of its own.
  case engine(reason: String)
}

extension ProjectionError: CustomStringConvertible {
  /// What is, in the words of a finding.
  public var description: String {
    switch self {
    case .unknownCRS(let definition, let reason):
      reason.isEmpty ? "unknown CRS '\(definition)'" : "unknown CRS '\(definition)': \(reason)"
    case .notProjected(let name): "CRS '\(name)' has no map plane"
    case .unitNotMetre(let name, let unit): "CRS '\(name)' is measured in '\(unit)', not metres"
    case .outOfRange(let position):
      "longitude \(position.longitude)°, latitude \(position.latitude)° is not on the ellipsoid"
    case .notProjectable(let position, let crs):
      "longitude \(position.longitude)°, latitude \(position.latitude)° has no place in CRS '\(crs)'"
    case .notUnprojectable(let point, let crs):
      "easting \(point.x) m, northing \(point.y) m has no position in CRS '\(crs)'"
    case .geometry(let error): "the projected geometry \(error)"
    case .engine(let reason): "PROJ failed: \(reason)"
    }
  }

  /// What to do about it; `nil` when the description says all there is.
  public var help: String? {
    switch self {
    case .unknownCRS(_, let reason) where reason.contains("proj.db"):
      "install the data files of PROJ (package 'proj-data'), or set PROJ_DATA to their folder"
    case .unknownCRS: "name an EPSG code ('EPSG:4544'), a PROJ string or WKT"
    case .notProjected, .unitNotMetre: "choose a projected CRS in metres"
    case .outOfRange(let position): Self.guess(at: position)
    case .notProjectable, .notUnprojectable: "choose the CRS of the data, or check the coordinates"
    case .geometry, .engine: nil
    }
  }

  /// What numbers that are no longitude and latitude probably are.
  private static func guess(at position: GeoPosition) -> String? {
    guard position.isFinite else { return nil }
    if abs(position.longitude) <= 90, abs(position.latitude) <= 180 {
      return "latitude may stand before longitude; GeoJSON writes longitude first"
    }
    if max(abs(position.longitude), abs(position.latitude)) > 1000 {
      return "these may be metres of a projected CRS; GeoJSON holds degrees"
    }
    return nil
  }
}
