import Messages
import GeoJSONCoding
import MapGeometry
import Testing

@Suite struct GeoJSONFaultTests {
  private func polygon(_ rings: String) -> String {
    feature(#"{"type":"Polygon","coordinates":\#(rings)}"#)
  }

  @Test(arguments: [
    // The coordinates of these start at column 78.
    (
      "[[[0,0],[1,0],[1,1],[0,1]]]",
      ["1:98 unclosedRing: the ring ends at another position than it starts"]
    ),
    ("[[[0,0],[1,0],[0,0]]]", ["1:79 tooFewPositions: a ring needs 4 positions, found 3"]),
    ("[[]]", ["1:79 tooFewPositions: a ring needs 4 positions, found 0"]),
    ("[]", ["1:78 emptyCoordinates: the Polygon has no coordinates"]),
    ("[[[0,0],[0,1],[1,1],[0,0]]]", ["1:79 windingOrder: the exterior ring turns clockwise"]),
    (
      "[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[8,1],[8,2],[2,1]]]",
      ["1:105 windingOrder: the ring of a hole turns counter-clockwise"]
    ),
    (
      "[[[0,0],[1,0],[1,\"a\"],[0]],[[0,0],5,[1,1],[0,0]]]",
      [
        "1:95 wrongType: a string where a coordinate is needed",
        "1:100 tooFewPositions: a position needs 2 numbers, found 1",
        "1:112 nesting: a number where a position is needed",
      ]
    ),
    (
      "[[0,0],[1,0],[1,1],[0,0]]",
      ["1:78 nesting: the coordinates of a Polygon are nested 3 deep, found 2"]
    ),
    ("[[[[0,0]]]]", ["1:78 nesting: the coordinates of a Polygon are nested 3 deep, found 4"]),
    ("7", ["1:78 wrongType: 'coordinates' is a number, where an array is needed"]),
    (
      "[[[0,0],[1,0],[1,1e999],[0,0]]]",
      ["1:95 hugeNumber: the number 1e999 is larger than a Double can hold"]
    ),
    (
      "[[[0,0,1,2],[1,0],[1,1],[0,0]]]",
      ["1:80 tooManyOrdinates: a position has 4 numbers, where 2 or 3 are expected"]
    ),
  ])
  func coordinatesAtFaultAreFoundAtTheirVertex(coordinates: String, expected: [String]) throws {
    #expect(try faults(polygon(coordinates)) == expected)
  }

  @Test(arguments: [
    (
      #"{"type":"LineString","coordinates":[[0,0]]}"#,
      ["1:80 tooFewPositions: a LineString needs 2 positions, found 1"]
    ),
    (#"{"type":"Point"}"#, ["1:45 structure: the Point has no 'coordinates'"]),
    (#"{"coordinates":[1,2]}"#, ["1:45 structure: the geometry has no 'type'"]),
    (#"{"type":"Polgon","coordinates":[1,2]}"#, ["1:53 wrongType: unknown geometry type 'Polgon'"]),
    (
      #"{"type":5,"coordinates":[1,2]}"#,
      ["1:53 wrongType: 'type' is a number, where a string is needed"]
    ),
    ("[]", ["1:45 wrongType: an array where a geometry is needed"]),
    (
      #"{"type":"GeometryCollection","geometries":[false]}"#,
      ["1:88 wrongType: a boolean where a geometry is needed"]
    ),
    (
      #"{"type":"GeometryCollection","geometries":[]}"#,
      ["1:87 emptyCoordinates: the GeometryCollection has no geometries"]
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}]}"#,
      ["1:88 nestedCollection: a GeometryCollection stands in a GeometryCollection"]
    ),
    (
      #"{"type":"GeometryCollection","coordinates":[1,2]}"#,
      [
        "1:45 structure: the GeometryCollection has no 'geometries'",
        "1:74 structure: a GeometryCollection has a member 'coordinates'",
      ]
    ),
    (
      #"{"type":"Point","coordinates":[1,2],"bbox":[1,2,3]}"#,
      ["1:88 boundingBox: 'bbox' has 3 numbers, where 4 or 6 are needed"]
    ),
    (
      #"{"type":"Point","coordinates":[1,2],"bbox":[1,2,3,"4"]}"#,
      ["1:95 boundingBox: 'bbox' has a string, where a number is needed"]
    ),
  ])
  func geometriesAtFaultAreFound(geometry: String, expected: [String]) throws {
    // The geometry starts at column 46.
    let shifted = expected.map { text in
      let parts = text.split(separator: " ", maxSplits: 1)
      let column = Int(parts[0].dropFirst(2)).map { $0 + 1 } ?? 0
      return "1:\(column) \(parts[1])"
    }
    #expect(try faults(feature(geometry)) == shifted)
  }

  @Test(arguments: [
    ("null", ["1:1 wrongType: the root is null, where an object is needed"]),
    ("{}", ["1:1 structure: the root object has no 'type'"]),
    (#"{"type":"Fature"}"#, ["1:9 wrongType: unknown type 'Fature'"]),
    (#"{"type":"FeatureCollection"}"#, ["1:1 structure: the FeatureCollection has no 'features'"]),
    (
      #"{"type":"FeatureCollection","features":{}}"#,
      ["1:40 wrongType: 'features' is an object, where an array is needed"]
    ),
    (
      #"{"type":"FeatureCollection","features":[1]}"#,
      ["1:41 wrongType: a number where a feature is needed"]
    ),
    (
      #"{"type":"FeatureCollection","features":[],"geometry":null}"#,
      ["1:43 structure: a FeatureCollection has a member 'geometry'"]
    ),
    (
      #"{"type":"FeatureCollection","type":"Feature","features":[]}"#,
      [
        "1:1 structure: the feature has no 'properties'",
        "1:1 structure: the feature has no 'geometry'",
        "1:29 duplicateKey: the key 'type' is repeated",
        "1:46 structure: a Feature has a member 'features'",
      ]
    ),
    (
      #"{"type":"Feature","properties":[],"geometry":null}"#,
      ["1:32 wrongType: 'properties' is an array, where an object or null is needed"]
    ),
    (
      #"{"type":"Feature","id":null,"properties":{},"geometry":null}"#,
      ["1:24 wrongType: 'id' is null, where a string or a number is needed"]
    ),
    (
      #"{"type":"Feature","properties":{"a":1,"b":1E999,"a":2},"geometry":null}"#,
      [
        "1:43 hugeNumber: the number 1E999 is larger than a Double can hold",
        "1:49 duplicateKey: the key 'a' is repeated",
      ]
    ),
    (
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]}"#,
      ["1:29 crsMember: the file has a 'crs' member; RFC 7946 has none"]
    ),
    (
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4548"}},"features":[]}"#,
      ["1:29 foreignCRS: the coordinates are in 'EPSG:4548'"]
    ),
    (
      "\u{FEFF}" + #"{"type":"FeatureCollection","features":[]}"#,
      ["1:1 bom: the file starts with a byte order mark"]
    ),
    (
      "{\"type\":\"FeatureCollection\",\r\n\"features\":[]}\r\n",
      ["1:29 carriageReturn: the lines end with a carriage return"]
    ),
  ])
  func filesAtFaultAreFound(text: String, expected: [String]) throws {
    #expect(try faults(text) == expected)
  }

  @Test func everyFaultOfAFileIsFoundAndKnowsItsFeature() throws {
    let text = collection(
      feature("null"), polygon("[[[0,0],[1,0],[1,1],[0,1]]]"),
      #"{"type":"Foo","properties":{},"geometry":{"type":"Point","coordinates":"foo"}}"#,
      polygon("[[[0,0],[1,0],[1,1],[0,0]]]"), polygon("[[[0,0],[1,1],[1,0],[0,0]]]"))
    let found = try read(text)
    #expect(found.features.count == 5)
    #expect(found.faults.map(\.featureIndex) == [1, 2, 2, 4])
    #expect(found.faults.map { found.location(of: $0).line } == [3, 4, 4, 6])
    #expect(found.features.map { $0.geometry != nil } == [false, false, false, true, true])
    #expect(found.features.map(\.geometryIsNull) == [true, false, false, false, false])
    #expect(found.features[1].positionOffsets.isEmpty)
    #expect(!found.isAcceptable)
  }

  @Test func aGeometryInPlaceOfAFeatureIsToldSo() throws {
    let found = try read(collection(#"{"type":"Point","coordinates":[1,2]}"#))
    #expect(found.faults.count == 1)
    #expect(
      found.faults.first?.help?.english
        == "put the geometry into the 'geometry' of a feature")
    #expect(found.features[0].geometry == .point(position(1, 2)))
  }

  @Test func whatGISProgramsSaveIsTolerable() throws {
    let text = #"""
      {
      "type": "FeatureCollection",
      "name": "layout",
      "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      "features": [
      { "type": "Feature", "properties": { "id": "a" }, "geometry": { "type": "MultiPolygon", "coordinates": [ [ [ [ 116.123456789012345, 35.1 ], [ 116.2, 35.3 ], [ 116.3, 35.1 ], [ 116.123456789012345, 35.1 ] ] ] ] } }
      ]
      }
      """#
    let found = try read(text)
    #expect(found.faults.map(\.kind) == [.crsMember, .windingOrder])
    #expect(found.isAcceptable)
    #expect(
      written(found)
        == collection(
          #"{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"MultiPolygon","coordinates":[[[[116.12345679,35.1],[116.3,35.1],[116.2,35.3],[116.12345679,35.1]]]]}}"#
        ))
  }
}
