import GeoJSONCoding
import MapGeometry
import Testing

@testable import MapStyle

/// `within` and `distance` on paper: no tiles, whatever the zoom.
@Suite struct GeometryExpressionTests {
  private func geometry(_ type: String, _ coordinates: String) throws -> GeoGeometry {
    let source = SourceText(
      file: "x.geojson", #"{"type": "\#(type)", "coordinates": \#(coordinates)}"#)
    return try #require(try GeoJSONReader.read(source).features.first?.geometry)
  }

  private func value(
    _ name: String, _ argument: String, _ type: String, _ coordinates: String
  ) throws -> StyleValue {
    let expression = try LoneExpression(SourceText(file: "x", #"["\#(name)", \#(argument)]"#))
    #expect(expression.dependencies == ["feature"])
    return try expression.value(
      for: StyleFeature(
        geometryType: type, id: .null, properties: [:], geometry: try geometry(type, coordinates)))
  }

  private func distance(_ argument: String, _ type: String, _ coordinates: String) throws
    -> Double
  {
    try #require(try value("distance", argument, type, coordinates).number)
  }

  /// A degree at 35° north on WGS 84: 110 941 m along the meridian, 91 288 m along the parallel.
  @Test func degreesAreThoseOfTheEllipsoid() throws {
    let origin = #"{"type": "Point", "coordinates": [116, 35]}"#
    #expect(abs(try distance(origin, "Point", "[116, 35.001]") - 110.941) < 0.01)
    #expect(abs(try distance(origin, "Point", "[116.001, 35]") - 91.288) < 0.01)
  }

  @Test func theNearestPartCounts() throws {
    let points = #"{"type": "MultiPoint", "coordinates": [[116, 36], [116, 35.001]]}"#
    #expect(abs(try distance(points, "MultiPoint", "[[117, 35], [116, 35]]") - 110.94) < 0.1)
    let feature =
      #"{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[116.001, 34], [116.001, 36]]}}"#
    #expect(abs(try distance(feature, "Point", "[116, 35]") - 91.29) < 0.1)
  }

  /// The gap between two parts of a line is no line.
  @Test func partsOfALineAreNotJoined() throws {
    let point = #"{"type": "Point", "coordinates": [0.5, 0]}"#
    let metres = try distance(point, "MultiLineString", "[[[0, 0], [0.1, 0]], [[0.9, 0], [1, 0]]]")
    #expect(abs(metres - 0.4 * 111_319.49) < 1)
  }

  @Test func whatTouchesOrOverlapsIsAtNoDistance() throws {
    let square = #"{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}"#
    #expect(try distance(square, "Point", "[2, 2]") == 0)
    #expect(try distance(square, "Point", "[4, 2]") == 0)
    #expect(try distance(square, "LineString", "[[-1, 2], [5, 2]]") == 0)
    #expect(try distance(square, "Polygon", "[[[1, 1], [2, 1], [2, 2], [1, 1]]]") == 0)
    let around = "[[[-1, -1], [5, -1], [5, 5], [-1, 5], [-1, -1]]]"
    #expect(try distance(square, "Polygon", around) == 0)
  }

  @Test func whatLiesInAHoleIsOutside() throws {
    let ring =
      #"{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [1, 3], [3, 3], [3, 1], [1, 1]]]}"#
    #expect(try distance(ring, "Point", "[2, 2]") > 100_000)
    #expect(try value("within", ring, "Point", "[2, 2]") == .bool(false))
    #expect(try value("within", ring, "Point", "[0.5, 2]") == .bool(true))
    // From inside to inside, across the hole.
    #expect(try value("within", ring, "LineString", "[[0.5, 2], [3.5, 2]]") == .bool(false))
  }

  @Test func acrossTheAntimeridianIsNear() throws {
    let east = #"{"type": "Point", "coordinates": [179.999, 0]}"#
    #expect(abs(try distance(east, "Point", "[-179.999, 0]") - 222.64) < 0.1)
    let square =
      #"{"type": "Polygon", "coordinates": [[[179, -1], [181, -1], [181, 1], [179, 1], [179, -1]]]}"#
    #expect(try value("within", square, "Point", "[-179.5, 0]") == .bool(true))
  }

  @Test func withoutAPlaceThereIsNoAnswer() throws {
    let point = #"["distance", {"type": "Point", "coordinates": [0, 0]}]"#
    let lone = try LoneExpression(SourceText(file: "x", point))
    #expect(try lone.value().number?.isNaN == true)
  }

  /// Stretches of lines that are passed over never hold the nearest place.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func longLinesGiveWhatAllTheirPiecesGive(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func line(_ count: Int, around longitude: Double) -> [GeoPosition] {
      var place = GeoPosition(longitude: longitude, latitude: 35)
      return (0..<count).map { _ in
        place.longitude += Double.random(in: -0.01...0.01, using: &random)
        place.latitude += Double.random(in: -0.01...0.01, using: &random)
        return place
      }
    }
    let (a, b) = (line(90, around: 116), line(70, around: 116.05))
    let plane = LocalPlane(about: a[0])
    let (first, second) = (a.map(plane.place).segments, b.map(plane.place).segments)
    let nearest = first.flatMap { one in second.map { one.shortestLink(to: $0).length } }.min()
    let metres = ShapeDistance.metres(from: .lines([a]), to: [.lines([b])])
    #expect(metres == nearest)
  }

  @Test(arguments: [
    #"["within"]"#, #"["within", 1]"#, #"["within", {"type": "Point", "coordinates": [0, 0]}]"#,
    #"["within", {"type": "Polygon"}]"#, #"["distance", {}]"#, #"["distance", [0, 0]]"#,
    #"["distance", {"type": "Point", "coordinates": ["a", 0]}]"#,
    #"["distance", {"type": "GeometryCollection", "geometries": []}]"#,
    #"["distance", {"type": "FeatureCollection", "features": []}]"#,
    #"["within", {"type": "Feature", "geometry": null, "properties": null}]"#,
  ])
  func whatIsNoGeoJSONIsAFault(text: String) {
    #expect(throws: StyleFaults.self) { try LoneExpression(SourceText(file: "x", text)) }
  }
}
