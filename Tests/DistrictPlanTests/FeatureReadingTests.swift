import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

struct FeatureReadingTests {
  private let square =
    "{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[120.01,30],[120.01,30.01],[120,30]]]}"
  private let line = "{\"type\":\"LineString\",\"coordinates\":[[120,30],[120.01,30]]}"

  private func faults(_ feature: String) throws -> [String] {
    try SamplePlan(feature).load().faultLines
  }

  private func raw(_ head: String, _ properties: String) -> String {
    "{\"type\":\"Feature\"\(head),\"properties\":{\(properties)},\"geometry\":\(square)}"
  }

  @Test func theIDMayStandInEitherPlace() throws {
    let kind = "\"kind\":\"district\",\"basis\":\"assumed\""
    for feature in [
      raw(",\"id\":\"a\"", kind), raw("", "\"id\":\"a\",\(kind)"),
      raw(",\"id\":\"a\"", "\"id\":null,\(kind)"), raw(",\"id\":\"a\"", "\"id\":\"a\",\(kind)"),
    ] {
      let loaded = try SamplePlan(feature).load()
      #expect(loaded.faultLines == [])
      #expect(loaded.plan.features.map(\.id) == ["a"])
      #expect(loaded.plan.feature("a")?.text(.id) == "a")
    }
  }

  @Test func idsThatContradictEachOtherAreReported() throws {
    let feature = raw(",\"id\":\"a\"", "\"id\":\"b\",\"kind\":\"district\",\"basis\":\"assumed\"")
    let loaded = try SamplePlan(feature).load()
    #expect(
      loaded.faultLines == [
        "map.geojson:2:1 D02 the feature's id 'a' differs from its property 'id' 'b'"
      ])
    #expect(loaded.plan.features.map(\.id) == ["a"])
  }

  @Test func aFeatureWithoutIDIsReported() throws {
    #expect(
      try faults(raw("", "\"kind\":\"district\",\"basis\":\"assumed\"")) == [
        "map.geojson:2:1 D02 a feature has no id"
      ])
  }

  @Test func aRepeatedIDKeepsTheFirstAndNamesBothPlaces() throws {
    let loaded = try SamplePlan(
      SamplePlan.feature("a", .district, square, "\"name\":\"甲\""),
      SamplePlan.feature("a", .district, square, "\"name\":\"乙\"")
    ).load()
    #expect(loaded.faultLines == ["map.geojson:3:1 D02 the id 'a' stands twice"])
    #expect(loaded.faults.first?.help?.english.contains("map.geojson:2:1") == true)
    #expect(loaded.plan.feature("a")?.name == "甲")
  }

  @Test func unknownKeysKindsAndValuesAreReportedWhereTheyStand() throws {
    #expect(
      try faults(SamplePlan.feature("a", .district, square, "\"nmae\":\"甲\"")) == [
        "map.geojson:2:87 D01 unknown key 'nmae'; did you mean 'name'?"
      ])
    #expect(
      try faults(SamplePlan.feature("a", .district, square, "\"axis\":\"vertical\"")) == [
        "map.geojson:2:87 D01 kind 'district' has no key 'axis' ('a')"
      ])
    #expect(
      try faults(SamplePlan.feature("a", .road, line, "\"class\":\"主干到\"")) == [
        "map.geojson:2:91 D01 unknown value '主干到'; did you mean '主干路'?"
      ])
    #expect(
      try faults(raw(",\"id\":\"a\"", "\"kind\":\"distict\",\"basis\":\"assumed\"")) == [
        "map.geojson:2:49 D01 unknown value 'distict'; did you mean 'district'?"
      ])
  }

  @Test func aFeatureNeedsKindAndBasis() throws {
    #expect(
      try faults(raw(",\"id\":\"a\"", "\"basis\":\"assumed\"")) == [
        "map.geojson:2:1 D01 feature 'a' has no 'kind'"
      ])
    #expect(
      try faults(raw(",\"id\":\"a\"", "\"kind\":\"district\"")) == [
        "map.geojson:2:1 D01 feature 'a' has no 'basis'"
      ])
  }

  @Test(arguments: [
    ("\"name\":5", "'name' of 'a' takes a text"),
    ("\"aliases\":[1]", "'aliases' of 'a' takes a list of texts"),
    ("\"accuracy_m\":\"350\"", "'accuracy_m' of 'a' takes a number"),
    ("\"space\":7", "'space' of 'a' takes one of 生产, 生活, 生态"),
  ])
  func wrongTypesAreReported(property: String, message: String) throws {
    let faults = try faults(SamplePlan.feature("a", .district, square, property))
    #expect(faults.map { $0.drop { $0 != " " }.dropFirst() } == ["D01 \(message)"])
  }

  @Test func whatGISProgramsWriteOtherwiseIsUnderstood() throws {
    let lake = SamplePlan.feature(
      "lake", .lake, square, "\"outlet\":1", "\"aliases\":\"大湖\"", "\"accuracy_m\":350.0",
      "\"name\":null")
    let loaded = try SamplePlan(lake).load()
    #expect(loaded.faultLines == [])
    let feature = try #require(loaded.plan.feature("lake"))
    #expect(feature.isOutlet)
    #expect(feature.aliases == ["大湖"])
    #expect(feature.accuracy == 350)
    #expect(feature.displayName == "lake")
  }

  @Test func swappedCoordinatesAreRecognised() throws {
    let swapped = "{\"type\":\"LineString\",\"coordinates\":[[120,30],[30.5,120.5]]}"
    let loaded = try SamplePlan(SamplePlan.feature("a", .road, swapped)).load()
    #expect(
      loaded.faultLines == [
        "map.geojson:2:140 D08 'a' has the position [30.5, 120.5], which is not on Earth"
      ])
    #expect(loaded.faults.first?.help?.english.contains("longitude first") == true)
    #expect(loaded.plan.feature("a")?.geometry == nil)
  }

  @Test func metresAreRecognised() throws {
    let metres = "{\"type\":\"LineString\",\"coordinates\":[[462000,3920000],[462100,3920000]]}"
    let loaded = try SamplePlan(SamplePlan.feature("a", .road, metres)).load()
    #expect(loaded.faults.map(\.code) == ["D08"])
    #expect(loaded.faults.first?.help?.english.contains("metres") == true)
  }

  @Test func onlySomeKindsMayHaveNoPlace() throws {
    for kind in FeatureKind.allCases {
      let faults = try faults(SamplePlan.feature("a", kind, "null"))
      #expect(
        faults
          == (kind.allowsNullGeometry
            ? []
            : ["map.geojson:2:\(kindColumn(kind)) D01 \(kind.title.english) 'a' has no geometry"]))
    }
    #expect(
      FeatureKind.allCases.filter(\.allowsNullGeometry) == [.facility, .project, .park, .feature])
  }

  private func kindColumn(_ kind: FeatureKind) -> Int {
    SamplePlan.feature("a", kind, "null").count - "null}".count + 1
  }

  @Test func aGeometryOfTheWrongTypeIsReported() throws {
    let faults = try faults(SamplePlan.feature("a", .district, line))
    #expect(
      faults.map { $0.drop { $0 != " " }.dropFirst() } == ["D01 district 'a' is a LineString"])
  }

  @Test func anOpenRingIsAFaultAndTheRestIsRead() throws {
    let open =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[120.01,30],[120.01,30.01],[120,30.01]]]}"
    let loaded = try SamplePlan(
      SamplePlan.feature("a", .district, open), SamplePlan.feature("b", .district, square)
    ).load()
    #expect(loaded.faults.map(\.code) == ["G01"])
    #expect(loaded.faults.first?.subject == "a")
    #expect(loaded.plan.feature("a")?.geometry == nil)
    #expect(loaded.plan.feature("b")?.plane != nil)
  }

  @Test func everyVertexKnowsItsPlaceInTheFile() throws {
    let feature = SamplePlan.feature("a", .road, line)
    let loaded = try SamplePlan(feature).load()
    let road = try #require(loaded.plan.feature("a"))
    let column = try #require(feature.range(of: "[120,30]")).lowerBound
    let first = feature.distance(from: feature.startIndex, to: column) + 1
    #expect(road.location(ofVertex: 0).description == "map.geojson:2:\(first)")
    #expect(road.location(ofVertex: 1).description == "map.geojson:2:\(first + 9)")
    #expect(road.location(ofVertex: 2) == road.location)
    #expect(road.location(ofVertex: -1) == road.location)
  }

  @Test func placesAreProjectedAboutTheCentralMeridian() throws {
    let loaded = try SamplePlan(SamplePlan.feature("a", .road, line)).load()
    let plane = try #require(loaded.plan.feature("a")?.plane?.lines.first)
    #expect(abs(plane.start.x - 500_000) < 1e-6)
    #expect(abs(plane.length - 964.86) < 0.01)
  }

  @Test func textThatIsNotJSONIsRefusedWithItsPlace() throws {
    let texts = SamplePlan().texts.replacing("map.geojson", with: "{\"type\":")
    let error = #expect(throws: PlanError.self) { try PlanLoader.load(from: texts) }
    #expect(error?.location?.file == "map.geojson")
  }

  @Test func faultsOfFormDoNotStopWriting() throws {
    let texts = SamplePlan(SamplePlan.feature("a", .district, square)).texts
    let text = try #require(texts.files["map.geojson"]).replacingOccurrences(of: "\n", with: "\r\n")
    let loaded = try PlanLoader.load(from: texts.replacing("map.geojson", with: text))
    #expect(loaded.faults.map(\.code) == ["D10"])
    #expect(try loaded.faultless().features.count == 1)
  }

  @Test func anyOtherFaultStopsWriting() throws {
    let loaded = try SamplePlan(SamplePlan.feature("a", .district, "null")).load()
    #expect(throws: PlanError.self) { try loaded.faultless() }
  }
}
