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

  /// Lines along the streets of a grid, block by block.
  private func streets(seed: UInt64, count: Int) -> [GridLine] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      var points = [
        Pair(x: Int.random(in: 0...6, using: &random), y: Int.random(in: 0...6, using: &random))
      ]
      while points.count < 2 + index % 4 {
        let last = points[points.count - 1]
        let other = Int.random(in: 0...6, using: &random)
        let next =
          Bool.random(using: &random) ? Pair(x: other, y: last.y) : Pair(x: last.x, y: other)
        if next != last { points.append(next) }
      }
      return GridLine(id: "l\(index)", points: points)
    }
  }

  /// The blocks that a line runs along; `nil` where it runs along one twice.
  private func blocks(_ line: GridLine) -> Set<Set<Pair>>? {
    var blocks: Set<Set<Pair>> = []
    for edge in line.edges {
      let (dx, dy) = ((edge.end.x - edge.start.x).signum(), (edge.end.y - edge.start.y).signum())
      var place = edge.start
      while place != edge.end {
        let next = Pair(x: place.x + dx, y: place.y + dy)
        guard blocks.insert([place, next]).inserted else { return nil }
        place = next
      }
    }
    return blocks
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func sharedAndMissingLengthsAreThoseOfTheBlocks(seed: UInt64) throws {
    let lines = streets(seed: seed, count: 10).compactMap { line in
      blocks(line).map { (line: line, blocks: $0) }
    }
    func features(_ kind: (Int) -> String) -> [ExampleFeature] {
      lines.enumerated().map { index, item in
        .line(
          item.line.id, item.line.points.map { (Double($0.x), Double($0.y)) }, kind: kind(index))
      }
    }
    var shared: [Verdict: [Double]] = [:]
    for (index, a) in lines.enumerated() {
      for b in lines[(index + 1)...] where !a.blocks.isDisjoint(with: b.blocks) {
        shared[Verdict(code: "L01", parties: [a.line.id, b.line.id].sorted())] = [
          Double(a.blocks.intersection(b.blocks).count)
        ]
      }
    }
    let overlaps = try check("L01", features { _ in "road" }).amounts
    #expect(agree(overlaps, shared), "\(overlaps), not \(shared)")

    let rails = lines.enumerated().filter { $0.offset % 2 == 1 }
      .reduce(into: Set<Set<Pair>>()) { $0.formUnion($1.element.blocks) }
    var missing: [Verdict: [Double]] = [:]
    for (index, a) in lines.enumerated() where index % 2 == 0 {
      let rest = a.blocks.subtracting(rails)
      if !rest.isEmpty {
        missing[Verdict(code: "L14", parties: [a.line.id])] = [Double(rest.count)]
      }
    }
    let uncovered = try check(
      "L14", features { $0 % 2 == 0 ? "road" : "railway" }, ["on: roads", "with: railways"]
    ).amounts
    #expect(agree(uncovered, missing), "\(uncovered), not \(missing)")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func linesCrossAnOutlineAsOftenAsArithmeticSays(seed: UInt64) throws {
    // An outline between the points of the grid: no line touches it without crossing.
    let corners = [(1.5, 0.5), (6.5, 2.5), (4.5, 3.5), (7.5, 7.5), (2.5, 6.5), (1.5, 0.5)]
    let doubled = corners.map { Pair(x: Int($0.0 * 2), y: Int($0.1 * 2)) }
    let outline = GridLine(id: "z", points: doubled)
    let lines = gridLines(seed: seed)
    var expected = 0
    for line in lines {
      let fine = GridLine(id: line.id, points: line.points.map { Pair(x: $0.x * 2, y: $0.y * 2) })
      for edge in fine.edges {
        for side in outline.edges {
          let turns = [
            turn(edge.start, edge.end, side.start), turn(edge.start, edge.end, side.end),
            turn(side.start, side.end, edge.start), turn(side.start, side.end, edge.end),
          ]
          // A seed where one only touches the other says nothing here.
          guard ![side.start, side.end].contains(where: { lies($0, on: edge) }),
            ![edge.start, edge.end].contains(where: { lies($0, on: side) })
          else { return }
          if turns[0] * turns[1] < 0, turns[2] * turns[3] < 0 { expected += 1 }
        }
      }
    }
    let features =
      lines.map { line in
        ExampleFeature.line(line.id, line.points.map { (Double($0.x), Double($0.y)) })
      } + [.polygon("z", corners)]
    let found = try check("L20", features, ["on: roads", "with: districts"]).findings
    #expect(found.count == expected)
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
