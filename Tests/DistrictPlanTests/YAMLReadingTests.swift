import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

/// What the YAML reader refuses and how, seen through files of a plan.
struct YAMLReadingTests {
  private func error(_ text: String, in file: String = "statements.yaml") -> PlanError? {
    #expect(throws: PlanError.self) {
      try PlanLoader.load(from: SamplePlan().texts.replacing(file, with: text))
    }
  }

  private func faults(_ text: String, in file: String = "statements.yaml") throws -> [String] {
    try PlanLoader.load(from: SamplePlan().texts.replacing(file, with: text)).faultLines
  }

  @Test func aSyntaxErrorHasItsPlace() {
    let error = error("statements:\n  - {id: S1\n  - {id: S2}\n")
    #expect(error?.location?.description == "statements.yaml:3:5")
    #expect(error?.message.english.hasPrefix("YAML syntax error: ") == true)
  }

  @Test func columnsCountCharactersNotBytes() {
    let error = error("说明说明: [}\n")
    #expect(error?.location?.description == "statements.yaml:1:8")
  }

  @Test func anEmptyFileIsRefused() {
    for text in ["", "\n", "# nothing\n"] {
      #expect(error(text)?.message.english == "the file is empty")
    }
  }

  @Test func aFileInAnotherEncodingIsRefused() {
    struct Bytes: PlanSource {
      let texts = SamplePlan().texts
      let directory = "."
      func read(_ name: String, namedAt location: GeoJSONCoding.SourceLocation?) throws(PlanError)
        -> SourceText
      {
        guard name == "statements.yaml" else { return try texts.read(name, namedAt: location) }
        // "规划" in GB 18030.
        return SourceText(file: name, bytes: [0xB9, 0xE6, 0xBB, 0xAE])
      }
    }
    let error = #expect(throws: PlanError.self) { try PlanLoader.load(from: Bytes()) }
    #expect(error?.message.english == "the file is not UTF-8")
    #expect(error?.location?.description == "statements.yaml:1:1")
  }

  @Test func aControlCharacterHasItsPlace() {
    let error = error("# 说明\nstatements: \u{7}\n")
    #expect(error?.location?.description == "statements.yaml:2:13")
  }

  @Test func aRepeatedKeyIsNamed() {
    let error = error("statements: []\nstatements: []\n")
    #expect(error?.message.english == "the key 'statements' stands twice")
    #expect(error?.location?.line == 1)
  }

  @Test func aSecondDocumentIsRefused() {
    #expect(error("statements: []\n---\nstatements: []\n") != nil)
  }

  /// Texts that nest too deep; named by their place, as they would fill the log.
  static let deep = [
    String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    String(repeating: "{a: ", count: 100_000),
    String(repeating: "[\"]\",", count: 100_000),
    String(repeating: "[ # ]\n", count: 100_000),
    String(repeating: "- ", count: 100_000) + "a",
    String(repeating: "? ", count: 100_000) + "a",
    String(repeating: "[? ", count: 100_000),
    String(repeating: "!!seq [", count: 100_000),
    "a:\n" + (3..<1500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ]

  @Test(arguments: deep.indices)
  func deepNestingIsRefusedWithoutACrash(index: Int) {
    let error = error("statements:\n  " + Self.deep[index])
    #expect(error?.message.english == "lists and mappings nest deeper than 1000 levels")
  }

  @Test func nestingBelowTheLimitIsAFaultLikeAnyOther() throws {
    let list = String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
    #expect(
      try faults("statements:\n  - \(list)\n") == [
        "statements.yaml:2:5 D01 expected a mapping, found a list"
      ])
  }

  @Test func anchorsAndAliasesStandForTheirValues() throws {
    let loaded = try PlanLoader.load(
      from: SamplePlan().texts.replacing(
        "statements.yaml",
        with: """
          statements:
            - {id: S1, document: &d D1, says: &s 说, out_of_scope: &o {because: none, note: 无}}
            - {id: S2, document: *d, says: *s, out_of_scope: *o}
          """))
    #expect(loaded.faultLines == [])
    #expect(loaded.plan.statements.map(\.says) == ["说", "说"])
  }

  @Test func aliasesThatMultiplyAreRefused() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(error(text + "? *a40\n: b\n")?.message.english == "the file has more than 32 aliases")
  }

  @Test func manyStarsWithoutAnchorsAreText() throws {
    let stars = String(repeating: " *星", count: 100)
    let text =
      "statements:\n  - {id: S1, document: D1, says: 见\(stars), "
      + "out_of_scope: {because: none, note: 无}}\n"
    #expect(try faults(text) == [])
  }

  @Test func anUnknownKeyIsReportedWithWhatWasMeant() throws {
    #expect(
      try faults("statments: []\n") == [
        "statements.yaml:1:1 D01 unknown key 'statments'; did you mean 'statements'?"
      ])
  }

  @Test func aKeyThatIsNoTextIsReported() throws {
    #expect(
      try faults("? [a]\n: b\nstatements: []\n") == [
        "statements.yaml:1:3 D01 expected a key that is a text, found a list"
      ])
  }

  @Test func wrongTypesAreReportedWhereTheyStand() throws {
    let text = """
      statements:
        - id: [S1]
          document: D1
          says: 说
        - 5
        - {id: S2, document: D1, says: {a: b}, out_of_scope: {because: none, note: 无}}
        - id: S3
          document: D1
          says: 说
          claims: {claim: count}
      """
    #expect(
      try faults(text) == [
        "statements.yaml:2:9 D01 expected a text, found a list",
        "statements.yaml:5:5 D01 expected a mapping, found '5'",
        "statements.yaml:6:34 D01 expected a text, found a mapping",
        "statements.yaml:10:13 D01 expected a list, found a mapping",
      ])
  }

  @Test func missingKeysAreNamed() throws {
    #expect(
      try faults("statements:\n  - {document: ~}\n") == [
        "statements.yaml:2:5 D01 the key 'id' is missing",
        "statements.yaml:2:5 D01 the key 'document' is missing",
        "statements.yaml:2:5 D01 the key 'says' is missing",
      ])
  }

  @Test func aRepeatedIDKeepsTheFirst() throws {
    let loaded = try PlanLoader.load(
      from: SamplePlan().texts.replacing(
        "documents.yaml",
        with:
          "documents:\n  - {id: D1, title: 甲, date: '2020'}\n  - {id: D1, title: 乙, date: '2021'}\n"
      ))
    #expect(loaded.faultLines == ["documents.yaml:3:5 D02 the id 'D1' stands twice"])
    #expect(loaded.plan.document("D1")?.title == "甲")
  }
}
