import DistrictPlan
import MapGeometry
import Messages
import PlanFindings
import Testing

/// Edits change the bytes they must and no others.
struct PlanEditorTests {
  private let ring = "[[114,30],[114.001,30],[114.001,30.001],[114,30.001],[114,30]]"

  private func plan(_ coordinates: String, type: String = "Polygon", basis: String = "assumed")
    throws -> Plan
  {
    let files = [
      "plan.yaml": """
      gxq_map: 1
      title: t
      crs: EPSG:4547
      layers: [{id: a, file: a.geojson, kind: feature}]
      """,
      "a.geojson": """
      {"type":"FeatureCollection","name":"kept","features":[
      {"type":"Feature","id":"a","properties":{"id":"a","kind":"feature","basis":"\(basis)"},"geometry":{"type":"\(type)","coordinates":\(coordinates)}}
      ]}
      """,
    ]
    return try PlanLoader.load(from: PlanTexts(files: files)).plan
  }

  private func edited(_ plan: Plan, _ edits: [VertexEdit]) -> String? {
    let outcome = PlanEditor.outcome(
      of: [SuggestedFix(Wording("fix", zh: "修复"), edits: edits)], in: plan)
    guard outcome.isMade == [true] else { return nil }
    let text = String(decoding: outcome.files[0].after, as: UTF8.self)
    return text.split(separator: "\"coordinates\":")[1].split(separator: "}}").first.map(
      String.init)
  }

  @Test func aVertexMoves() throws {
    let result = edited(
      try plan("[\(ring)]"),
      [.move(feature: "a", vertex: 1, to: GeoPosition(longitude: 114.0025, latitude: 30.5))])
    #expect(
      result == "[[[114,30],[114.0025,30.5],[114.001,30.001],[114,30.001],[114,30]]]")
  }

  @Test(arguments: [0, 4])
  func theFirstVertexOfARingMovesWithItsLast(vertex: Int) throws {
    let result = edited(
      try plan("[\(ring)]"),
      [.move(feature: "a", vertex: vertex, to: GeoPosition(longitude: 113.5, latitude: 29.5))])
    #expect(
      result == "[[[113.5,29.5],[114.001,30],[114.001,30.001],[114,30.001],[113.5,29.5]]]")
  }

  @Test func heightsStay() throws {
    let result = edited(
      try plan("[[114,30,5],[114.001,30,6.25]]", type: "LineString"),
      [.move(feature: "a", vertex: 1, to: GeoPosition(longitude: 114.002, latitude: 30))])
    #expect(result == "[[114,30,5],[114.002,30,6.25]]")
  }

  @Test func aVertexIsInsertedAndRemoved() throws {
    let line = "[[114,30],[114.001,30],[114.002,30]]"
    let plan = try plan(line, type: "LineString")
    #expect(
      edited(
        plan, [.insert(feature: "a", after: 0, at: GeoPosition(longitude: 114.0005, latitude: 30))])
        == "[[114,30],[114.0005,30],[114.001,30],[114.002,30]]")
    #expect(edited(plan, [.remove(feature: "a", vertex: 0)]) == "[[114.001,30],[114.002,30]]")
    #expect(edited(plan, [.remove(feature: "a", vertex: 1)]) == "[[114,30],[114.002,30]]")
    #expect(edited(plan, [.remove(feature: "a", vertex: 2)]) == "[[114,30],[114.001,30]]")
  }

  @Test func aRingWithoutItsFirstVertexStaysClosed() throws {
    let result = edited(try plan("[\(ring)]"), [.remove(feature: "a", vertex: 0)])
    #expect(result == "[[[114.001,30],[114.001,30.001],[114,30.001],[114.001,30]]]")
  }

  @Test func aRingIsReversed() throws {
    let result = edited(try plan("[\(ring)]"), [.reverse(feature: "a", first: 0, last: 4)])
    #expect(result == "[[[114,30],[114,30.001],[114.001,30.001],[114.001,30],[114,30]]]")
  }

  @Test func nothingLessThanALineOrRingIsLeft() throws {
    #expect(
      edited(
        try plan("[[114,30],[114.001,30]]", type: "LineString"), [.remove(feature: "a", vertex: 0)])
        == nil)
    let triangle = "[[[114,30],[114.001,30],[114,30.001],[114,30]]]"
    #expect(edited(try plan(triangle), [.remove(feature: "a", vertex: 1)]) == nil)
  }

  @Test func aSurveyedFeatureStays() throws {
    let plan = try plan("[\(ring)]", basis: "surveyed")
    #expect(edited(plan, [.remove(feature: "a", vertex: 1)]) == nil)
  }

  @Test func fixesThatTouchWaitAndOthersAreMadeTogether() throws {
    let plan = try plan("[\(ring)]")
    func fix(_ edit: VertexEdit) -> SuggestedFix {
      SuggestedFix(Wording("fix", zh: "修复"), edits: [edit])
    }
    let outcome = PlanEditor.outcome(
      of: [
        fix(.remove(feature: "a", vertex: 1)), fix(.reverse(feature: "a", first: 0, last: 4)),
        fix(.move(feature: "a", vertex: 3, to: GeoPosition(longitude: 114, latitude: 30.002))),
      ], in: plan)
    #expect(outcome.isMade == [true, false, true])
    #expect(
      String(decoding: outcome.files[0].after, as: UTF8.self)
        .contains("[[[114,30],[114.001,30.001],[114,30.002],[114,30]]]"))
  }

  @Test func everyOtherByteStays() throws {
    let plan = try plan("[ [ [114,30] , [114.001,30], [114.001,30.001],\n[114,30.001] ,[114,30]]]")
    let outcome = PlanEditor.outcome(
      of: [
        SuggestedFix(
          Wording("fix", zh: "修复"),
          edits: [.move(feature: "a", vertex: 2, to: GeoPosition(longitude: 115, latitude: 31))])
      ], in: plan)
    let after = String(decoding: outcome.files[0].after, as: UTF8.self)
    let before = String(decoding: outcome.files[0].before, as: UTF8.self)
    #expect(after == before.replacing("[114.001,30.001]", with: "[115,31]"))
  }
}
