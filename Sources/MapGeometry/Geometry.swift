/// The seven geometries of RFC 7946, on the ellipsoid or on the plane.
public enum Geometry<P: Position>: Hashable, Sendable {
  case point(P)
  case multiPoint([P])
  case line(Line<P>)
  case multiLine([Line<P>])
  case polygon(Polygon<P>)
  case multiPolygon([Polygon<P>])
  case collection([Geometry])
}

/// A geometry in longitude and latitude.
public typealias GeoGeometry = Geometry<GeoPosition>
/// A geometry in metres of the working CRS.
public typealias PlaneGeometry = Geometry<PlanePoint>

extension Geometry {
  /// The type's name in RFC 7946.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .line: "LineString"
    case .multiLine: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }

  /// The points, if the geometry is made of points.
  @inlinable
  public var points: [P] {
    switch self {
    case .point(let point): [point]
    case .multiPoint(let points): points
    case .collection(let parts): parts.flatMap { $0.points }
    default: []
    }
  }

  /// The lines, if the geometry is made of lines.
  @inlinable
  public var lines: [Line<P>] {
    switch self {
    case .line(let line): [line]
    case .multiLine(let lines): lines
    case .collection(let parts): parts.flatMap { $0.lines }
    default: []
    }
  }

  /// The polygons, if the geometry is made of areas.
  @inlinable
  public var polygons: [Polygon<P>] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    case .collection(let parts): parts.flatMap { $0.polygons }
    default: []
    }
  }

  /// Whether the geometry has an area.
  @inlinable
  public var hasArea: Bool {
    switch self {
    case .polygon: true
    case .multiPolygon(let polygons): !polygons.isEmpty
    case .collection(let parts): parts.contains { $0.hasArea }
    case .point, .multiPoint, .line, .multiLine: false
    }
  }

  /// Every position in the order of the coordinates array, closing points included.
  @inlinable
  public var positions: [P] {
    switch self {
    case .point(let point): [point]
    case .multiPoint(let points): points
    case .line(let line): line.points
    case .multiLine(let lines): lines.flatMap { $0.points }
    case .polygon(let polygon): polygon.rings.flatMap { $0.points }
    case .multiPolygon(let polygons): polygons.flatMap { $0.rings.flatMap { $0.points } }
    case .collection(let parts): parts.flatMap { $0.positions }
    }
  }

  /// How many parts a multi geometry has; one for the single types.
  public var partCount: Int {
    switch self {
    case .point, .line, .polygon: 1
    case .multiPoint(let parts): parts.count
    case .multiLine(let parts): parts.count
    case .multiPolygon(let parts): parts.count
    case .collection(let parts): parts.count
    }
  }
}
