internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection

/// Where a feature of a file is.
enum FeaturePlace: Sendable {
  /// The file says that it has no place, or its geometry cannot be read.
  case none
  case found(Places)
  /// The position with this index cannot be on Earth.
  case offEarth(GeoPosition, Int)
  /// The projection does not reach it; the longitudes are its westernmost and its easternmost.
  case refused(ProjectionError, longitudes: ClosedRange<Double>?)

  /// The same place on the ellipsoid and on the plane.
  struct Places: Sendable {
    /// In longitude and latitude; `nil` where only the plane is kept.
    let geometry: GeoGeometry?
    let vertices: PlaneGeometry
    /// With its edges followed; `nil` where that changes nothing.
    let dense: PlaneGeometry?
    /// The box around the place on the plane, its edges followed.
    let bounds: Bounds<PlanePoint>?
    /// The westernmost and the easternmost longitude.
    let longitudes: ClosedRange<Double>?
  }

  /// Whether there is nothing to say about it.
  var isSound: Bool {
    switch self {
    case .none, .found: true
    case .offEarth, .refused: false
    }
  }

  var found: Places? { if case .found(let places) = self { places } else { nil } }

  /// The westernmost and the easternmost longitude; `nil` for what is nowhere on Earth.
  var longitudes: ClosedRange<Double>? {
    switch self {
    case .none, .offEarth: nil
    case .found(let places): places.longitudes
    case .refused(_, let longitudes): longitudes
    }
  }
}

/// Brings the features of a file onto the plane, one after the other.
struct PlaceReader: Sendable {
  let transformer: Transformer
  /// How many decimals of a degree count.
  let precision: Int
  /// Where the last feature lay: the next one is near.
  private var ground: GroundSeries?

  init(transformer: Transformer, precision: Int) {
    self.transformer = transformer
    self.precision = precision
  }

  /// The place of a geometry as a file writes it.
  func place(of written: GeoGeometry?) -> FeaturePlace {
    guard let written else { return .none }
    if let (position, index) = written.firstOffEarth { return .offEarth(position, index) }
    do throws(ProjectionError) {
      let geometry = try written.rounded(decimals: precision)
      let (vertices, dense) = try transformer.places(of: geometry)
      return .found(
        .init(
          geometry: geometry, vertices: vertices, dense: dense,
          bounds: dense.bounds, longitudes: written.longitudes))
    } catch {
      return .refused(error, longitudes: written.longitudes)
    }
  }

  /// The place of a feature that is being read.
  mutating func place(of feature: borrowing PassingFeature) -> FeaturePlace {
    guard let outline = feature.outline else { return place(of: feature.feature.geometry) }
    return quickPlace(of: outline).map { .found($0) } ?? place(of: outline.geometry)
  }

  /// The place of a geometry that lies within one square degree, has no decimals to spare and no edge that
  /// bends: most have.
  private mutating func quickPlace(of outline: Outline) -> FeaturePlace.Places? {
    guard outline.decimals <= precision,
      let box = outline.withPositions({ Bounds($0) })
    else { return nil }
    if ground?.contains(box) != true { ground = transformer.ground(at: box.minimum) }
    guard let ground, ground.contains(box),
      !outline.hasEdges || ground.keepsEdges(within: box) || outline.keepsEdges(on: ground)
    else { return nil }
    let (plane, bounds) = outline.withPositions { positions in
      withUnsafeTemporaryAllocation(of: PlanePoint.self, capacity: positions.count) { room in
        if let base = room.baseAddress { ground.project(positions, into: base) }
        let points = UnsafeBufferPointer(room)
        return (outline.geometry(of: points), Bounds(points))
      }
    }
    return FeaturePlace.Places(
      geometry: nil, vertices: plane, dense: nil, bounds: bounds,
      longitudes: box.minimum.longitude...box.maximum.longitude)
  }
}

extension Outline {
  /// Whether all edges surely stay near their chords.
  fileprivate func keepsEdges(on ground: GroundSeries) -> Bool {
    var keeps = true
    forEachRun { keeps = keeps && ground.keepsEdges(of: $0) }
    return keeps
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

  /// The westernmost and the easternmost longitude; `nil` for a geometry without positions.
  var longitudes: ClosedRange<Double>? {
    var (west, east) = (Double.infinity, -Double.infinity)
    forEachRun { run in
      for position in run {
        west = min(west, position.longitude)
        east = max(east, position.longitude)
      }
    }
    return west <= east ? west...east : nil
  }
}
