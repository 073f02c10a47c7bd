import DistrictPlan
import GeoJSONCoding
import MapGeometry
import Messages
import PlanCheck
import PlanFindings
import Testing

/// Cases of the rules about lines that examples do not show: fixes, places, long edges, tolerances.
struct LineRuleTests {
  private let open = "\"start\":\"边界\",\"end\":\"边界\""

  /// The plan with the fixes that a rule suggests made, checked again.
  private func fixed(_ rule: String, _ features: [ExampleFeature], again: [String]) throws
    -> (made: [Bool], left: [String])
  {
    let description = try #require(RuleRegistry.rule(rule)).description
    let texts = try ExamplePlan(features).texts(for: description)
    let loaded = try PlanLoader.load(from: texts)
    let fixes = CheckRunner.check(loaded).findings.compactMap(\.fix)
    let outcome = PlanEditor.outcome(of: fixes, in: loaded.plan)
    var files = texts.files
    for file in outcome.files { files[file.name] = String(decoding: file.after, as: UTF8.self) }
    var left: [String] = []
    for other in again {
      files["plan.yaml"] = try ExamplePlan(features)
        .texts(for: #require(RuleRegistry.rule(other)).description).files["plan.yaml"]
      left += CheckRunner.check(try PlanLoader.load(from: PlanTexts(files: files))).findings
        .map(\.message.english)
    }
    return (outcome.isMade, left)
  }

  @Test func anUndershootIsMendedWithASharedVertex() throws {
    let result = try fixed(
      "L09",
      [
        .line("a", [(0, 0), (33, 0), (100, 7)], open),
        .line("b", [(50, 5), (50, 90)], "\"end\":\"边界\""),
      ], again: ["L07", "L08", "L09", "L12"])
    #expect(result.made == [true])
    #expect(result.left == [])
  }

  @Test func anUndershootIsMovedOntoAVertexThatIsThere() throws {
    let features: [ExampleFeature] = [
      .line("a", [(0, 0), (50, 0), (100, 0)], open),
      .line("b", [(50, 90), (50, 5)], "\"start\":\"边界\""),
    ]
    let fix = try #require(try check("L09", features).findings.first?.fix)
    #expect(fix.edits.count == 1)
    #expect(try fixed("L09", features, again: ["L07", "L08", "L09"]).left == [])
  }

  @Test func anEndBeyondAVertexOnTheOtherLineIsTakenOff() throws {
    let features: [ExampleFeature] = [
      .line("a", [(0, 0), (50, 0), (100, 0)], open),
      .line("b", [(50, 90), (50, 0), (50, -5)], "\"start\":\"边界\""),
    ]
    let fix = try #require(try check("L09", features).findings.first?.fix)
    #expect(fix.edits == [.remove(feature: "b", vertex: 2)])
    #expect(try fixed("L09", features, again: ["L07", "L08", "L09"]).left == [])
  }

  @Test func aMissingVertexIsInsertedWithTheSameDigits() throws {
    let result = try fixed(
      "L07",
      [
        .line("a", [(0, 5), (5, 5), (10, 5)]),
        .line("b", [(4, 0), (5, 4), (5.0004, 9), (7, 9)]),
      ], again: ["L07"])
    #expect(result.made == [true])
    #expect(result.left == [])
  }

  @Test func aPlainCrossingIsForAPersonToDecide() throws {
    let findings = try check(
      "L07", [.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
    ).findings
    #expect(findings.count == 1)
    #expect(findings.first?.fix == nil)
  }

  @Test(arguments: ["L07", "L09"])
  func surveyedLinesAreLeftAsTheyAre(rule: String) throws {
    let surveyed = "\"basis\":\"surveyed\""
    let features: [ExampleFeature] =
      rule == "L07"
      ? [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)], surveyed)]
      : [
        .line("a", [(0, 0), (100, 0)], open), .line("b", [(50, 5), (50, 90)], surveyed),
      ]
    let findings = try check(rule, features).findings
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.fix == nil })
  }

  @Test func aCrossingAndASharedStretchAreOneFindingWithBothPlaces() throws {
    let finding = try #require(
      try check(
        "L03",
        [
          .line("a", [(0, 0), (20, 0)]),
          .line("b", [(2, 5), (2, -5), (8, -5), (10, 0), (13, 0), (15, 5)]),
        ]
      ).findings.first)
    let geometry = try #require(finding.geometry)
    #expect(geometry.points.count == 1)
    #expect(geometry.lines.count == 1)
    #expect(
      finding.message.english
        == "road 'a' crosses or touches road 'b' at 1 place and runs on it for 3 m (limit 0.01 m)")
  }

  @Test(arguments: [("L01", 1), ("L03", 1), ("L14", 1)])
  func aLongEdgeIsOneLineHoweverItIsSplit(rule: String, count: Int) throws {
    // On the plane the edge bends by 10 cm; half of the second line lies on it.
    func line(_ id: String, _ kind: String, _ coordinates: String) -> String {
      """
      {"type":"Feature","id":"\(id)","properties":{"kind":"\(kind)","basis":"assumed"},\
      "geometry":{"type":"LineString","coordinates":\(coordinates)}}
      """
    }
    let kind = rule == "L14" ? "railway" : "road"
    let texts = PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: 长边
      crs: EPSG:4549
      layers:
        - {id: roads, file: plan.geojson, kind: road}
        - {id: railways, file: plan.geojson, kind: railway}
      rules:
        - {rule: \(rule), on: roads\(rule == "L14" ? ", with: railways" : "")}
      """,
      "plan.geojson": """
      {"type":"FeatureCollection","features":[
      \(line("a", "road", "[[119.515,36.2],[119.5225,36.2],[119.53,36.2],[119.54,36.2]]")),
      \(line("b", kind, "[[119.53,36.2],[119.5,36.2]]"))
      ]}
      """,
    ])
    let findings = CheckRunner.check(try PlanLoader.load(from: texts)).findings
      .filter { $0.code == rule }
    #expect(findings.count == count)
    let expected = rule == "L14" ? 898.9 : 1348.4
    #expect(abs((findings.first?.measure?.value ?? 0) - expected) < 1, "\(findings)")
  }

  @Test func aWideToleranceMakesNoOverlapOfACorner() throws {
    let corner: [ExampleFeature] = [
      .line("a", [(0, 0), (10, 0)]), .line("b", [(10.08, 0.05), (10, 10)]),
    ]
    #expect(try check("L01", corner, ["on: roads", "tolerance: 10 cm"]).findings.isEmpty)
    #expect(try check("L05", corner, ["on: roads", "tolerance: 10 cm"]).findings.isEmpty)
    #expect(try check("L05", corner).findings.isEmpty)
  }

  @Test func noToleranceTellsAMillimetreApart() throws {
    let pair: [ExampleFeature] = [
      .line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.001), (5, 10)]),
    ]
    #expect(try check("L05", pair).findings.count == 1)
    #expect(try check("L05", pair, ["on: roads", "tolerance: 0 m"]).findings.isEmpty)
  }

  @Test func whatIsTooShortToOverlapIsCounted() throws {
    let result = try check(
      "L01", [.line("a", [(0, 0), (10.005, 0)]), .line("b", [(10, 0), (20, 0)])])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor == 1)
    #expect(result.summary.pairs == 1)
  }

  @Test func degenerateLinesStopNothing() throws {
    let lines: [ExampleFeature] = [
      .line("a", [(0, 0), (0, 0)]), .line("b", [(0, 0), (0, 0), (5, 0), (5, 0)]),
      .line("c", [(0, 0), (5, 0), (0, 0), (5, 0)]), .line("d", [(2, 0), (2, 0.001)]),
      .lines("e", [[(0, 0), (1, 0)], [(1, 0), (1, 0)]], kind: "feature"), .square("z", x: 0),
      .point("p", 0, 0),
    ]
    for rule in RuleRegistry.all.map({ $0.description }) where rule.code.hasPrefix("L") {
      let settings =
        ["on: [roads, features, districts, facilitys]"]
        + (rule.needsPartner ? ["with: [roads, districts, facilitys]"] : [])
      let findings = try check(rule.code, lines, settings).findings
      #expect(
        !findings.contains { $0.message.english.contains("could not finish") }, "\(rule.code)")
    }
  }

  @Test func everyArcGISRuleOfTheFamilyIsNamed() {
    let named = Set(
      RuleRegistry.all.map { $0.description }.filter { $0.code.hasPrefix("L") }
        .flatMap(\.counterparts).filter { $0.program == .arcGIS }.map(\.name))
    let rules: Set = [
      "Must Not Overlap (Line)", "Must Not Overlap With (Line-Line)", "Must Not Intersect (Line)",
      "Must Not Intersect With (Line-Line)", "Must Not Intersect Or Touch Interior (Line)",
      "Must Not Intersect Or Touch Interior With (Line-Line)", "Must Not Have Dangles (Line)",
      "Must Not Have Pseudo-Nodes (Line)", "Must Be Covered By Feature Class Of (Line-Line)",
      "Must Be Covered By Boundary Of (Line-Area)", "Must Be Inside (Line-Area)",
      "Endpoint Must Be Covered By (Line-Point)",
    ]
    #expect(named == rules)
  }

  @Test func everyTextIsThereTwice() {
    for rule in RuleRegistry.all.map({ $0.description }) where rule.code.hasPrefix("L") {
      #expect(rule.looksAt == [.line], "\(rule.code)")
      for example in rule.accepts + rule.flags {
        #expect(!example.title.chinese.isEmpty, "\(rule.code) \(example.title.english)")
      }
    }
  }
}
