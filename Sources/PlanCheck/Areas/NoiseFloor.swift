internal import MapGeometry
internal import MapTopology

/// How large and wide an area must be to count.
struct NoiseFloor: Sendable {
  /// Square metres.
  let area: Double
  /// Metres.
  let width: Double

  init(_ task: RuleTask) {
    area = task.quantity("min_area")
    width = task.quantity("min_width")
  }

  /// The areas of a result that count, and how many do not.
  func sifted(
    _ geometry: PlaneGeometry?, _ topology: Topology
  ) throws(TopologyError) -> (counted: PlaneGeometry?, noise: Int) {
    var kept: [Polygon<PlanePoint>] = []
    var noise = 0
    for polygon in geometry?.polygons ?? [] where polygon.area > 0 {
      if polygon.area > area, try topology.isWiderThan(polygon, width) {
        kept.append(polygon)
      } else {
        noise += 1
      }
    }
    guard let first = kept.first else { return (nil, noise) }
    return (kept.count == 1 ? .polygon(first) : .multiPolygon(kept), noise)
  }
}
