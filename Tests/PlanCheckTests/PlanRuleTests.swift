import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// Rules that a plan declares on itself: belts, allotments, functions, spaces, densities, chains.
struct PlanRuleTests {
  private func messages(_ result: CheckResult, _ code: String) -> [String] {
    result.findings.filter { $0.code == code }.map(\.message.english)
  }

  @Test func aBeltWithoutARiverIsNoBelt() throws {
    let result = try check(
      "K28", [.line("r", [(0, 0), (1000, 0)])], ["on: roads", "with: watercourses"])
    #expect(result.findings.map(\.code) == ["D11", "K28"])
    #expect(messages(result, "K28").first?.contains("over 0% (limit 80%)") == true)
  }

  @Test func theWholeBeltMayBeAskedFor() throws {
    let road = ExampleFeature.line("r", [(0, 0), (0, 990), (0, 1010)])
    let river = ExampleFeature.line("w", [(-500, 0), (500, 0)], kind: "watercourse")
    let on = ["on: roads", "with: watercourses"]
    #expect(try check("K28", [road, river], on).findings.isEmpty)
    let found = try check("K28", [road, river], on + ["share: 100 %"]).findings
    #expect(found.map { $0.measure?.text } == ["99.01%"])
    // The party stands at the vertex that strays.
    #expect(found.first?.parties.first?.vertex?.vertex == 2)
  }

  @Test func theShareOfACourseInABentBelt() throws {
    // An L of two arms of 1000 m by 100 m: the river follows one of them.
    let belt = ExampleFeature.polygon(
      "b", [(0, 0), (1000, 0), (1000, 1000), (900, 1000), (900, 100), (0, 100), (0, 0)])
    let river = ExampleFeature.line("w", [(0, 50), (1000, 50)], kind: "watercourse")
    let found = try check(
      "K28", [belt, river], ["on: districts", "with: watercourses", "within: 60 m"]
    ).findings
    let share = try #require(found.first?.measure?.value)
    #expect((48...54).contains(share))
  }

  @Test(arguments: [["甲街道", "a"], ["a", "甲街道"]])
  func anOperatorIsAnIdOrAName(names: [String]) throws {
    let sites = names.enumerated().map { index, name in
      ExampleFeature.point("f\(index)", 10, 3 + Double(index), #""operator":"\#(name)""#)
    }
    let streets: [ExampleFeature] = [
      .square("a", x: 0, kind: "sub_district", #""name":"甲街道""#),
      .square("b", x: 10, kind: "sub_district"),
    ]
    let result = try check(
      "K29", streets + sites, ["on: sub-districts", "with: facilitys", "count: 2"])
    #expect(messages(result, "K29") == ["sub-district 'b' holds 0 of 'facilitys' (limit 2)"])
  }

  @Test func aLeastNumberAloneHasNoLargest() throws {
    let sites = (1...5).map { ExampleFeature.point("f\($0)", Double($0), 5) }
    let settings = ["on: districts", "with: facilitys"]
    let all = [ExampleFeature.square("a", x: 0)] + sites
    #expect(try check("K29", all, settings + ["min: 2"]).findings.isEmpty)
    #expect(try check("K29", all, settings + ["max: 5"]).findings.isEmpty)
    #expect(try check("K29", all, settings).findings.map { $0.measure?.text } == ["5"])
  }

  @Test func aZoneOfTwoFunctionsAllowsWhatEitherDoes() throws {
    let zone = ExampleFeature.square("z", x: 0, kind: "feature", #""function":["科研","商务"]"#)
    let project = ExampleFeature.point("p", 5, 5, kind: "project", #""class":"商业""#)
    let settings = ["on: projects", "with: features"]
    func found(_ allows: String) throws -> [Finding] {
      try check("K30", [zone, project], settings + ["allows: \(allows)"]).findings
    }
    #expect(try found("{商务: 商业}").isEmpty)
    #expect(try found("{科研: 科研, 商务: [商业, 居住]}").isEmpty)
    #expect(try found("{科研: 科研}").map(\.severity) == [.warning])
    #expect(try found("{生态: '*'}").map(\.parties.count) == [2])
  }

  @Test func aSliverInTheNextZoneIsNoise() throws {
    let features: [ExampleFeature] = [
      .square("a", x: 0, side: 100, kind: "function_area", #""function":"科研""#),
      .square("b", x: 100, side: 100, kind: "function_area", #""function":"商务""#),
      .polygon(
        "p", [(50, 0), (100.001, 0), (100.001, 100), (50, 100), (50, 0)], kind: "project",
        #""class":"科研""#),
    ]
    let result = try check(
      "K30", features,
      ["on: projects", "with: function-areas", "allows: {科研: 科研, 商务: 商业}"])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor == 1)
  }

  @Test func anInvalidAreaTakesPartInTheShares() throws {
    let strips: [ExampleFeature] = [
      .polygon("a", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)], #""space":"生产""#),
      .square("b", x: 10, #""space":"生活""#),
      .polygon("z", [(0, 0), (20, 0), (20, 10), (0, 10), (0, 0)], kind: "zone"),
    ]
    let found = try check(
      "K31", strips, ["on: districts", "with: zones", "values: [生产, 生活]"]
    ).findings.filter { $0.code == "K31" }
    #expect(found.map { $0.measure?.text } == ["25%"])
    #expect(found.map(\.isDegraded) == [true])
    #expect(found.first?.message.english.contains("'生产' 25% and '生活' 50% leave") == true)
  }

  @Test func aBorderRoadIsSharedByBothSides() throws {
    let features: [ExampleFeature] = [
      .square("a", x: 0, side: 1000), .square("b", x: 1000, side: 1000),
      .line("r", [(1000, 0), (1000, 500), (1000, 1000)], #""class":"主干路""#),
    ]
    let found = try check(
      "K32", features, ["on: roads", "with: districts", "limits: {主干路: 1..}"]
    ).findings
    #expect(found.map { $0.measure?.text } == ["0.5 km/km²", "0.5 km/km²"])
    #expect(found.map { $0.parties.first?.id } == ["a", "b"])
  }

  @Test func aFilterNarrowsTheLinksOfAChain() throws {
    let features: [ExampleFeature] = [
      .square("in", x: 2, y: 2, side: 5, kind: "feature", #""use":"R""#),
      .square("out", x: 50, y: 2, side: 5, kind: "feature", #""use":"B""#),
      .square("z", x: 0, side: 10, kind: "feature", #""use":"R""#),
    ]
    let chain = ["chain: [in, z]"]
    #expect(try check("K33", features, chain).findings.isEmpty)
    #expect(
      try check("K33", features, ["chain: [out, z]"]).findings.map { $0.measure?.text }
        == ["25 m²"])
    let narrowed = try check("K33", features, ["chain: [[in, out]]", "where: {use: R}"])
    #expect(!narrowed.findings.isEmpty)
  }

  @Test func aChainIsNamedByItsOwnKey() throws {
    let core = ExampleFeature.square("c", x: 0, kind: "core")
    let missing = try check("K33", [core], ["chain: []"])
    #expect(missing.findings.map(\.code).contains("K33"))
    let wrong = try check("K33", [core], ["chain: [cores, zones]", "on: cores"])
    #expect(messages(wrong, "D11").contains { $0.hasPrefix("rule K33 takes no 'on'") })
  }

  @Test func threePlansAreComparedTwoByTwo() throws {
    let features: [ExampleFeature] = [
      .point("a", 0, 0, kind: "landmark", #""name":"站""#),
      .point("b", 0.9, 0, kind: "facility", #""name":"站""#),
      .point("c", 1.8, 0, kind: "feature", #""name":"站""#),
    ]
    let found = try check("K35", features, ["on: [landmarks, facilitys]", "with: features"])
      .findings
    #expect(found.map { $0.parties.map(\.id) } == [["a", "c"]])
    #expect(found.map { $0.measure?.text } == ["1.8 m"])
  }

  @Test func anyPropertyMayMatchTheObjects() throws {
    func square(_ id: String, _ x: Double, kind: String) -> ExampleFeature {
      .square(id, x: x, side: 100, kind: kind, #""note":"K-1""#)
    }
    let found = try check(
      "K35", [square("a", 0, kind: "district"), square("b", 3, kind: "feature")],
      ["on: [districts, features]", "key: note", "within: 2 m"]
    ).findings
    #expect(found.map { $0.measure?.text } == ["600 m²"])
    #expect(found.first?.message.english.contains("up to 3 m (limit 2 m) wide") == true)
  }
}
