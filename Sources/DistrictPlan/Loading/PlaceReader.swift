internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Workforce

/// Where a feature of a file is.
enum FeaturePlace: Sendable {
  /// The file says that it has no place, or its geometry cannot be read.
  case none
  case found(Places)
  /// The position with this index cannot be on Earth.
  case offEarth(GeoPosition, Int)
  case refused(ProjectionError)

  /// The same place on the ellipsoid and on the plane.
  struct Places: Sendable {
    let geometry: GeoGeometry
    let vertices: PlaneGeometry
    let dense: PlaneGeometry
  }

  var found: Places? { if case .found(let places) = self { places } else { nil } }
}

/// Brings the features of a file onto the plane, all cores at work.
struct PlaceReader: Sendable {
  let transformer: Transformer
  /// Ten to the number of decimals of a degree that count.
  private let scale: Double

  init(transformer: Transformer, precision: Int) {
    self.transformer = transformer
    scale = (0..<precision).reduce(1) { scale, _ in scale * 10 }
  }

  /// The places of features, in order.
  func places(of features: [GeoJSONFeature]) -> [FeaturePlace] {
    let pieces = Workers.map(features.count, by: 512) { $0.map { place(of: features[$0]) } }
    return pieces.count == 1 ? pieces[0] : pieces.flatMap { $0 }
  }

  private func place(of feature: GeoJSONFeature) -> FeaturePlace {
    guard let written = feature.geometry else { return .none }
    if let (position, index) = written.firstOffEarth { return .offEarth(position, index) }
    do throws(ProjectionError) {
      let geometry = try rounded(written)
      let (vertices, dense) = try transformer.places(of: geometry)
      return .found(.init(geometry: geometry, vertices: vertices, dense: dense))
    } catch {
      return .refused(error)
    }
  }

  /// The geometry as a canonical file writes it: programs add decimals that mean nothing.
  ///
  /// Most files have none to spare, and the geometry is then kept as it is.
  private func rounded(_ geometry: GeoGeometry) throws(ProjectionError) -> GeoGeometry {
    var isRound = true
    geometry.forEachRun { run in
      for position in run where isRound {
        let other = rounded(position)
        isRound = other.longitude == position.longitude && other.latitude == position.latitude
      }
    }
    guard !isRound else { return geometry }
    do {
      return try geometry.mapRuns { $0.map(rounded) }
    } catch let error as GeometryError {
      throw .geometry(error)
    } catch {
      throw .engine(reason: "\(error)")
    }
  }

  private func rounded(_ position: GeoPosition) -> GeoPosition {
    GeoPosition(
      longitude: (position.longitude * scale).rounded() / scale,
      latitude: (position.latitude * scale).rounded() / scale)
  }
}

extension GeoGeometry {
  /// The first position out of the ranges of longitude and latitude, and its index.
  fileprivate var firstOffEarth: (GeoPosition, Int)? {
    var found: (GeoPosition, Int)?
    var first = 0
    forEachRun { run in
      for (index, position) in run.enumerated()
      where found == nil && !(abs(position.longitude) <= 180 && abs(position.latitude) <= 90) {
        found = (position, first + index)
      }
      first += run.count
    }
    return found
  }
}
