internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Tells which of some vertices another feature of the plan shares, or another part of their own.
struct SharedVertices {
  private struct Owner: Hashable {
    let feature: String
    let run: Int
  }

  private var places: PlaceSet
  private var owners: [Owner] = []
  private var shared: [Bool] = []

  /// - Parameter candidates: Features with the vertices of each run that will be asked about.
  init(in plan: Plan, tolerance: Double, among candidates: [(PlanFeature, [[Int]])]) {
    places = PlaceSet(tolerance: tolerance)
    for (feature, vertices) in candidates where vertices.contains(where: { !$0.isEmpty }) {
      for (number, run) in (feature.plane?.vertexRuns ?? []).enumerated()
      where vertices.indices.contains(number) {
        for vertex in vertices[number] {
          let (place, isNew) = places.insert(run.points[vertex])
          let owner = Owner(feature: feature.id, run: number)
          if isNew {
            owners.append(owner)
            shared.append(false)
          } else if owners[place] != owner {
            shared[place] = true
          }
        }
      }
    }
    guard !owners.isEmpty else { return }
    let index = BoxIndex(places.points.map { Bounds($0, $0) })
    for other in plan.features {
      guard let plane = other.plane, let box = plane.bounds,
        !index.query(box, margin: tolerance).isEmpty
      else { continue }
      for (number, run) in plane.vertexRuns.enumerated() {
        for point in run.points {
          guard let place = places.place(at: point), !shared[place] else { continue }
          shared[place] = owners[place] != Owner(feature: other.id, run: number)
        }
      }
    }
  }

  /// Whether another feature or run has a vertex here; a vertex nobody asked for counts as shared.
  func isShared(_ point: PlanePoint, of feature: PlanFeature, run: Int) -> Bool {
    guard let place = places.place(at: point) else { return true }
    return shared[place] || owners[place] != Owner(feature: feature.id, run: run)
  }
}
