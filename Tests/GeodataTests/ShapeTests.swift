import DistrictPlan
import MapGeometry
import Messages
import Testing

/// The plan is a map, not a diagram of boxes.
struct ShapeTests {
  @Test func filesAreInOrder() throws {
    #expect(
      try ShippedPlan.loaded.get().faults.map { "\($0.location) \($0.message.english)" } == [])
  }

  @Test func everyWatercourseHasThirtyVertices() throws {
    for river in try ShippedPlan.plan.features where river.kind == .watercourse {
      #expect(river.geometry?.positions.count ?? 0 >= 30, "\(river.id)")
    }
  }

  @Test func noEdgeInTheZoneIsLongerThan500Metres() throws {
    let outside: Set<FeatureKind> = [.surroundingArea, .railway, .landmark]
    for feature in try ShippedPlan.plan.features
    where !outside.contains(feature.kind) && !feature.isOutlet {
      guard let plane = feature.plane else { continue }
      let runs = plane.lines.map(\.points) + plane.polygons.flatMap { $0.rings.map(\.points) }
      for run in runs {
        for (a, b) in zip(run, run.dropFirst()) {
          #expect(a.distance(to: b) <= 500, "\(feature.id)")
        }
      }
    }
  }

  @Test func zoneAndCoreHaveTheirPublishedAreas() throws {
    let zone = try #require(try ShippedPlan.feature("zone.gaoxin").densePlane).area
    let core = try #require(try ShippedPlan.feature("core.keji-xincheng").densePlane).area
    #expect(abs(zone - 255e6) <= 0.5e6)
    #expect(abs(core - 7.6e6) <= 0.1e6)
  }

  @Test func coreLiesBetweenItsFourRoads() throws {
    let core = try ShippedPlan.plane("core.keji-xincheng").positions
    let sides = ["road.kangtai", "road.zhixue", "road.guangan", "road.shixian"]
    let roads = try sides.map { try ShippedPlan.plane($0) }
    // Every corner and bend of the outline is on one of the roads, and each road carries some.
    for vertex in core {
      #expect(roads.contains { $0.distance(to: vertex) <= 0.01 })
    }
    for (id, road) in zip(sides, roads) {
      #expect(core.count { road.distance(to: $0) <= 0.01 } >= 2, "\(id)")
    }
  }

  @Test func districtsFollowRoadsAndRivers() throws {
    let plan = try ShippedPlan.plan
    var lines: Set<GeoPosition> = []
    for feature in plan.features where [.road, .roadWork, .watercourse].contains(feature.kind) {
      lines.formUnion(feature.geometry?.positions ?? [])
    }
    for district in plan.features where district.kind == .district {
      let vertices = district.geometry?.positions ?? []
      let shared = vertices.count { lines.contains($0) }
      #expect(Double(shared) >= 0.9 * Double(vertices.count), "\(district.id)")
    }
  }

  @Test func everyDrawnFeatureSaysWhyAndOnWhatBasis() throws {
    for feature in try ShippedPlan.plan.features where feature.geometry != nil {
      #expect(!feature.why.isEmpty || feature.text(.source) != nil, "\(feature.id)")
      #expect(feature.basis != nil, "\(feature.id)")
    }
  }

  @Test func onlySitesAndParksMayHaveNoPlace() throws {
    let unlocated = try ShippedPlan.plan.features.filter { $0.geometry == nil }
    #expect(unlocated.allSatisfy { $0.kind.allowsNullGeometry })
    #expect(unlocated.count <= 12)
  }
}
