import MapGeometry
import MapProjection
import PlanTestSupport
import Testing

struct DensifyTests {
  let transformer: Transformer

  init() throws { transformer = try Transformer(to: CRS("EPSG:4548")) }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func sameEdgeGivesTheSamePointsBothWays(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reach = [0.0005, 0.005, 0.05, 0.5][Int(seed % 4)]
    let points = (0..<5).map { _ in GeoPosition.random(within: reach, using: &random) }
    let line = try Line(points)
    let there = try transformer.projectDensified(.line(line))
    let back = try transformer.projectDensified(.line(line.reversed))
    #expect(there.positions == back.positions.reversed())
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [0.0005, 0.01])
  func chordsStayWithinTheSagitta(seed: UInt64, sagitta: Double) throws {
    var random = SeededGenerator(seed: seed)
    let reach = [0.0005, 0.005, 0.05, 0.3][Int(seed % 4)]
    let start = GeoPosition.random(within: reach, using: &random)
    let end = GeoPosition.random(within: reach, using: &random)
    let run = try transformer.projectDensified(.line(Line([start, end])), sagitta: sagitta)
    let plane = try Line(run.positions)
    #expect(plane.points.first == (try transformer.project([start])[0]))
    #expect(plane.points.last == (try transformer.project([end])[0]))
    let steps = 500
    let samples = (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return GeoPosition(
        longitude: start.longitude + (end.longitude - start.longitude) * share,
        latitude: start.latitude + (end.latitude - start.latitude) * share)
    }
    for point in try transformer.project(samples) {
      #expect(plane.distance(to: point) <= sagitta * 1.0001)
    }
  }

  @Test(arguments: ["EPSG:4548", "EPSG:32650", "EPSG:3857"], 0..<40 as Range<UInt64>)
  func edgesLeftAsTheyAreStayWithinTheSagitta(code: String, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let transformer = try Transformer(to: CRS(code))
    let area = try #require(transformer.crs.areaOfUse)
    for exponent in 0..<30 {
      let reach = 1e-5 * Double(1 << (exponent % 10))
      let start = GeoPosition(
        longitude: .random(in: area.minimum.longitude...area.maximum.longitude, using: &random),
        latitude: .random(in: area.minimum.latitude...area.maximum.latitude, using: &random))
      let end = GeoPosition(
        longitude: min(180, start.longitude + .random(in: -reach...reach, using: &random)),
        latitude: start.latitude + .random(in: -reach...reach, using: &random))
      let run = try transformer.projectDensified(.line(Line([start, end]))).positions
      guard run.count == 2 else { continue }
      let middle = GeoPosition(
        longitude: start.longitude / 2 + end.longitude / 2,
        latitude: start.latitude / 2 + end.latitude / 2)
      let point = try transformer.project([middle])[0]
      #expect(Segment(run[0], run[1]).distance(to: point) <= 0.0005)
    }
  }

  @Test func shortEdgesGetNoPoints() throws {
    let short = try Line([
      GeoPosition(longitude: 116.68, latitude: 35.42),
      GeoPosition(longitude: 116.6805, latitude: 35.4203),
    ])
    #expect(try transformer.projectDensified(.line(short)).positions.count == 2)
  }

  @Test func edgesAcrossTheCentralMeridianAreFollowed() throws {
    // From corner to corner of the zone: the middle of the chord is nearly on the edge.
    let line = try Line([
      GeoPosition(longitude: 115.5, latitude: -1.5), GeoPosition(longitude: 118.5, latitude: 1.5),
    ])
    #expect(try transformer.projectDensified(.line(line)).positions.count > 2)
  }

  @Test func ringsStayClosedAndNeighboursKeepMeeting() throws {
    let left = try Polygon.box(116.4, 35.3, 0.1)
    let right = try Polygon.box(116.5, 35.3, 0.1)
    let first = try transformer.projectDensified(.polygon(left))
    let second = try transformer.projectDensified(.polygon(right))
    let border = Set(first.positions).intersection(second.positions)
    #expect(border.count > 2)
    #expect(first.polygons[0].exterior.points.first == first.polygons[0].exterior.points.last)
    let both = try transformer.projectDensified(
      .collection([.multiPolygon([left]), .multiLine([Line(right.exterior.points)])]))
    #expect(both.positions == first.positions + second.positions)
  }

  @Test func roundTripOfAGeometryComesBack() throws {
    let polygon = GeoGeometry.polygon(try .box(116.4, 35.3, 0.1))
    let back = try transformer.unproject(transformer.project(polygon))
    for (a, b) in zip(polygon.positions, back.positions) {
      #expect(abs(a.longitude - b.longitude) < 1e-10)
      #expect(abs(a.latitude - b.latitude) < 1e-10)
    }
  }
}

extension Polygon where P == GeoPosition {
  fileprivate static func box(_ west: Double, _ south: Double, _ side: Double) throws -> Polygon {
    Polygon(
      exterior: try Ring([
        GeoPosition(longitude: west, latitude: south),
        GeoPosition(longitude: west + side, latitude: south),
        GeoPosition(longitude: west + side, latitude: south + side),
        GeoPosition(longitude: west, latitude: south + side),
        GeoPosition(longitude: west, latitude: south),
      ]))
  }
}

extension GeoPosition {
  fileprivate static func random(within reach: Double, using random: inout SeededGenerator)
    -> GeoPosition
  {
    GeoPosition(
      longitude: 116.65 + Double.random(in: -reach...reach, using: &random),
      latitude: 35.4 + Double.random(in: -reach...reach, using: &random))
  }
}
