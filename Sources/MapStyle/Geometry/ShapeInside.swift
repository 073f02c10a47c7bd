import MapGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether a shape lies in areas, as `within` tells it.
///
/// Edges are straight on a web map (Mercator). What touches a boundary is not within; neither is any
/// area, as the specification has it.
struct ShapeInside: Sendable {
  /// The areas in degrees of longitude and Mercator's counterpart of latitude.
  private let areas: [PlaneArea]
  private let west: Double
  private let east: Double

  init(_ areas: [[[GeoPosition]]]) {
    self.areas = areas.map { rings in PlaneArea(rings: rings.map { $0.map(Self.place) }) }
    let longitudes = areas.joined().joined().map(\.longitude)
    west = longitudes.min() ?? 0
    east = longitudes.max() ?? 0
  }

  func holds(_ shape: StyleShape) -> Bool {
    switch shape {
    case .points(let points):
      return points.allSatisfy { point in
        let place = Self.place(shifted(point))
        return areas.contains { $0.side(of: place) == .inside }
      }
    case .lines(let lines):
      return lines.allSatisfy { line in
        let places = line.map { Self.place(shifted($0)) }
        return areas.contains { area in
          places.allSatisfy { area.side(of: $0) == .inside }
            && !places.segments.contains { piece in
              area.edges.contains { $0.crossing(with: piece) != nil }
            }
        }
      }
    case .areas:
      return false
    }
  }

  /// The position on the turn around the earth that is nearer to the areas.
  private func shifted(_ position: GeoPosition) -> GeoPosition {
    guard position.longitude < west || position.longitude > east else { return position }
    let gap = position.longitude < west ? west - position.longitude : position.longitude - east
    guard gap > 180 else { return position }
    var result = position
    result.longitude += position.longitude < west ? 360 : -360
    return result
  }

  private static func place(_ position: GeoPosition) -> PlanePoint {
    PlanePoint(
      x: position.longitude, y: log(tan(.pi / 4 + position.latitude * .pi / 360)) * 180 / .pi)
  }
}
