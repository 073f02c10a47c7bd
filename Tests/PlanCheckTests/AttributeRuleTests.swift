import DistrictPlan
import GeoJSONCoding
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// The rules on properties: what they say, and where.
struct AttributeRuleTests {
  @Test func aFaultStandsAtItsOwnValue() throws {
    let plan = ParcelPlan(
      ["\"use\":\"R\",\"height\":\"low\"", "\"use\":\"Q\",\"height\":3"],
      "rule: D01, on: parcels, types: {height: number}, values: {use: [R, B]}")
    let findings = try plan.findings()
    #expect(findings.map(\.code) == ["D01", "D01"])
    #expect(findings.map { $0.location?.line } == [2, 3])
    let lines = (plan.texts.files["p.geojson"] ?? "").split(separator: "\n")
    for (finding, value) in zip(findings, ["\"low\"", "\"Q\""]) {
      let place = try #require(finding.location)
      let rest = lines[place.line - 1].dropFirst(place.column - 1)
      #expect(rest.hasPrefix(value))
    }
  }

  @Test(
    arguments: [
      (
        "\"n\":1.5", "types: {n: integer}",
        "'n' of feature 'p0' is '1.5', which is not a whole number"
      ),
      ("\"n\":2.0", "types: {n: integer}", nil),
      ("\"n\":\"12 m\"", "types: {n: length}", nil),
      (
        "\"n\":\"12 ha\"", "types: {n: length}",
        "'n' of feature 'p0' is '12 ha', which is not a length such as '12 m'"
      ),
      (
        "\"n\":\"2018-02-30\"", "types: {n: date}",
        "'n' of feature 'p0' is '2018-02-30', which is not a day such as '2018-10-02'"
      ),
      ("\"n\":true", "types: {n: boolean}", nil),
      ("\"n\":1", "types: {n: boolean}", "'n' of feature 'p0' is '1', which is not true or false"),
      (
        "\"n\":{\"a\":1}", "types: {n: text}",
        "'n' of feature 'p0' is '{…}', which is not a text"
      ),
      (
        "\"n\":[\"R\",\"X\"]", "values: {n: [R, B]}",
        "'n' of feature 'p0' is 'X', which is not on its list"
      ),
      ("\"n\":2", "values: {n: [1, 2]}", nil),
      (
        "\"n\":\"Resident\"", "values: {n: [Residents, Shops]}",
        "'n' of feature 'p0' is 'Resident', which is not on its list; did you mean 'Residents'?"
      ),
      ("\"n\":\"370811\"", "pattern: {n: '[0-9]{6}'}", nil),
      ("\"n\":370811", "pattern: {n: '[0-9]{6}'}", nil),
      (
        "\"n\":\"x370811\"", "pattern: {n: '[0-9]{6}'}",
        "'n' of feature 'p0' is 'x370811', which does not have the form '[0-9]{6}'"
      ),
      (
        "\"n\":\"五个字太长\"", "max_length: {n: 4}",
        "'n' of feature 'p0' is '五个字太长', which has 5 characters, more than 4"
      ),
      ("\"n\":-1", "min: {n: 0}", "'n' of feature 'p0' is '-1', which is less than 0"),
      (
        "\"n\":\"2 m\"", "min: {n: 300 cm}",
        "'n' of feature 'p0' is '2 m', which is less than 300 cm"
      ),
      ("\"n\":5", "min: {n: 3 m}", "'n' of feature 'p0' is '5', which is no number like '3 m'"),
      ("\"n\":null", "require: n", "'n' of feature 'p0' is empty"),
      ("\"m\":1", "require: n", "feature 'p0' has no 'n'"),
      ("\"hieght\":1", "require: height", "feature 'p0' has no 'height'"),
      ("\"use\":1", "optional: [n], others: forbidden", "unknown key 'use'"),
      (
        "\"nn\":1,\"note\":\"x\"", "optional: [n], others: forbidden",
        "unknown key 'nn'; did you mean 'n'?"
      ),
    ] as [(String, String, String?)])
  func aPropertyIsHeldAgainstItsDeclaration(
    properties: String, settings: String, message: String?
  ) throws {
    let found = try ParcelPlan([properties], "rule: D01, on: parcels, \(settings)").findings()
    #expect(found.map(\.message.english) == [message].compactMap { $0 })
    #expect(found.allSatisfy { $0.code == "D01" && $0.message.chinese != $0.message.english })
  }

  @Test func aLongValueIsNotQuotedWhole() throws {
    let long = String(repeating: "a", count: 100_000)
    let found = try ParcelPlan(
      ["\"n\":\"\(long)\""], "rule: D01, on: parcels, pattern: {n: '[a-y]*b'}"
    ).findings()
    #expect(found.map { $0.message.english.count < 200 } == [true])
  }

  @Test func aDeclarationWithSettingsLeavesFaultsOfReadingToThePlainOne() throws {
    let own = "rule: D01, on: parcels, require: use, severity: warning"
    var plan = ParcelPlan(["\"use\":\"R\""], own)
    // A fault of reading is reported once, with the severity of the plain declaration or the default.
    for (rules, severity) in [
      ([own], Severity.error), ([own, "rule: D01, severity: info"], .info),
      (["rule: D01, severity: off", own], nil),
    ] {
      plan.rules = rules
      var texts = plan.texts
      texts = try texts.replacing("title: parcels", with: "titel: parcels", in: "plan.yaml")
      let found = CheckRunner.check(try PlanLoader.load(from: texts)).findings
        .filter { $0.message.english.contains("unknown key 'titel'") }
      #expect(found.map(\.severity) == [severity].compactMap { $0 })
    }
  }

  @Test(arguments: [
    (
      "rule: D01, on: parcels, types: {n: numbr}",
      "'numbr' is no type of a property; did you mean 'number'?"
    ),
    (
      "rule: D01, on: parcels, pattern: {n: '['}",
      "'n' of 'pattern' is '['; expected the form of '[0-9]{6}'"
    ),
    (
      "rule: D01, on: parcels, max: {n: tall}", "'n' of 'max' is 'tall'; expected the form of '3.5'"
    ),
    (
      "rule: D01, on: parcels, types: {hight: number}",
      "no feature of the rule has a property 'hight'; did you mean 'height'?"
    ),
    ("rule: D02, on: parcels, pattern: '('", "'(' is no regular expression"),
    (
      "rule: D02, on: parcels, key: hight",
      "no feature of the rule has a property 'hight'; did you mean 'height'?"
    ),
    ("rule: D03, on: parcels, target: code", "rule D03 needs 'key'"),
    ("rule: D04, on: parcels, require: {use: R}", "rule D04 needs 'when'"),
    ("rule: D04, on: parcels, when: {use: R}", "rule D04 needs 'require'"),
    (
      "rule: D04, on: parcels, when: {use: Z}, require: {n: '*'}",
      "rule D04 looks at nothing: no feature meets its condition"
    ),
    ("rule: D05, on: parcels, by: use", "rule D05 needs 'is'"),
    ("rule: D05, on: parcels, min: 5, max: 3", "'min' 5 is more than 'max' 3"),
    ("rule: D06, on: parcels, by: use", "rule D06 needs 'table'"),
    ("rule: D06, on: parcels, table: {R: 1 ha}", "rule D06 needs 'by'"),
    (
      "rule: D06, on: parcels, by: use, table: {R: 1 km}",
      "'R' of 'table' is '1 km'; expected the form of '12.5 ha'"
    ),
    (
      "rule: D06, on: parcels, by: use, shares: {R: 1}",
      "'R' of 'shares' is '1'; expected the form of '35 %'"
    ),
    (
      "rule: D06, on: parcels, by: use, of: hight, table: {R: 1}",
      "no feature of the rule has a property 'hight'; did you mean 'height'?"
    ),
    ("rule: D08, on: parcels, within: 5 m", "rule D08 needs 'with'"),
    ("rule: G14, on: parcels", "rule G14 needs 'allowed'"),
    (
      "rule: G14, on: parcels, allowed: [Poligon]",
      "'Poligon' is no geometry type; did you mean 'Polygon'?"
    ),
  ])
  func aDeclarationThatMakesNoSenseIsReported(declaration: String, message: String) throws {
    let found = try ParcelPlan(["\"use\":\"R\",\"height\":3", "\"use\":\"R\""], declaration)
      .findings().filter { $0.code == "D11" }
    #expect(found.map(\.message.english) == [message])
    #expect(found.first?.location?.file == "plan.yaml")
    #expect(found.first?.severity == .warning)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func circlesOfParentsAreFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 12
    // Each has one parent at most: what is on a circle comes back to itself.
    let parents = (0..<count).map { _ in
      Int.random(in: 0..<3, using: &random) == 0 ? nil : Int.random(in: 0..<count, using: &random)
    }
    var onCircle: Set<String> = []
    for start in 0..<count {
      var place: Int? = parents[start]
      for _ in 0..<count {
        guard let here = place else { break }
        if here == start { onCircle.insert("p\(start)") }
        place = parents[here]
      }
    }
    let found = try ParcelPlan(
      parents.map { parent in parent.map { "\"parent\":\"p\($0)\"" } ?? "" },
      "rule: D03, on: parcels, key: parent"
    ).findings()
    #expect(found.allSatisfy { $0.code == "D03" || parents.allSatisfy { $0 == nil } })
    let circles = found.filter { $0.code == "D03" }.map { $0.parties.map(\.id) }
    #expect(Set(circles.joined()) == onCircle)
    #expect(circles.joined().count == onCircle.count)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sumsOfAPropertyAreThoseOfItsNumbers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sums: [String: Int] = [:]
    let properties = (0..<30).map { _ -> String in
      let use = ["R", "B", "G"][Int.random(in: 0..<3, using: &random)]
      let floors = Int.random(in: 1...30, using: &random)
      sums[use, default: 0] += floors
      return "\"use\":\"\(use)\",\"floors\":\(floors)"
    }
    let table = sums.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ")
    let rule = "rule: D06, on: parcels, by: use, of: floors, within: 0 %, table:"
    #expect(try ParcelPlan(properties, "\(rule) {\(table)}").lines() == [])
    sums["R", default: 0] += 1
    let wrong = sums.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ")
    #expect(
      try ParcelPlan(properties, "\(rule) {\(wrong)}").findings().map { $0.parties[0].id } == ["R"])
  }

  @Test func featuresOfNoLayerAreNamed() throws {
    let texts = try ParcelPlan(["", "", ""], "rule: D11").texts
      .replacing("kind: feature}", with: "kind: feature, where: {use: R}}", in: "plan.yaml")
    let found = CheckRunner.check(try PlanLoader.load(from: texts)).findings
    let expected =
      "feature 'p0' in 'p.geojson' belongs to no layer, nor do 2 more of kind 'feature'"
    #expect(found.map(\.message.english).contains(expected))
    #expect(found.allSatisfy { $0.code == "D11" && $0.severity == .warning })
    #expect(found.first { $0.message.english == expected }?.location?.line == 2)
  }

  @Test func aFeatureWhoseGeometryCannotBeReadIsReportedOnce() throws {
    var plan = ParcelPlan(["", ""], "rule: D11")
    plan.geometries = ["{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}", "null"]
    let texts = try plan.texts
      .replacing("kind: feature}", with: "kind: feature, geometry: area}", in: "plan.yaml")
    let found = CheckRunner.check(try PlanLoader.load(from: texts)).findings
    #expect(found.filter { $0.code == "D11" }.map { $0.parties[0].id } == ["p1"])
    #expect(found.contains { $0.code == "G01" })
  }
}
