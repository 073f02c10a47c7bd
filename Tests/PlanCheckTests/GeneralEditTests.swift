import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// An edit of the shipped plan that breaks its geometry is found by the right rule, which names the
/// features.
struct GeneralEditTests {
  private func errors(
    _ code: String, after edit: (inout EditedPlan) throws -> Void
  ) throws -> [[String]] {
    var plan = try EditedPlan()
    try edit(&plan)
    return try plan.check(only: [code]).findings.filter { $0.code == code }
      .map { $0.parties.map(\.id) }
  }

  @Test func theShippedPlanHasNoFindingOfTheGeneralRules() throws {
    let findings = try ShippedPlanTests.result.get().findings.filter { !$0.code.hasPrefix("K") }
    #expect(findings.map { "\($0.code) \($0.message.english)" } == [])
  }

  @Test func aSubDistrictThatDrawsBackLeavesGround() throws {
    func drawBack(_ plan: inout EditedPlan) throws {
      try plan.reshape("subdistrict.huangtun") { ring in
        var ring = ring
        ring.remove(at: ring.count / 2)
        return ring
      }
    }
    let gap = try errors("A02", after: drawBack)
    let overlap = try errors("A01", after: drawBack)
    #expect((gap + overlap).contains { $0.contains("subdistrict.huangtun") })
    #expect(try errors("A16", after: drawBack).first?.first == "zone.gaoxin")
  }

  @Test func aRoadFiveMetresShortIsAFreeEndAndAnUndershoot() throws {
    func shorten(_ plan: inout EditedPlan) throws {
      try plan.reshape("road.renmei") { Array($0.dropLast()) + Array($0.suffix(1)).moved(north: 5) }
    }
    #expect(try errors("L08", after: shorten).contains(["road.renmei"]))
    #expect(try errors("L09", after: shorten).contains { $0.first == "road.renmei" })
  }

  @Test func aRoadMovedAsideCrossesWithoutAVertex() throws {
    let found = try errors("L07") { try $0.reshape("road.dayu-xi") { $0.moved(east: 900) } }
    #expect(found.count > 2)
    #expect(found.allSatisfy { $0.contains("road.dayu-xi") })
  }

  @Test func aRoadBeyondTheZoneIsFound() throws {
    let found = try errors("L16") { try $0.reshape("road.dayu-xi") { $0.moved(north: -30_000) } }
    #expect(found.contains { $0.first == "road.dayu-xi" })
  }

  @Test func aMissingParkIsMissedInAllAndInItsSubDistrict() throws {
    let found = try errors("D05") { try $0.remove("park.huangtun") }
    #expect(found.contains { $0.first == "subdistrict.huangtun" })
    #expect(found.count == 3)
  }

  @Test func aDetachedLakeIsAPartOfItsOwn() throws {
    let found = try errors("N01") { try $0.reshape("lake.shili") { $0.moved(east: 3) } }
    #expect(found.map(\.first) == ["lake.shili"])
  }
}
