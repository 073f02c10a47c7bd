import MapGeometry

/// The CGCS2000 3° Gauss–Krüger system whose central meridian is nearest: the usual choice for plans.
///
/// Eastings carry no zone number. Outside zones 25 to 45, which EPSG has codes for, the same
/// projection is given as a PROJ string.
public func defaultGaussKrugerZone(forLongitude longitude: Double) throws(ProjectionError) -> CRS {
  guard abs(longitude) <= 180 else {
    throw .outOfRange(.init(longitude: longitude, latitude: 0))
  }
  let zone = gaussKrugerZone(forLongitude: longitude)
  if (25...45).contains(zone) { return try CRS("EPSG:\(4509 + zone)") }
  return try CRS("+proj=tmerc +lon_0=\(zone * 3) +x_0=500000 +ellps=GRS80 +units=m")
}

/// The number of the 3° zone whose central meridian is nearest.
public func gaussKrugerZone(forLongitude longitude: Double) -> Int {
  Int((longitude / 3).rounded())
}
