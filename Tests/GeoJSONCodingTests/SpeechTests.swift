import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

/// Whatever can be wrong with a file is said in both languages.
@Suite struct SpeechTests {
  private static func polygon(_ rings: String) -> String {
    feature(#"{"type":"Polygon","coordinates":\#(rings)}"#)
  }

  private static let samples: [(GeoJSONFault.Kind, String)] = [
    (.structure, "{}"),
    (.wrongType, "7"),
    (.nesting, polygon("[[0,0],[1,0],[1,1],[0,0]]")),
    (.tooFewPositions, polygon("[[[0,0],[1,0],[0,0]]]")),
    (.unclosedRing, polygon("[[[0,0],[1,0],[1,1],[0,1]]]")),
    (.hugeNumber, feature(#"{"type":"Point","coordinates":[1,1e999]}"#)),
    (.duplicateKey, #"{"type":"Feature","properties":{"a":1,"a":2},"geometry":null}"#),
    (.boundingBox, #"{"type":"Feature","properties":{},"geometry":null,"bbox":[1]}"#),
    (.foreignCRS, #"{"type":"FeatureCollection","crs":{},"features":[]}"#),
    (.crsMember, #"{"type":"FeatureCollection","crs":null,"features":[]}"#),
    (.tooManyOrdinates, feature(#"{"type":"Point","coordinates":[1,2,3,4]}"#)),
    (.windingOrder, polygon("[[[0,0],[0,1],[1,1],[0,0]]]")),
    (.emptyCoordinates, polygon("[]")),
    (
      .nestedCollection,
      feature(
        #"{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}]}"#
      )
    ),
    (
      .lostMember,
      feature(
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2],"x":1}]}"#)
    ),
    (.bom, "\u{FEFF}" + #"{"type":"FeatureCollection","features":[]}"#),
    (.carriageReturn, "{\"type\":\"FeatureCollection\",\r\n\"features\":[]}"),
  ]

  @Test func faultsOfEveryKindSpeakBothLanguages() throws {
    #expect(Self.samples.map(\.0) == GeoJSONFault.Kind.allCases)
    for (kind, text) in Self.samples {
      let fault = try #require(try read(text).faults.first { $0.kind == kind }, "\(kind)")
      #expect(fault.message.flaw == nil)
      #expect(fault.help?.flaw == nil)
    }
  }

  @Test func filesThatCannotBeReadAreNamedInBothLanguages() {
    let refused = SourceFileError.unreadable(
      path: "a", reason: Wording("Permission denied", zh: "没有权限"))
    let errors: [SourceFileError] = [
      .missing(path: "a"), .directory(path: "a"), .notAFile(path: "a"), refused,
      .tooLarge(path: "a", limit: 10), .tooLarge(path: "a", limit: 1 << 22),
    ]
    #expect(errors.compactMap(\.wording.flaw) == [])
    #expect(refused.description == "file 'a' cannot be read: Permission denied")
  }

  @Test func reasonsOfTheSystemAreTranslated() {
    // What is rare keeps the system's own words, in quotes.
    for code in Int32(1)...133 {
      #expect(
        Wording(
          "x", zh: SystemError.wording(of: code).chinese
        ).flaw == nil)
    }
  }
}
