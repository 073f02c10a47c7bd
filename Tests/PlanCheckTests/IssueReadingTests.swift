import DistrictPlan
import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import PlanCheck

/// Complaints about other checkers that concern reading GeoJSON and accepting findings.
struct IssueReadingTests {
  private let clockwise: [(Double, Double)] = [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]

  /// Naive: a ring the wrong way round is refused, and with it the file that draws well everywhere.
  @Test func windingIsNoReasonToRefuse_geojsonlint26_ropensciGeojsonlint10() throws {
    let areas: [ExampleFeature] = [.polygon("a", clockwise), .square("b", x: 8)]
    let winding = try check("G15", areas).findings.filter { $0.code == "G15" }
    #expect(winding.map(\.severity) == [.warning])
    // The area takes part in every other rule.
    #expect(try check("A01", areas).findings.map { $0.measure?.text } == ["20 m²"])
    #expect(try check("G01", areas).findings.isEmpty)
  }

  /// Naive: the turn at the first corners; the ring starts at a dent, where it turns the other way.
  @Test func windingIsTheSignOfTheArea_geojsonhint54() throws {
    let dented: [(Double, Double)] = [
      (5, 2), (10, 0), (10, 10), (5, 12), (0, 10), (0, 0), (5, 2),
    ]
    #expect(try check("G15", [.polygon("a", dented)]).findings.isEmpty)
    #expect(try check("G15", [.polygon("a", dented.reversed())]).findings.count == 1)
  }

  /// Naive: digits beyond the declared precision are cut without a word.
  @Test func digitsThatRoundingWouldTakeAreReported_mapshaper327() throws {
    let rule = try #require(RuleRegistry.rule("G18")).description
    func found(_ longitude: String) throws -> Int {
      var plan = ExamplePlan.of(
        "{\"type\":\"Point\",\"coordinates\":[\(longitude),35.4]}", kind: "facility")
      plan.settings = ["on: facilitys"]
      return try RuleExample("a position", plan).findings(of: rule).count { $0.code == "G18" }
    }
    #expect(try found("116.61234567890") == 0)
    #expect(try found("116.6123456789012") == 1)
  }

  private func districts(_ shift: Double = 0, extra: Bool = false) -> SamplePlan {
    func square(_ x: Double) -> [(Double, Double)] {
      [(x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0)]
    }
    var sample = SamplePlan(
      SamplePlan.area("district.a", .district, square(0)),
      SamplePlan.area("district.b", .district, square(90)))
    if extra {
      sample.features.insert(
        SamplePlan.area("district.0", .district, square(500 + shift)), at: 0)
    }
    sample.manifest = "rules:\n  - {rule: A01, on: districts}\n"
    return sample
  }

  /// Naive: "add an exception", without saying how one is written.
  @Test func theEntryToPasteIsPrinted_timezoneBoundaryBuilder68() throws {
    var sample = districts()
    let loaded = try sample.load()
    let open = CheckRunner.check(loaded).findings.filter { $0.code == "A01" }
    #expect(open.count == 1)
    let entry = ExceptionSuggestion.text(
      for: open, of: loaded.plan, today: CalendarDay("2026-11-21"), .english)
    sample.exceptions = entry.replacing("reason:", with: "reason: a shared square")
    let after = CheckRunner.check(try sample.load()).findings.filter { $0.code == "A01" }
    #expect(after.compactMap { $0.acceptance?.reason } == ["a shared square"])
  }

  /// Naive: findings known by number or line; the next edit above makes the intended overlap an error
  /// again, or accepts another one.
  @Test func anIntendedOverlapStaysAccepted_citywork153_hackforla628() throws {
    var before = districts()
    before.exceptions = "  - {rule: A01, features: [district.a, district.b], reason: 共用}\n"
    let first = CheckRunner.check(try before.load()).findings.filter { $0.code == "A01" }
    var after = districts(10, extra: true)
    after.exceptions = before.exceptions
    after.features.append(
      SamplePlan.area(
        "district.c", .district, [(550, 0), (650, 0), (650, 100), (550, 100), (550, 0)]))
    let second = CheckRunner.check(try after.load()).findings.filter { $0.code == "A01" }
    #expect(first.map { $0.acceptance != nil } == [true])
    let accepted = second.filter { $0.acceptance != nil }
    #expect(accepted.map(\.fingerprint) == first.map(\.fingerprint))
    let open = second.filter { $0.acceptance == nil }
    #expect(open.map { $0.parties.map(\.id) } == [["district.0", "district.c"]])
  }
}
