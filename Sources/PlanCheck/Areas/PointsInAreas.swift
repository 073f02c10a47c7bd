internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The points of many features, ready to be asked which lie in an area.
struct PointsInAreas {
  let features: [PlanFeature]
  private let points: [(feature: Int, vertex: Int, point: PlanePoint)]
  private let index: BoxIndex

  init(_ features: [PlanFeature]) {
    self.features = features
    points = features.enumerated().flatMap { item, feature in
      // Twice the same position in one feature is one point.
      var seen: Set<PlanePoint> = []
      return feature.pointVertices.filter { seen.insert($0.point).inserted }
        .map { (item, $0.vertex, $0.point) }
    }
    index = BoxIndex(points.map { Bounds($0.point, $0.point) })
  }

  /// A point that lies in an area or on its boundary.
  struct Found {
    let feature: PlanFeature
    let vertex: Int
    let point: PlanePoint
  }

  /// What lies in one area.
  struct Answer {
    var inside: [Found] = []
    /// Points within the tolerance of the boundary, on either side.
    var onBoundary: [Found] = []
  }

  /// The points in an area, in order of their features; those of the area's own feature are left out.
  func points(in area: ShapeIndex, except id: String, tolerance: Double) -> Answer {
    var answer = Answer()
    for place in index.query(area.bounds, margin: tolerance) {
      let (item, vertex, point) = points[place]
      guard features[item].id != id else { continue }
      let found = Found(feature: features[item], vertex: vertex, point: point)
      switch area.location(of: point, tolerance: tolerance) {
      case .inside: answer.inside.append(found)
      case .boundary: answer.onBoundary.append(found)
      case .outside: break
      }
    }
    return answer
  }
}
