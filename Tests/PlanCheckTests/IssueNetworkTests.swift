import DistrictPlan
import MapGeometry
import Messages
import PlanFindings
import Testing

@testable import PlanCheck

/// Complaints about other checkers that concern lines and networks, by project and number.
struct IssueNetworkTests {
  /// Naive: vertices against vertices; the nearest ones are five metres away.
  @Test func aNodeBesideALineIsFound_qgis64505() throws {
    let lines: [ExampleFeature] = [
      .line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.3), (5, 9)]),
    ]
    let found = try check("L12", lines, ["on: roads"]).findings
    #expect(found.map { $0.measure?.text } == ["0.3 m"])
    #expect(try check("L11", lines, ["on: roads"]).findings.isEmpty)
  }

  /// Naive: one finding for each road of the island, none of which says that they belong together.
  @Test func anIslandOfThreeRoadsIsOneFinding_iD5869() throws {
    let roads: [ExampleFeature] = [
      .line("main", [(0, 0), (500, 0)]), .line("x", [(0, 80), (50, 80)]),
      .line("y", [(50, 80), (90, 80)]), .line("z", [(50, 80), (50, 120)]),
    ]
    let found = try check("N01", roads, ["on: roads"]).findings
    #expect(found.count == 1)
    let parties = Set(try #require(found.first).parties.map(\.id))
    #expect(parties.isSuperset(of: ["x", "y", "z"]), "\(parties)")
    #expect(found.first?.measure?.text == "80 m")
  }

  /// Naive: everything that is not the first line is one big remainder.
  @Test func twoIslandsAreTwoFindings_iD6376() throws {
    let roads: [ExampleFeature] = [
      .line("main", [(0, 0), (500, 0)]), .line("x", [(0, 80), (50, 80)]),
      .line("y", [(300, 60), (350, 60)]),
    ]
    #expect(try check("N01", roads, ["on: roads"]).findings.count == 2)
  }

  /// Naive: whatever is apart is an error, also a road on an island that a ferry alone reaches.
  @Test func anIslandMayBeMeant_osmose1172() throws {
    let island = "\"island\":true"
    let roads: [ExampleFeature] = [
      .line("main", [(0, 0), (500, 0)]), .line("x", [(0, 80), (50, 80)], island),
      .line("y", [(50, 80), (90, 80)], island),
    ]
    #expect(try check("N01", roads, ["on: roads"]).findings.isEmpty)
  }

  /// Naive: an end is connected when any other line has a vertex there, also one that ends there too.
  @Test func twoRiversThatEndInOnePointEndNowhere_osmose2496() throws {
    let rivers: [ExampleFeature] = [
      .line("a", [(0, 0), (50, 0)], kind: "watercourse"),
      .line("b", [(100, 0), (50, 0)], kind: "watercourse"),
    ]
    #expect(try check("N04", rivers, ["on: watercourses"]).findings.count > 0)
    // Where the one flows on, nothing ends.
    let course: [ExampleFeature] = [
      .line("a", [(0, 0), (50, 0)], kind: "watercourse"),
      .line("b", [(50, 0), (100, 0)], kind: "watercourse", "\"end\":\"边界\""),
    ]
    #expect(try check("N04", course, ["on: watercourses"]).findings.isEmpty)
  }

  /// Naive: only a line can follow a line, so that every river into a lake is an error.
  @Test func aLakeIsASink_osmose625() throws {
    let river = ExampleFeature.line("a", [(-50, 5), (0, 5)], kind: "watercourse")
    let lake = ExampleFeature.square("l", x: 0, kind: "lake")
    #expect(try check("N04", [river, lake], ["on: [watercourses, lakes]"]).findings.isEmpty)
    #expect(try check("N04", [river], ["on: watercourses"]).findings.count == 1)
  }

  /// Naive: the straight line, by which the source is twenty metres off.
  @Test func servedIsWhoeverCanGetThere_planwise12() throws {
    let features: [ExampleFeature] = [
      .point("p", 0, 0, kind: "feature"), .line("a", [(0, 0), (100, 0), (100, 20), (0, 20)]),
      .point("s", 0, 20),
    ]
    let on = ["on: features", "with: roads", "sources: facilitys"]
    let found = try check("N03", features, on + ["max_path: 200 m"]).findings
    #expect(found.map { $0.measure?.text } == ["220 m"])
    #expect(try check("N03", features, on + ["max_path: 230 m"]).findings.isEmpty)
  }

  /// Naive: the node's number exists, so the pipe is said to be joined to it.
  @Test func aNodeOfThatNameMustBeThere_giswater8() throws {
    let features: [ExampleFeature] = [
      .line("p", [(0, 0.3), (50, 0)], kind: "feature", "\"from\":\"m1\",\"to\":\"m2\""),
      .point("m1", 0, 0), .point("m2", 50, 0),
    ]
    let found = try check("N06", features, ["on: features", "with: facilitys"]).findings
    #expect(found.map { $0.measure?.text } == ["0.3 m"])
  }

  /// Naive: "not connected", and the planner looks for the gap with a magnifier.
  @Test func anUndershootShowsTheMissingPiece_beam2884() throws {
    let found = try check(
      "L09", [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)])], ["on: roads"]
    ).findings
    let finding = try #require(found.first)
    #expect(finding.parties.map(\.id) == ["b", "a"])
    #expect(finding.measure?.text == "5 m")
    #expect(finding.geometry?.lines.count == 1)
  }

  /// Naive: the offset is within the country, so every point by itself looks right.
  @Test(arguments: ["points of a map service in GCJ-02", "points of a map service in BD-09"])
  func shiftedPointsAreRecognised_gcoord8_gcoord103_mapLibre5619_mapLibreNative2512_drl16(
    title: String
  ) throws {
    let rule = try #require(RuleRegistry.rule("D08")).description
    let example = try #require(rule.flags.first { $0.title.english == title })
    let found = try example.findings(of: rule).filter { $0.code == "D08" }
    #expect(found.count == 1)
    #expect(
      found.first?.message.english.contains(title.contains("BD") ? "BD-09" : "GCJ-02") == true)
  }
}
