import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules about lines against plain arithmetic over every pair of edges, on whole coordinates.
struct LineOracleTests {
  /// Lines through points of a small grid: they cross, touch and overlap again and again.
  struct GridLine: Sendable {
    let id: String
    let points: [Pair]

    var isClosed: Bool { points.first == points.last }
    var edges: [(start: Pair, end: Pair)] { zip(points, points.dropFirst()).map { ($0, $1) } }

    /// Whether the line ends at a point of one of its edges.
    func ends(at point: Pair, ofEdge edge: Int) -> Bool {
      !isClosed
        && (edge == 0 && point == points[0]
          || edge == points.count - 2 && point == points[points.count - 1])
    }
  }

  struct Pair: Hashable, Sendable {
    let x: Int
    let y: Int
  }

  /// How two lines meet.
  struct Meeting {
    var overlaps = false
    var middlesMeet = false
    var meetsOtherThanEndToEnd = false
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func linesMeetAsArithmeticSays(seed: UInt64) throws {
    let lines = gridLines(seed: seed)
    let features = lines.map { line in
      ExampleFeature.line(line.id, line.points.map { (Double($0.x), Double($0.y)) })
    }
    var expected: [String: Set<[String]>] = ["L01": [], "L03": [], "L05": []]
    for (index, a) in lines.enumerated() {
      for b in lines[(index + 1)...] {
        let (meeting, ids) = (meeting(a, b), [a.id, b.id].sorted())
        if meeting.overlaps { expected["L01"]?.insert(ids) }
        if meeting.overlaps || meeting.middlesMeet { expected["L03"]?.insert(ids) }
        if meeting.overlaps || meeting.meetsOtherThanEndToEnd { expected["L05"]?.insert(ids) }
      }
    }
    for (rule, pairs) in expected {
      let found = try check(rule, features).findings.map { $0.parties.map(\.id) }
      #expect(Set(found) == pairs, "\(rule)")
      #expect(found.count == Set(found).count, "\(rule) reports a pair twice")
    }
  }

  @Test(arguments: [("L01", "L02"), ("L03", "L04"), ("L05", "L06")], 0..<5 as Range<UInt64>)
  func twoSetsFindWhatOneSetFindsBetweenThem(rules: (String, String), seed: UInt64) throws {
    let lines = gridLines(seed: seed)
    func features(_ kinds: [String]) -> [ExampleFeature] {
      lines.enumerated().map { index, line in
        .line(
          line.id, line.points.map { (Double($0.x), Double($0.y)) },
          kind: kinds[index % kinds.count])
      }
    }
    let roads = Set(lines.enumerated().filter { $0.offset % 2 == 0 }.map(\.element.id))
    let whole = try check(rules.0, features(["road"])).findings.map { Verdict($0).parties }
    let between = whole.filter { roads.contains($0[0]) != roads.contains($0[1]) }
    let mixed = features(["road", "railway"])
    for settings in [["on: roads", "with: railways"], ["on: railways", "with: roads"]] {
      let found = try check(rules.1, mixed, settings).findings.map { Verdict($0).parties }
      #expect(Set(found) == Set(between))
      #expect(found.count == between.count)
    }
    // A set against itself is the set.
    let own = try check(rules.1, features(["road"]), ["on: roads", "with: roads"])
    #expect(Set(own.findings.map { Verdict($0).parties }) == Set(whole))
    #expect(own.findings.count == whole.count)
  }

  private func gridLines(seed: UInt64) -> [GridLine] {
    var random = SeededGenerator(seed: seed)
    return (0..<14).map { index in
      var points: [Pair] = []
      while points.count < 2 + index % 3 {
        let next = Pair(
          x: Int.random(in: 0...8, using: &random), y: Int.random(in: 0...8, using: &random))
        if next != points.last { points.append(next) }
      }
      if index == 5 { points.append(points[0]) }
      return GridLine(id: "l\(index)", points: points)
    }
  }

  private func meeting(_ a: GridLine, _ b: GridLine) -> Meeting {
    var meeting = Meeting()
    for (i, first) in a.edges.enumerated() {
      for (j, second) in b.edges.enumerated() {
        let turns = [
          turn(first.start, first.end, second.start), turn(first.start, first.end, second.end),
          turn(second.start, second.end, first.start), turn(second.start, second.end, first.end),
        ]
        if turns[0] * turns[1] < 0, turns[2] * turns[3] < 0 {
          meeting.middlesMeet = true
          meeting.meetsOtherThanEndToEnd = true
        }
        let shared = Set(
          [first.start, first.end].filter { lies($0, on: second) }
            + [second.start, second.end].filter { lies($0, on: first) })
        if shared.count > 1 { meeting.overlaps = true }
        for point in shared {
          let (aEnds, bEnds) = (a.ends(at: point, ofEdge: i), b.ends(at: point, ofEdge: j))
          if !aEnds, !bEnds { meeting.middlesMeet = true }
          if !aEnds || !bEnds { meeting.meetsOtherThanEndToEnd = true }
        }
      }
    }
    return meeting
  }

  private func turn(_ a: Pair, _ b: Pair, _ c: Pair) -> Int {
    let cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return cross.signum()
  }

  private func lies(_ point: Pair, on edge: (start: Pair, end: Pair)) -> Bool {
    turn(edge.start, edge.end, point) == 0
      && point.x >= min(edge.start.x, edge.end.x) && point.x <= max(edge.start.x, edge.end.x)
      && point.y >= min(edge.start.y, edge.end.y) && point.y <= max(edge.start.y, edge.end.y)
  }
}
