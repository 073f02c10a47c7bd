import GeoJSONCoding
import MapGeometry
import Testing

@Suite struct GeoJSONReaderTests {
  /// The geometries of RFC 7946 appendix A, and how many positions each has.
  static let examples = [
    (#"{"type":"Point","coordinates":[100.0,0.0]}"#, "Point", 1),
    (#"{"type":"LineString","coordinates":[[100.0,0.0],[101.0,1.0]]}"#, "LineString", 2),
    (
      #"{"type":"Polygon","coordinates":[[[100.0,0.0],[101.0,0.0],[101.0,1.0],[100.0,1.0],[100.0,0.0]],"#
        + #"[[100.8,0.8],[100.8,0.2],[100.2,0.2],[100.2,0.8],[100.8,0.8]]]}"#, "Polygon", 10
    ),
    (#"{"type":"MultiPoint","coordinates":[[100.0,0.0],[101.0,1.0]]}"#, "MultiPoint", 2),
    (
      #"{"type":"MultiLineString","coordinates":[[[100.0,0.0],[101.0,1.0]],[[102.0,2.0],[103.0,3.0]]]}"#,
      "MultiLineString", 4
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[102.0,2.0],[103.0,2.0],[103.0,3.0],[102.0,3.0],"#
        + #"[102.0,2.0]]],[[[100.0,0.0],[101.0,0.0],[101.0,1.0],[100.0,1.0],[100.0,0.0]],"#
        + #"[[100.2,0.2],[100.2,0.8],[100.8,0.8],[100.8,0.2],[100.2,0.2]]]]}"#, "MultiPolygon", 15
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[100.0,0.0]},"#
        + #"{"type":"LineString","coordinates":[[101.0,0.0],[102.0,1.0]]}]}"#, "GeometryCollection",
      3
    ),
  ]

  @Test(arguments: examples)
  func theExamplesOfTheStandardAreRead(text: String, type: String, count: Int) throws {
    for source in [text, feature(text), collection(feature(text))] {
      let collection = try read(source)
      #expect(collection.faults == [])
      let feature = try #require(collection.features.first)
      let geometry = try #require(feature.geometry)
      #expect(geometry.typeName == type)
      #expect(feature.geometryTypeName == type)
      #expect(!feature.geometryIsNull)
      let positions = geometry.positions
      #expect(positions.count == count)
      #expect(feature.positionOffsets.count == count)
      for (position, offset) in zip(positions, feature.positionOffsets) {
        let text = "[\(position.longitude),\(position.latitude)]"
        #expect(
          Array(source.utf8.dropFirst(Int(offset)).prefix(text.utf8.count)) == Array(text.utf8))
      }
    }
  }

  @Test func theRootIsKnown() throws {
    let point = Self.examples[0].0
    #expect(try read(point).root == .geometry)
    #expect(try read(feature(point)).root == .feature)
    #expect(try read(collection()).root == .featureCollection)
    #expect(try read(collection()).features.isEmpty)
  }

  @Test func membersMayComeInAnyOrder() throws {
    let text = #"""
      {"features":[
        {"geometry":{"coordinates":[[1,2],[3,4]],"type":"LineString"},
         "properties":{"b":1,"a":2},"id":"x","type":"Feature"}],
       "type":"FeatureCollection"}
      """#
    let collection = try read(text)
    #expect(collection.faults == [])
    let feature = try #require(collection.features.first)
    #expect(feature.identifier == "x")
    #expect(feature.properties.map(\.key) == ["b", "a"])
    #expect(feature.geometry?.positions == [position(1, 2), position(3, 4)])
    let places = feature.positionOffsets.map { collection.source.location(at: Int($0)) }
    #expect(places.map(\.description) == ["t.geojson:2:31", "t.geojson:2:37"])
    #expect(collection.source.location(at: feature.offset).description == "t.geojson:2:3")
    #expect(feature.geometryOffset.map { collection.source.location(at: $0).column } == 15)
    #expect(feature.identifierOffset.map { collection.source.location(at: $0).line } == 3)

    let bare = try read(#"{"coordinates":[[1,2],[3,4]],"type":"LineString"}"#)
    #expect(bare.faults == [])
    #expect(bare.features.first?.geometry == feature.geometry)
    let alone = try read(
      #"{"geometry":{"coordinates":[1,2],"type":"Point"},"properties":null,"type":"Feature"}"#)
    #expect(alone.faults == [])
    #expect(alone.features.first?.geometry == .point(position(1, 2)))
  }

  @Test func identifiersAreStringsOrNumbers() throws {
    func identifier(_ text: String) throws -> GeoJSONIdentifier? {
      try read(#"{"type":"Feature","id":\#(text),"properties":null,"geometry":null}"#).features[0]
        .identifier
    }
    #expect(try identifier(#""road.a""#) == .string("road.a"))
    #expect(try identifier("7") == .number(7, literal: "7"))
    #expect(try identifier("7.0")?.text == "7.0")
    #expect(try identifier("{}") == nil)
    #expect(GeoJSONIdentifier.string("B") < .string("a"))
  }

  @Test func noPropertiesAndNoGeometryAreTold() throws {
    let none = try read(#"{"type":"Feature","properties":null,"geometry":null}"#).features[0]
    #expect(none.propertiesAreNull && none.properties.isEmpty && none.geometryIsNull)
    let empty = try read(#"{"type":"Feature","properties":{},"geometry":null}"#).features[0]
    #expect(!empty.propertiesAreNull && empty.properties.isEmpty)
  }

  @Test func foreignMembersHeightsAndBoxesAreKept() throws {
    let text = #"""
      {"type":"FeatureCollection","name":"plan","bbox":[1,2,3,4],"features":[
      {"type":"Feature","bbox":[1,2,3,4],"title":"A","properties":{},
       "geometry":{"type":"LineString","unit":"m","coordinates":[[1,2,30.5],[3,4],[5,6,-7]]}}]}
      """#
    let collection = try read(text)
    #expect(collection.faults == [])
    #expect(collection.foreignMembers == [JSONMember("name", .string("plan"))])
    #expect(collection.boundingBox == [1, 2, 3, 4])
    let feature = collection.features[0]
    #expect(feature.foreignMembers == [JSONMember("title", .string("A"))])
    #expect(feature.foreignGeometryMembers == [JSONMember("unit", .string("m"))])
    #expect((0...3).map { Array(feature.extraOrdinates[$0]) } == [[30.5], [], [-7], []])
  }

  @Test func contradictingIdentifiersAreFound() throws {
    func contradiction(_ id: String, _ properties: String) throws -> String? {
      try read(#"{"type":"Feature","id":\#(id),"properties":\#(properties),"geometry":null}"#)
        .features[0].contradictingIdentifier?.value.text
    }
    #expect(try contradiction(#""a""#, #"{"id":"a"}"#) == nil)
    #expect(try contradiction(#""a""#, #"{"id":"b"}"#) == "b")
    #expect(try contradiction("7", #"{"id":"7"}"#) == nil)
    #expect(try contradiction(#""a""#, #"{"name":"b"}"#) == nil)
  }

  @Test func syntaxErrorsStopTheReaderWhereTheyStand() {
    func failure(_ text: String) -> String? {
      do {
        _ = try read(text)
        return nil
      } catch { return (error as? JSONError)?.description }
    }
    let prefix = #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":"#
    #expect(failure(prefix + "[1,NaN]}}")?.hasPrefix("t.geojson:1:79: 'NaN' is no value") == true)
    #expect(failure(prefix + "[1,02]}}")?.contains(":1:79: a number starts with '0'") == true)
    #expect(failure(prefix + "[1,2]}")?.contains(":1:82: the file ends inside an object") == true)
    #expect(failure("")?.contains("the file is empty") == true)
    #expect(failure(collection("{}") + "x")?.contains("after the end") == true)
  }
}
