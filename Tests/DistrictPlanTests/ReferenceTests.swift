import DistrictPlan
import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

struct ReferenceTests {
  private func sample(claims: String...) -> SamplePlan {
    var sample = SamplePlan(
      SamplePlan.road("road.a", (0, 0), (100, 0), more: "\"name\":\"甲路\"", "\"aliases\":[\"大路\"]"),
      SamplePlan.road("road.b", (0, 9), (100, 9), more: "\"name\":\"乙路\""),
      SamplePlan.road("road.c", (0, 18), (100, 18), more: "\"name\":\"乙路\""))
    sample.statements =
      "  - id: S1\n    document: D1\n    says: 说\n    claims:\n"
      + claims.map { "      - {claim: exists, of: \($0)}\n" }.joined()
    return sample
  }

  private func features(_ names: String...) throws -> [String] {
    let plan = try sample(claims: "roads").load().plan
    let reference = Reference(names: names, location: plan.manifest.location)
    return plan.features(reference).map(\.id)
  }

  @Test func aReferenceIsALayerAnIDANameOrAnAlias() throws {
    #expect(try features("roads") == ["road.a", "road.b", "road.c"])
    #expect(try features("road.b") == ["road.b"])
    #expect(try features("甲路") == ["road.a"])
    #expect(try features("大路") == ["road.a"])
  }

  @Test func severalNamesStandForTheirUnionInOrderOfIDs() throws {
    #expect(try features("road.c", "甲路", "road.a", "nothing") == ["road.a", "road.c"])
  }

  @Test func aNameThatStandsForNothingIsReportedWithWhatWasMeant() throws {
    #expect(
      try sample(claims: "甲道", "road.d", "[roads, rods]").load().faultLines == [
        "statements.yaml:6:29 D03 no layer, id or name '甲道' in the plan; did you mean '甲路'?",
        "statements.yaml:7:29 D03 no layer, id or name 'road.d' in the plan; did you mean 'road.a'?",
        "statements.yaml:8:29 D03 no layer, id or name 'rods' in the plan; did you mean 'roads'?",
      ])
  }

  @Test func aNameOfSeveralFeaturesIsRefusedWithTheirIDs() throws {
    #expect(
      try sample(claims: "乙路").load().faultLines == [
        "statements.yaml:6:29 D03 the name '乙路' belongs to several features: road.b, road.c"
      ])
  }

  @Test func featuresNameOnlyFeaturesAndStatementsThatExist() throws {
    var sample = sample(claims: "roads")
    sample.features = [
      SamplePlan.road("road.a", (0, 0), (100, 0), more: "\"why\":[\"S1\",\"S2\"]"),
      SamplePlan.line(
        "work.a", .roadWork, [(100, 0), (200, 0)], ["\"action\":\"延伸\"", "\"road\":\"road.b\""]),
    ]
    #expect(
      try sample.load().faultLines == [
        "map.geojson:2:1 D03 'why' of 'road.a' names the unknown statement 'S2'",
        "map.geojson:3:1 D03 'road' of 'work.a' names the unknown feature 'road.b';"
          + " did you mean 'road.a'?",
      ])
  }

  @Test func partsOfStructuresAreHeldToTheSame() throws {
    var sample = sample(claims: "roads")
    sample.manifest = """
      structures:
        - {id: s, slogan: 一核, parts: [{word: 一核, of: [cores, kores]}]}
      """
    #expect(
      try sample.load().faults.map(\.message.english) == [
        "no layer, id or name 'kores' in the plan; did you mean 'cores'?"
      ])
  }
}

struct LayerTests {
  @Test func aFilterChoosesByValue() throws {
    var sample = SamplePlan(
      SamplePlan.road("road.a", (0, 0), (1, 0), more: "\"class\":\"主干路\"", "\"accuracy_m\":350"),
      SamplePlan.road(
        "road.b", (0, 9), (1, 9), more: "\"class\":\"支路\"", "\"why\":[\"S1\",\"S2\"]"),
      SamplePlan.road("road.c", (0, 18), (1, 18)),
      SamplePlan.area(
        "lake.a", .lake, [(0, 0), (9, 0), (9, 9), (0, 0)], more: "\"outlet\":true"))
    sample.manifest = """
        - {id: by-class, file: map.geojson, kind: road, where: {class: [主干路, 次干路]}}
        - {id: by-number, file: map.geojson, kind: road, where: {accuracy_m: 350}}
        - {id: by-list, file: map.geojson, kind: road, where: {why: S2}}
        - {id: by-id, file: map.geojson, kind: road, where: {id: [road.c, road.a]}}
        - {id: by-flag, file: map.geojson, kind: lake, where: {outlet: true}}
        - {id: by-both, file: map.geojson, kind: road, where: {class: 支路, why: S9}}
        - {id: elsewhere, file: map.geojson, kind: district}
      """
    let plan = try sample.load().plan
    func ids(_ layer: String) -> [String]? {
      plan.layer(layer).map { plan.features(in: $0).map(\.id) }
    }
    #expect(ids("by-class") == ["road.a"])
    #expect(ids("by-number") == ["road.a"])
    #expect(ids("by-list") == ["road.b"])
    #expect(ids("by-id") == ["road.a", "road.c"])
    #expect(ids("by-flag") == ["lake.a"])
    #expect(ids("by-both") == [])
    #expect(ids("elsewhere") == [])
    #expect(ids("nowhere") == nil)
  }
}

struct WorksSelectionTests {
  private func plan() throws -> Plan {
    try SamplePlan(
      SamplePlan.road("road.a", (0, 0), (100, 0)),
      SamplePlan.line("work.a", .roadWork, [(100, 0), (200, 0)], ["\"action\":\"延伸\""]),
      SamplePlan.line("work.b", .roadWork, [(0, 0), (0, 99)], ["\"action\":\"打通\""]),
      SamplePlan.line("work.c", .roadWork, [(0, 0), (100, 0)], ["\"action\":\"亮化\""])
    ).load().plan
  }

  @Test func onlyWorksThatAddALineJoinTheNetwork() throws {
    let plan = try plan()
    #expect(plan.roadLines(with: .none).map(\.id) == ["road.a"])
    #expect(plan.roadLines(with: .all).map(\.id) == ["road.a", "work.a", "work.b"])
    #expect(plan.roadLines(with: .only(["work.b", "work.c"])).map(\.id) == ["road.a", "work.b"])
  }

  @Test func theSelectionIsReadFromText() throws {
    let plan = try plan()
    #expect(try WorksSelection("all", of: plan) == .all)
    #expect(try WorksSelection("none", of: plan) == .none)
    #expect(try WorksSelection("work.a, work.c", of: plan) == .only(["work.a", "work.c"]))
  }

  @Test(arguments: ["", "work.d", "work.a,", "all,none", "road.a"])
  func whatIsNoWorkIsRefused(text: String) throws {
    let plan = try plan()
    #expect(throws: PlanError.self) { try WorksSelection(text, of: plan) }
  }

  @Test func aMistypedWorkIsMetWithWhatWasMeant() throws {
    let plan = try plan()
    let error = #expect(throws: PlanError.self) { try WorksSelection("wrok.a", of: plan) }
    #expect(error?.message.english == "unknown work 'wrok.a'; did you mean 'work.a'?")
  }
}
