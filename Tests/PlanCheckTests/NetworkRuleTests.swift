import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules of networks on random streets, held against the plainest way to find the same.
struct NetworkRuleTests {
  /// Streets between neighbouring crossings of a grid of 100 m, each a feature of its own.
  struct Streets {
    let size: Int
    let ends: [(from: Int, to: Int)]
    let oneWay: [Bool]

    init(size: Int, using random: inout SeededGenerator, oneWay: Bool = false) {
      self.size = size
      var ends: [(Int, Int)] = []
      for place in 0..<(size * size) {
        for (other, isThere) in [
          (place + 1, place % size < size - 1), (place + size, place / size < size - 1),
        ] where isThere && Int.random(in: 0..<4, using: &random) > 0 {
          ends.append(Bool.random(using: &random) ? (place, other) : (other, place))
        }
      }
      self.ends = ends.isEmpty ? [(0, 1)] : ends
      self.oneWay = self.ends.map { _ in oneWay && Bool.random(using: &random) }
    }

    func point(_ place: Int) -> (Double, Double) {
      (Double(place % size) * 100, Double(place / size) * 100)
    }

    func id(_ street: Int) -> String { "s\(street < 10 ? "0" : "")\(street)" }

    var features: [ExampleFeature] {
      ends.indices.map { street in
        .line(
          id(street), [point(ends[street].from), point(ends[street].to)], kind: "feature",
          oneWay[street] ? "\"oneway\":\"yes\"" : "")
      }
    }

    /// The crossings that can be reached from one.
    func reach(from start: Int, without gone: Set<Int> = []) -> Set<Int> {
      var reached: Set = [start]
      while true {
        var more = reached
        for (street, (from, to)) in ends.enumerated() where !gone.contains(street) {
          if reached.contains(from) { more.insert(to) }
          if reached.contains(to), !oneWay[street] { more.insert(from) }
        }
        if more == reached { return reached }
        reached = more
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func unreachedStreetsAreFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let streets = Streets(size: 4, using: &random, oneWay: true)
    let start = streets.ends[0].from
    let (x, y) = streets.point(start)
    let result = try check(
      "N02", streets.features + [.point("gate", x, y)],
      ["on: features", "with: facilitys", "direction: oneway"])
    let reached = streets.reach(from: start)
    let expected = streets.ends.indices.filter { street in
      let (from, to) = streets.ends[street]
      return !reached.contains(from) && (streets.oneWay[street] || !reached.contains(to))
    }
    let found = result.findings.flatMap { $0.parties.map(\.id) }
    #expect(found.sorted() == expected.map(streets.id))
    let length = result.findings.compactMap(\.measure?.value).reduce(0, +)
    #expect(abs(length - 100 * Double(expected.count)) < 0.01)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func streetsOnNoLoopAreFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let streets = Streets(size: 4, using: &random)
    let result = try check("N05", streets.features, ["on: features", "loop: required"])
    let expected = streets.ends.indices.filter { street in
      !streets.reach(from: streets.ends[street].from, without: [street])
        .contains(streets.ends[street].to)
    }
    #expect(result.findings.flatMap { $0.parties.map(\.id) } == expected.map(streets.id))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func whatHangsOnOneStreetIsFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let streets = Streets(size: 4, using: &random)
    let start = streets.ends[0].from
    let homes = (0..<8).map { _ in Int.random(in: 0..<16, using: &random) }
      .filter { place in streets.ends.contains { $0.from == place || $0.to == place } }
    let (x, y) = streets.point(start)
    let result = try check(
      "N09",
      streets.features + [.point("works", x, y)]
        + homes.enumerated().map { index, place in
          let (x, y) = streets.point(place)
          return .point("h\(index)", x, y, kind: "project")
        },
      ["on: features", "with: facilitys", "demand: projects", "share: 30 %", "max: 1 m"])
    let served = homes.filter(streets.reach(from: start).contains)
    let expected = streets.ends.indices.filter { street in
      let rest = streets.reach(from: start, without: [street])
      let lost = served.count { !rest.contains($0) }
      return Double(lost) > 0.3 * Double(served.count) + 1e-9
    }
    #expect(result.findings.flatMap { $0.parties.map(\.id) } == expected.map(streets.id))
  }

  // MARK: Awkward input

  static let rules: [(rule: String, settings: [String])] = [
    ("N01", ["on: features"]),
    ("N02", ["on: features", "with: facilitys"]),
    ("N02", ["on: features", "with: features", "direction: digitised", "way: both"]),
    (
      "N03",
      ["on: features", "with: features", "sources: features", "max_path: 1 m", "max_detour: 1"]
    ),
    ("N04", ["on: features", "boundary: features"]),
    ("N05", ["on: features"]), ("N05", ["on: features", "direction: both"]),
    ("N05", ["on: features", "loop: required"]),
    ("N06", ["on: features", "with: features"]),
    ("N07", ["on: features", "with: features", "max: 2"]),
    ("N08", ["on: features"]), ("N08", ["on: features", "direction: both", "forbid: change"]),
    ("N09", ["on: features", "with: features", "remove: both"]),
    ("N09", ["on: features", "with: facilitys", "demand: features", "remove: both"]),
    ("N10", ["on: features", "with: features"]),
    ("N11", ["on: features", "within: features", limits]),
    ("W01", ["on: features"]), ("W01", ["on: features", "buffer: 0 m"]),
    ("W02", ["on: features", "with: features"]),
    ("W03", ["on: features"]),
    ("W04", ["on: features", "with: features"]),
    ("W04", ["on: features", "with: features", "sources: facilitys", "max: 0"]),
    ("W05", ["on: features", "with: features"]),
    ("W06", ["on: features"]),
  ]

  private static let limits = """
    limits: {alpha: 0.., beta: 0.., gamma: 0.., circuity: 1.., street_density: 0.., \
    mean_block_area: 0.. ha, betweenness_share: 0.., mean_segment: 0.. m, dead_end_share: 0..}
    """

  private static let days = #""start_date":"2024-03-01","end_date":"2024-05-01""#

  /// Plans that break what was not thought through.
  static let awkward: [String: [ExampleFeature]] = [
    "nothing drawn": [.nowhere("a", kind: "feature"), .nowhere("b", kind: "feature", days)],
    "a point alone": [.point("a", 5, 5, kind: "feature", days)],
    "a line shorter than the tolerance": [
      .line("a", [(0, 0), (0.0001, 0)], kind: "feature", days),
      .line("b", [(0, 0), (10, 0)], kind: "feature", days),
    ],
    "a line that stands still": [.line("a", [(5, 5), (5, 5)], kind: "feature", days)],
    "loops and parallel lines": [
      .line("a", [(0, 0), (10, 0), (10, 10), (0, 0)], kind: "feature", days),
      .line("b", [(0, 0), (5, 5)], kind: "feature", days),
      .line("c", [(0, 0), (5, 5)], kind: "feature", days),
      .line("d", [(0, 0), (5, 1), (5, 5)], kind: "feature", days),
    ],
    "a line that turns back on itself": [
      .line("a", [(0, 0), (10, 0), (0, 0), (5, 5), (10, 0)], kind: "feature", days)
    ],
    "areas alone, one invalid": [
      .square("a", x: 0, kind: "feature", days),
      .polygon("b", [(20, 0), (30, 10), (30, 0), (20, 10), (20, 0)], kind: "feature", days),
    ],
    "an area in an area's hole, and lines on both": [
      .polygon(
        "a", [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)],
        holes: [[(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]], kind: "feature", days),
      .line("b", [(-20, 0), (0, 0)], kind: "feature", days),
      .line("c", [(10, 10), (20, 20)], kind: "feature", days),
    ],
    "points in several places": [
      .points("a", [(0, 0), (0, 0), (500, 500)], kind: "feature", days),
      .line("b", [(0, 0), (10, 0)], kind: "feature", days),
    ],
    "one place for everything": [
      .point("a", 0, 0, kind: "feature", days), .point("b", 0, 0, kind: "feature", days),
      .line("c", [(0, 0), (10, 0)], kind: "feature", days),
      .square("d", x: 0, kind: "feature", days), .square("e", x: 0, kind: "feature", days),
    ],
    "properties of every type": [
      .line(
        "a", [(0, 0), (10, 0)], kind: "feature",
        #""level":"one","oneway":[1],"after":7,"coordinated_with":{},"diameter":null,"start_date":5"#
      ),
      .line(
        "b", [(10, 0), (20, 0)], kind: "feature",
        #""level":1e300,"from":true,"to":[],"after":["a",3],"end_date":["2024-01-01"],"diameter":-0"#
      ),
    ],
  ]

  @Test(arguments: rules.indices, awkward.keys.sorted())
  func awkwardInputStopsNoRule(rule: Int, plan: String) throws {
    let (code, settings) = Self.rules[rule]
    for more in [[], [ExampleFeature.point("f", 0, 0)]] {
      let result = try check(code, (Self.awkward[plan] ?? []) + more, settings)
      for finding in result.findings where finding.code == code {
        #expect(!finding.message.english.contains("could not finish"), "\(finding.message)")
        #expect(finding.measure.map { $0.value.isFinite } ?? true, "\(finding.message)")
        #expect(!finding.message.english.contains("nan"))
      }
      let again = try check(code, ((Self.awkward[plan] ?? []) + more).reversed(), settings)
      #expect(again.findings.map(\.message) == result.findings.map(\.message))
    }
  }

  @Test(arguments: rules.indices)
  func emptySelectionsAreNoGreen(rule: Int) throws {
    let (code, settings) = Self.rules[rule]
    let result = try check(code, [.square("z", x: 0, kind: "zone")], settings)
    #expect(result.findings.contains { $0.code == "D11" }, "\(settings)")
  }
}
