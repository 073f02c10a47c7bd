internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import MapStyle

/// The GeoJSON files of a web map: what styles can ask of a feature stands among its properties.
struct WebMapData {
  let plan: Plan
  let source: MapFeatureSource
  let view: MapView
  /// The sources that are used, in the order of first use: the id and what credit the data asks for.
  private(set) var sources: [(id: String, credit: String?)] = []
  private(set) var files: [WebMap.File] = []
  private var known: [String: [MapFeature]] = [:]

  init(plan: Plan, source: MapFeatureSource, view: MapView) {
    (self.plan, self.source, self.view) = (plan, source, view)
  }

  /// The features of a plan's layer that the map shows; their file is written once.
  mutating func features(of id: String) -> [MapFeature]? {
    if let features = known[id] { return features }
    guard let layer = plan.layer(id) else { return nil }
    let teller = source.teller(layer: id, on: view)
    let features = plan.features(in: layer).filter { $0.geometry != nil }.map { feature in
      MapFeature(feature: feature, shape: shape(of: feature), teller: teller)
    }
    known[id] = features
    let isShared = features.contains { $0.feature.text(.source)?.contains("OpenStreetMap") == true }
    write(
      features.map { Self.feature($0, $0.feature.geometry, [:]) }, as: id,
      credit: isShared ? "© OpenStreetMap contributors" : nil)
    return features
  }

  /// The source that holds only lines and areas of a layer: MapLibre Native joins points to lines.
  mutating func sourceWithoutPoints(of id: String) -> String {
    guard let features = known[id], features.contains(where: { !$0.shape.points.isEmpty }) else {
      return id
    }
    let own = "\(id)-shapes"
    write(
      features.filter { $0.shape.points.isEmpty }.map {
        Self.feature($0, $0.feature.geometry, [:])
      },
      as: own, credit: nil)
    return own
  }

  /// The source for names: where a feature has many points, only the one nearest their middle carries its name.
  mutating func sourceForNames(of id: String) -> String {
    guard let features = known[id], features.contains(where: { $0.shape.points.count > 1 }) else {
      return id
    }
    let own = "\(id)-names"
    write(
      features.map { feature in
        let points = feature.feature.geometry?.points ?? []
        guard points.count > 1, let point = Self.middle(of: points) else {
          return Self.feature(feature, feature.feature.geometry, [:])
        }
        return Self.feature(feature, .point(point), [:])
      }, as: own, credit: nil)
    return own
  }

  private static func middle(of points: [GeoPosition]) -> GeoPosition? {
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + $1.longitude } / count
    let y = points.reduce(0) { $0 + $1.latitude } / count
    func square(_ point: GeoPosition) -> Double {
      (point.longitude - x) * (point.longitude - x) + (point.latitude - y) * (point.latitude - y)
    }
    return points.min { square($0) < square($1) }
  }

  /// The shape on the sheet's plane, whether it lies within the frame or not.
  private func shape(of feature: PlanFeature) -> PaperShape {
    guard let plane = feature.densePlane else { return PaperShape() }
    let place = view.placement.paper
    return PaperShape(
      points: plane.points.map(place), lines: plane.lines.map { $0.points.map(place) },
      areas: plane.polygons.map { $0.rings.map { $0.points.map(place) } })
  }

  /// Writes where a layer's markers stand as points with the bearing of the line below.
  mutating func writePlaces(
    _ places: [(feature: MapFeature, point: PaperPoint, bearing: Double)], as id: String
  ) throws(ProjectionError) {
    let positions = try plan.transformer.unproject(places.map { view.placement.ground($0.point) })
    write(
      zip(places, positions).map { place, position in
        Self.feature(
          place.feature, .point(position),
          ["gxq_bearing": .number((place.bearing * 10).rounded() / 10)])
      }, as: id, credit: nil)
  }

  /// Writes the world but for some areas.
  mutating func writeOutside(of features: [MapFeature], as id: String) {
    let holes = features.flatMap {
      $0.feature.geometry?.polygons.map(\.exterior) ?? []
    }
    let world = [(-180.0, -85.0), (180, -85), (180, 85), (-180, 85), (-180, -85)].map {
      GeoPosition(longitude: $0.0, latitude: $0.1)
    }
    guard let exterior = try? Ring(world) else { return }
    let area = GeoGeometry.polygon(Polygon(exterior: exterior, holes: holes))
    write(
      [GeoJSONFeature(identifier: .string(id), properties: [], geometry: area)], as: id, credit: nil
    )
  }

  private mutating func write(_ features: [GeoJSONFeature], as id: String, credit: String?) {
    guard !sources.contains(where: { $0.id == id }) else { return }
    sources.append((id, credit))
    files.append(
      WebMap.File(
        path: "data/\(id).geojson",
        bytes: GeoJSONWriter.collection(features, decimals: GeoJSONWriter.exportDecimals)))
  }

  private static func feature(
    _ feature: MapFeature, _ geometry: GeoGeometry?, _ more: [String: StyleValue]
  ) -> GeoJSONFeature {
    let properties = feature.style.properties.merging(more) { _, more in more }
    return GeoJSONFeature(
      identifier: .string(feature.id),
      properties: properties.sorted { $0.key < $1.key }.map {
        JSONMember($0.key, JSONValue($0.value))
      },
      geometry: geometry)
  }
}
