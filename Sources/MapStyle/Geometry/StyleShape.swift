import GeoJSONCoding
import MapGeometry

/// Positions as `within` and `distance` look at them.
enum StyleShape: Hashable, Sendable {
  case points([GeoPosition])
  case lines([[GeoPosition]])
  /// Polygons: the outline, then the holes.
  case areas([[[GeoPosition]]])
}

extension StyleShape {
  /// The shape of a feature; `nil` for a mixed or empty geometry.
  init?(_ geometry: GeoGeometry) {
    switch geometry.family {
    case .point: self = .points(geometry.points)
    case .line: self = .lines(geometry.lines.map(\.points))
    case .area: self = .areas(geometry.polygons.map { $0.rings.map(\.points) })
    case nil: return nil
    }
    if runs.allSatisfy(\.isEmpty) { return nil }
  }

  /// Reads a GeoJSON geometry as an expression has it; rings need not be closed.
  ///
  /// - Returns: `nil` when the coordinates are none of the type's.
  init?(json: JSONValue) {
    guard let type = json["type"]?.text, let coordinates = json["coordinates"] else { return nil }
    let shape: StyleShape? =
      switch type {
      case "Point": Self.position(coordinates).map { .points([$0]) }
      case "MultiPoint": Self.line(coordinates).map { .points($0) }
      case "LineString": Self.line(coordinates).map { .lines([$0]) }
      case "MultiLineString": Self.list(coordinates, Self.line).map { .lines($0) }
      case "Polygon": Self.list(coordinates, Self.line).map { .areas([$0]) }
      case "MultiPolygon":
        Self.list(coordinates) { Self.list($0, Self.line) }.map { .areas($0) }
      default: nil
      }
    guard let shape, !shape.runs.allSatisfy(\.isEmpty) else { return nil }
    self = shape
  }

  /// The geometries of a GeoJSON geometry, feature or collection of features.
  ///
  /// - Returns: `nil` when one of them is no geometry.
  static func all(in json: JSONValue) -> [StyleShape]? {
    switch json["type"]?.text {
    case "FeatureCollection": list(json["features"] ?? .null) { $0["geometry"].flatMap(Self.init) }
    case "Feature": json["geometry"].flatMap(Self.init).map { [$0] }
    default: Self(json: json).map { [$0] }
    }
  }

  /// Every run of positions: a point is a run of one, a ring a run of its own.
  var runs: [[GeoPosition]] {
    switch self {
    case .points(let points): points.map { [$0] }
    case .lines(let lines): lines
    case .areas(let areas): areas.flatMap { $0 }
    }
  }

  /// The polygons; none for points and lines.
  var areas: [[[GeoPosition]]] {
    if case .areas(let areas) = self { areas } else { [] }
  }

  private static func list<Element>(
    _ json: JSONValue, _ read: (JSONValue) -> Element?
  ) -> [Element]? {
    guard let elements = json.array else { return nil }
    let result = elements.compactMap(read)
    return result.count == elements.count ? result : nil
  }

  private static func line(_ json: JSONValue) -> [GeoPosition]? { list(json, position) }

  private static func position(_ json: JSONValue) -> GeoPosition? {
    guard let numbers = json.array, numbers.count >= 2, let longitude = numbers[0].number,
      let latitude = numbers[1].number
    else { return nil }
    let position = GeoPosition(longitude: longitude, latitude: latitude)
    return position.isFinite ? position : nil
  }
}
