import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules against a plain computation of the same thing.
struct AgreementTests {
  typealias Point = (x: Double, y: Double)

  @Test(arguments: 0..<12 as Range<UInt64>)
  func overlapsAreThoseOfClippingEveryPair(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let triangles = (0..<14).map { _ in triangle(using: &random) }
    let features = triangles.enumerated().map { index, corners in
      ExampleFeature.polygon(
        name(index), (corners + [corners[0]]).map { ($0.x, $0.y) })
    }
    var expected: [[String]: Double] = [:]
    for i in triangles.indices {
      for j in triangles.indices where j > i {
        let area = area(clip(triangles[i], by: triangles[j]))
        if area > 0.02 { expected[[name(i), name(j)]] = area }
      }
    }
    let found = try check("A01", features).findings
    let areas = Dictionary(
      found.map { ($0.parties.map(\.id), $0.measure?.value ?? 0) }, uniquingKeysWith: +)
    for (pair, area) in expected {
      #expect(abs((areas[pair] ?? 0) - area) < 0.05 + area * 1e-4, "\(pair)")
    }
    for pair in areas.keys where expected[pair] == nil {
      #expect((areas[pair] ?? 0) < 0.05, "\(pair)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func crossingsAreThoseOfEveryPairOfSegments(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<16).map { _ in (point(using: &random), point(using: &random)) }
    let features = lines.enumerated().map { index, line in
      ExampleFeature.line(name(index), [(line.0.x, line.0.y), (line.1.x, line.1.y)])
    }
    var expected: Set<[String]> = []
    for i in lines.indices {
      for j in lines.indices where j > i && crosses(lines[i], lines[j]) {
        expected.insert([name(i), name(j)])
      }
    }
    let found = try check("L07", features).findings.map { $0.parties.map(\.id) }
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func componentsAndDeadEndsAreThoseOfTheGraph(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // A grid of places; roads join neighbours at random.
    let size = 5
    var roads: [(Int, Int)] = []
    for place in 0..<size * size {
      if place % size < size - 1, Int.random(in: 0..<10, using: &random) < 6 {
        roads.append((place, place + 1))
      }
      if place < size * (size - 1), Int.random(in: 0..<10, using: &random) < 6 {
        roads.append((place, place + size))
      }
    }
    func point(_ place: Int) -> (Double, Double) {
      (Double(place % size) * 100, Double(place / size) * 100)
    }
    let features = roads.enumerated().map {
      ExampleFeature.line(name($0), [point($1.0), point($1.1)])
    }
    var label = Array(0..<size * size)
    for _ in roads.indices {
      for (a, b) in roads {
        let least = min(label[a], label[b])
        (label[a], label[b]) = (least, least)
      }
    }
    let components = Set(roads.map { label[$0.0] }).count
    #expect(try check("N01", features, ["on: roads"]).findings.count == components - 1)

    let degree = Dictionary(roads.flatMap { [($0.0, 1), ($0.1, 1)] }, uniquingKeysWith: +)
    let ends = degree.values.count { $0 == 1 }
    #expect(try check("L08", features).findings.count == ends)
  }

  private func name(_ index: Int) -> String { index < 10 ? "f0\(index)" : "f\(index)" }

  private func point(using random: inout SeededGenerator) -> Point {
    (Double.random(in: 0..<100, using: &random), Double.random(in: 0..<100, using: &random))
  }

  /// A counter-clockwise triangle that is not too slim.
  private func triangle(using random: inout SeededGenerator) -> [Point] {
    while true {
      let corners = (0..<3).map { _ in point(using: &random) }
      let size = area(corners)
      if size > 50 { return corners }
      if size < -50 { return corners.reversed() }
    }
  }

  private func area(_ ring: [Point]) -> Double {
    guard ring.count > 2 else { return 0 }
    return zip(ring, ring.dropFirst() + [ring[0]]).reduce(0) {
      $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }
  }

  /// Sutherland and Hodgman: a polygon cut by each side of a counter-clockwise convex one.
  private func clip(_ subject: [Point], by window: [Point]) -> [Point] {
    var ring = subject
    for (a, b) in zip(window, window.dropFirst() + [window[0]]) {
      func side(_ p: Point) -> Double { (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) }
      var kept: [Point] = []
      for (p, q) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let (s, t) = (side(p), side(q))
        if s >= 0 { kept.append(p) }
        if (s > 0 && t < 0) || (s < 0 && t > 0) {
          let share = s / (s - t)
          kept.append((p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share))
        }
      }
      ring = kept
    }
    return ring
  }

  private func crosses(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    func turn(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return turn(a.0, a.1, b.0) * turn(a.0, a.1, b.1) < 0
      && turn(b.0, b.1, a.0) * turn(b.0, b.1, a.1) < 0
  }
}
