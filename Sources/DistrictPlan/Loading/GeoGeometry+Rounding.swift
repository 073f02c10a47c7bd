internal import MapGeometry
internal import MapProjection

extension GeoGeometry {
  /// The geometry as a canonical file writes it: programs add decimals that mean nothing.
  ///
  /// Most files have none to spare, and the geometry is then kept as it is.
  func rounded(decimals: Int) throws(ProjectionError) -> GeoGeometry {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    func rounded(_ position: GeoPosition) -> GeoPosition {
      GeoPosition(
        longitude: (position.longitude * scale).rounded() / scale,
        latitude: (position.latitude * scale).rounded() / scale)
    }
    var isRound = true
    forEachRun { run in
      for position in run where isRound {
        let other = rounded(position)
        isRound = other.longitude == position.longitude && other.latitude == position.latitude
      }
    }
    guard !isRound else { return self }
    do {
      return try mapRuns { $0.map(rounded) }
    } catch let error as GeometryError {
      throw .geometry(error)
    } catch {
      throw .engine(reason: "\(error)")
    }
  }
}
