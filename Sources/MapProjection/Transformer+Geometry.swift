public import MapGeometry

extension Transformer {
  /// The geometry with every vertex projected; edges become straight on the plane.
  public func project(_ geometry: GeoGeometry) throws(ProjectionError) -> PlaneGeometry {
    try geometry.mapped { (run) throws(ProjectionError) in try project(run) }
  }

  /// The geometry with every vertex brought back; edges become straight in longitude and latitude.
  public func unproject(_ geometry: PlaneGeometry) throws(ProjectionError) -> GeoGeometry {
    try geometry.mapped { (run) throws(ProjectionError) in try unproject(run) }
  }
}

extension Geometry {
  /// Maps every run of points, telling errors of the geometry apart from those of the projection.
  func mapped<Q: Position>(_ transform: ([P]) throws(ProjectionError) -> [Q])
    throws(ProjectionError) -> Geometry<Q>
  {
    do {
      return try mapRuns(transform)
    } catch let error as ProjectionError {
      throw error
    } catch let error as GeometryError {
      throw .geometry(error)
    } catch {
      throw .engine(reason: "\(error)")
    }
  }
}
