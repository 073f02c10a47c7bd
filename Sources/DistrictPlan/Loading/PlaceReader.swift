internal import MapGeometry
internal import MapProjection

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

  /// Whether there is nothing to say about it.
  var isSound: Bool {
    switch self {
    case .none, .found: true
    case .offEarth, .refused: false
    }
  }

  var found: Places? { if case .found(let places) = self { places } else { nil } }
}

/// Brings the features of a file onto the plane.
struct PlaceReader: Sendable {
  let transformer: Transformer
  /// How many decimals of a degree count.
  let precision: Int

  /// The place of a geometry as a file writes it.
  func place(of written: GeoGeometry?) -> FeaturePlace {
    guard let written else { return .none }
    if let (position, index) = written.firstOffEarth { return .offEarth(position, index) }
    do throws(ProjectionError) {
      let geometry = try written.rounded(decimals: precision)
      let (vertices, dense) = try transformer.places(of: geometry)
      return .found(.init(geometry: geometry, vertices: vertices, dense: dense))
    } catch {
      return .refused(error)
    }
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
