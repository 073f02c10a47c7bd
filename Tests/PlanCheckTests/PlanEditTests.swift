import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// An edit of the shipped plan that breaks what a document says is found by the right rule, which
/// names the features.
struct PlanEditTests {
  /// The open errors of one rule after an edit.
  private func errors(
    _ code: String, after edit: (inout EditedPlan) throws -> Void
  ) throws -> [Finding] {
    var plan = try EditedPlan()
    try edit(&plan)
    return try plan.check(only: [code]).findings.filter {
      $0.code == code && $0.severity == .error && $0.acceptance == nil
    }
  }

  /// The open warnings of one rule after an edit.
  private func warnings(
    _ code: String, after edit: (inout EditedPlan) throws -> Void
  ) throws -> [Finding] {
    var plan = try EditedPlan()
    try edit(&plan)
    return try plan.check(only: [code]).findings.filter {
      $0.code == code && $0.severity == .warning && $0.acceptance == nil
    }
  }

  private func names(_ findings: [Finding], _ ids: String...) -> Bool {
    findings.contains { finding in
      Set(ids).isSubset(of: finding.parties.map(\.id))
    }
  }

  @Test func aMissingCorridorIsMissedByNumberAndByName() throws {
    let found = try errors("K01") { try $0.remove("corridor.xipu") }
    #expect(names(found, "corridor.haichuan", "corridor.liaohe", "layout"))
    #expect(found.contains { $0.measure?.value == 2 && $0.measure?.limit == 3 })
    #expect(found.contains { $0.message.english.contains("'西浦路工业走廊'") })
    #expect(Set(found.flatMap(\.statements)).isSuperset(of: ["S004", "S006", "S007"]))
  }

  @Test func aWaterCorridorThatTradesPlacesWithOneOfTheLayoutIsFound() throws {
    let found = try errors("K01") {
      try $0.move("water-corridor.1", to: "layout.geojson", as: "corridor")
      try $0.move("corridor.xipu", to: "water.geojson", as: "water_corridor")
    }
    #expect(names(found, "water-corridor.1", "corridor.xipu"))
  }

  @Test func aWaterCorridorCountedInTheLayoutIsFound() throws {
    let found = try errors("K01") {
      try $0.replace(
        "{word: 三廊, word_en: Three corridors, of: corridors}",
        with: "{word: 三廊, of: [corridor.haichuan, corridor.liaohe, water-corridor.1]}",
        in: "plan.yaml")
    }
    #expect(names(found, "water-corridor.1", "layout", "water"))
    #expect(names(found, "water-corridor.1", "corridor.xipu"))
  }

  @Test(.enabled(if: RuleRegistry.rule("A01") != nil))
  func aDistrictMovedIntoItsNeighbourOverlapsIt() throws {
    let found = try errors("A01") {
      try $0.reshape("district.jingyun") { $0.moved(east: -5) }
    }
    #expect(names(found, "district.jingyun", "district.liaohe"))
  }

  @Test func twoSiblingDistrictsThatOverlapOffendTheirStatements() throws {
    let found = try errors("K14") { try $0.reshape("district.jingyun") { $0.moved(east: -5) } }
    #expect(names(found, "district.jingyun", "district.liaohe"))
    #expect(Set(found.flatMap(\.statements)).isSuperset(of: ["S009", "S011"]))
  }

  @Test func aCutWatercourseDoesNotReachTheOutlet() throws {
    let found = try errors("K08") { try $0.reshape("river.guangfu") { $0.dropLast(3) } }
    #expect(names(found, "river.guangfu", "lake.nansi"))
  }

  @Test(.enabled(if: RuleRegistry.rule("N01") != nil))
  func aWatercourseCutInTwoFallsApart() throws {
    let found = try errors("N01") { plan in
      try plan.reshape("river.fuhe") { $0.moved(north: 400) }
    }
    #expect(names(found, "river.fuhe"))
  }

  @Test func aNorthwardCrossingDrawnSouthwardIsFound() throws {
    let found = try errors("K11") { try $0.reshape("work.haichuan-cross") { $0.mirrored() } }
    #expect(names(found, "work.haichuan-cross"))
    #expect(found.first?.statements == ["S106"])
  }

  @Test func aDistrictThreePerCentTooSmallIsFound() throws {
    let found = try errors("K02") { try $0.reshape("district.liaohe") { $0.scaled(area: 0.97) } }
    #expect(names(found, "district.liaohe"))
    #expect(found.first.map { (1.2...1.4).contains($0.measure?.value ?? 0) } == true)
    #expect(found.first?.measure?.limit == 0.5)
    #expect(found.first?.message.english.contains("on the plane") == true)
  }

  @Test func aRoadStillDanglingAfterItsWorkIsFound() throws {
    let found = try errors("K09") { plan in
      try plan.reshape("work.kangtai-open") { positions in
        Array(positions.dropLast()) + Array(positions.suffix(1)).moved(east: 20, north: 20)
      }
    }
    #expect(names(found, "work.kangtai-open", "road.kangtai"))
    #expect(found.first?.statements == ["S105"])
  }

  @Test func aDistrictRenamedInTheGeometryOnlyIsFound() throws {
    let found = try errors("K01") {
      try $0.replace(#""name":"三贾片区""#, with: #""name":"三甲片区""#, of: "district.sanjia")
    }
    #expect(names(found, "district.sanjia"))
    #expect(found.contains { $0.message.english.contains("'三贾片区'") })
    #expect(Set(found.flatMap(\.statements)).isSuperset(of: ["S009", "S013"]))
  }

  @Test func aDetachedLakeIsFound() throws {
    let found = try errors("K07") {
      try $0.reshape("lake.ruyi") { $0.moved(east: 30, north: 30) }
    }
    #expect(names(found, "lake.ruyi"))
    #expect(Set(found.flatMap(\.statements)).isSuperset(of: ["S040", "S127"]))
  }

  @Test func aParkInTheWrongSubDistrictIsFound() throws {
    let found = try warnings("K29") {
      try $0.replace(
        #""operator":"subdistrict.guanghe""#, with: #""operator":"subdistrict.liuhang""#,
        of: "park.guanghe")
    }
    #expect(names(found, "park.guanghe", "subdistrict.guanghe", "subdistrict.liuhang"))
    let missing = try warnings("K29") { try $0.remove("park.guanghe") }
    #expect(names(missing, "subdistrict.guanghe"))
  }

  @Test func aDistrictWithoutASpaceIsFound() throws {
    let found = try errors("K31") {
      try $0.replace(#""space":"生态","#, with: "", of: "district.yangjiahe")
    }
    #expect(names(found, "district.yangjiahe"))
    #expect(found.contains { $0.message.english == "no area of 'districts' has the 'space' '生态'" })
  }

  @Test func aCoreOutsideItsTownIsFound() throws {
    let found = try errors("K33") {
      try $0.reshape("core.keji-xincheng") { $0.moved(east: 20_000) }
    }
    #expect(names(found, "core.keji-xincheng", "newtown.keji-xincheng"))
  }

  @Test func anEcologicalCorridorAwayFromItsRiverIsFound() throws {
    let found = try warnings("K28") { try $0.reshape("corridor.liaohe") { $0.moved(east: 3000) } }
    #expect(names(found, "corridor.liaohe", "river.liaohe"))
  }

  @Test(arguments: ["river.hongguang", "river.liaohe", "river.sihe", "river.guangfu"])
  func aVerticalTiltedToTheEastIsFound(_ river: String) throws {
    let found = try errors("K04") { try $0.reshape(river) { $0.turned() } }
    #expect(names(found, river))
    #expect(found.allSatisfy { $0.statements == ["S039"] })
  }

  @Test func anyReversedWatercourseIsFound() throws {
    let rivers = try EditedPlan().plan().features.filter { $0.kind == .watercourse }.map(\.id)
    #expect(rivers.count >= 9)
    for river in rivers {
      let found = try errors("K08") { try $0.reshape(river) { $0.reversed() } }
      #expect(names(found, river), "\(river) reversed is not found")
      #expect(found.contains { $0.message.english.contains("runs backwards") })
    }
  }
}
