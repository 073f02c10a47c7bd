import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules of works in time on random calendars, held against counting day by day.
struct WorkRuleTests {
  /// The text of a day, counted from late in February of a leap year.
  private func day(_ number: Int) -> String {
    var day = CalendarDay("2024-02-25")
    for _ in 0..<number { day = day?.next }
    return day?.description ?? ""
  }

  private func dates(_ days: Range<Int>) -> String {
    "\"start_date\":\"\(day(days.lowerBound))\",\"end_date\":\"\(day(days.upperBound))\""
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func conflictsAreTheDaysThatBothHave(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let works = (0..<12).map { _ in
      let start = Int.random(in: 0...20, using: &random)
      return (
        x: Double(Int.random(in: 0...3, using: &random)) * 30,
        days: start..<(start + Int.random(in: 1...10, using: &random))
      )
    }
    let features = works.enumerated().map { index, work in
      ExampleFeature.line(
        "w\(index < 10 ? "0" : "")\(index)", [(work.x, 0), (work.x, 50)], kind: "feature",
        dates(work.days))
    }
    let result = try check("W01", features, ["on: features", "buffer: 16 m"])
    var expected: [String: Int] = [:]
    for a in works.indices {
      for b in works.indices where a < b && abs(works[a].x - works[b].x) <= 32 {
        let shared = works[a].days.clamped(to: works[b].days).count
        if shared > 0 { expected["\(a) \(b)"] = shared }
      }
    }
    let found = Dictionary(
      uniqueKeysWithValues: result.findings.map { finding in
        let ids = finding.parties.compactMap { Int($0.id.dropFirst()) }
        return (ids.map(String.init).joined(separator: " "), Int(finding.measure?.value ?? -1))
      })
    #expect(found == expected)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func whatAnyDayCutsOffIsFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let streets = NetworkRuleTests.Streets(size: 3, using: &random)
    let start = streets.ends[0].from
    let works = (0..<4).map { _ in
      let start = Int.random(in: 0...10, using: &random)
      return (
        street: Int.random(in: 0..<streets.ends.count, using: &random),
        days: start..<(start + Int.random(in: 1...6, using: &random))
      )
    }
    let (x, y) = streets.point(start)
    let features = works.enumerated().map { index, work in
      let (from, to) = streets.ends[work.street]
      return ExampleFeature.line(
        "w\(index)", [streets.point(from), streets.point(to)], kind: "road_work",
        "\"action\":\"建设\"," + dates(work.days))
    }
    let result = try check(
      "W04", streets.features + features + [.point("gate", x, y)],
      ["on: road-works", "with: features", "sources: facilitys", "max: 9"])
    let reachable = streets.reach(from: start)
    var expected: Set<String> = []
    for day in 0..<20 {
      let closed = Set(works.filter { $0.days.contains(day) }.map(\.street))
      let reached = streets.reach(from: start, without: closed)
      for (street, ends) in streets.ends.enumerated()
      where !closed.contains(street) && reachable.contains(ends.from)
        && !reached.contains(ends.from) && !reached.contains(ends.to)
      {
        expected.insert(streets.id(street))
      }
    }
    let found = Set(result.findings.flatMap { $0.parties.map(\.id) }.filter { $0.hasPrefix("s") })
    #expect(found == expected)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func crowdsAreTheLargestOfEachDay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let works = (0..<5).map { _ in
      let start = Int.random(in: 0...8, using: &random)
      return start..<(start + Int.random(in: 1...6, using: &random))
    }
    let features = works.enumerated().map { index, days in
      ExampleFeature.line(
        "w\(index)", [(Double(index) * 20, 0), (Double(index) * 20 + 20, 0)], kind: "feature",
        dates(days))
    }
    let result = try check(
      "W04", features + [.line("s", [(0, 0), (100, 0)])],
      ["on: features", "with: roads", "max: 1"])
    let sets = Set(
      (0..<20).map { day in
        Set(works.indices.filter { works[$0].contains(day) }.map { "w\($0)" })
      }
    ).filter { $0.count > 1 }
    let expected = sets.filter { set in !sets.contains { $0.isStrictSuperset(of: set) } }
    let found = result.findings.filter { $0.measure?.unit == .features }
      .map { Set($0.parties.map(\.id)) }
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
  }

  @Test func anUnknownPartnerOfCoordinationIsReported() throws {
    let result = try check(
      "W01",
      [
        .line("a", [(0, 0), (9, 0)], kind: "feature", "\"coordinated_with\":[\"bb\"]"),
        .line("b", [(0, 0), (9, 0)], kind: "feature"),
      ], ["on: features"])
    #expect(result.findings.map(\.code) == ["D03"])
  }
}
