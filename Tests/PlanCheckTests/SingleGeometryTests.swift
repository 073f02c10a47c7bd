import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// The rules on one geometry at a time, against what can be counted by hand.
struct SingleGeometryTests {
  private typealias Point = (Double, Double)

  /// A walk over a street grid of 10 m, a vertex at every corner.
  private func walk(_ seed: UInt64, steps: Int, repeatsEdges: Bool) -> [[Int]] {
    var random = SeededGenerator(seed: seed)
    var way = [[0, 0]]
    var used: Set<[[Int]]> = []
    while way.count <= steps {
      let here = way[way.count - 1]
      let ways = [[1, 0], [-1, 0], [0, 1], [0, -1]].map { [here[0] + $0[0], here[1] + $0[1]] }
        .filter { repeatsEdges || !used.contains(edge(here, $0)) }
      guard let next = ways.randomElement(using: &random) else { break }
      used.insert(edge(here, next))
      way.append(next)
    }
    return way
  }

  private func edge(_ a: [Int], _ b: [Int]) -> [[Int]] {
    a.lexicographicallyPrecedes(b) ? [a, b] : [b, a]
  }

  /// The walk as a line turned by some degrees about a far point, without needless vertices.
  private func line(_ way: [[Int]], turned: Bool, isBare: Bool = false) -> ExampleFeature {
    var corners = way
    if isBare {
      corners = way.indices.filter { place in
        guard place > 0, place < way.count - 1 else { return true }
        let (a, b, c) = (way[place - 1], way[place], way[place + 1])
        return b[0] - a[0] != c[0] - b[0] || b[1] - a[1] != c[1] - b[1]
      }.map { way[$0] }
    }
    return .line(
      "a",
      corners.map { corner -> Point in
        let (x, y) = (Double(corner[0]) * 10, Double(corner[1]) * 10)
        // 3-4-5: a turn whose coordinates stay short.
        return turned ? (x * 0.6 - y * 0.8 + 700, x * 0.8 + y * 0.6 - 300) : (x, y)
      })
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [false, true])
  func aWalkOverlapsItselfWhereItRepeatsAnEdge(seed: UInt64, turned: Bool) throws {
    let way = walk(seed, steps: 30, repeatsEdges: true)
    var passes: [[[Int]]: Int] = [:]
    for (a, b) in zip(way, way.dropFirst()) { passes[edge(a, b), default: 0] += 1 }
    let repeated = Double(passes.values.count { $0 > 1 }) * 10
    for isBare in [false, true] {
      let found = try check("G04", [line(way, turned: turned, isBare: isBare)]).findings
      #expect(abs((found.first?.measure?.value ?? 0) - repeated) < 0.01)
      #expect(found.count <= 1)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [false, true])
  func aTrailTouchesItselfWhereItComesBack(seed: UInt64, turned: Bool) throws {
    let way = walk(seed, steps: 25, repeatsEdges: false)
    var visits: [[Int]: Int] = [:]
    for corner in way { visits[corner, default: 0] += 1 }
    if way.first == way.last, let start = way.first { visits[start, default: 1] -= 1 }
    let found = try check("G06", [line(way, turned: turned)]).findings
    #expect(found.count == visits.values.count { $0 > 1 })
    #expect(found.allSatisfy { $0.parties.first?.vertex != nil })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyVertexPutOnAnEdgeIsRedundant(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // A convex outline: corners of at least 20° on a circle of about 100 m.
    var corners: [Point] = []
    for step in 0..<9 {
      let t = Double(step) / 9 * 2 - 1 + Double.random(in: 0..<0.05, using: &random)
      let scale = 100 / (1 + t * t)
      corners.append(((1 - t * t) * scale, 2 * t * scale))
    }
    var added = 0
    var outline: [Point] = []
    for (place, corner) in corners.enumerated() {
      outline.append(corner)
      let next = corners[(place + 1) % corners.count]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let share = Double.random(in: 0.1...0.9, using: &random)
        // Only places in walking order lie on the way.
        guard let last = outline.last else { continue }
        outline.append(
          (last.0 + (next.0 - last.0) * share, last.1 + (next.1 - last.1) * share))
        added += 1
      }
    }
    for start in [0, 1, outline.count - 1] {
      let ring = Array(outline[start...] + outline[..<start])
      for points in [ring, ring.reversed()] {
        let result = try check("G17", [.polygon("a", points + [points[0]])])
        #expect(Int(result.findings.first?.measure?.value ?? 0) == added)
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func droppingWhatIsRedundantMovesTheLineLittle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var heading = 0.0
    var points: [PlanePoint] = [PlanePoint(x: 0, y: 0)]
    for _ in 0..<200 {
      heading += Double.random(in: -0.02...0.02, using: &random)
      let last = points[points.count - 1]
      points.append(PlanePoint(x: last.x + 1, y: last.y + heading))
    }
    let result = try check(
      "G17", [.line("a", points.map { ($0.x, $0.y) })], ["eps: 0.05 m"])
    let edits = result.findings.first?.fix?.edits ?? []
    let dropped = Set(
      edits.compactMap { edit -> Int? in
        if case .remove(_, let vertex) = edit { vertex } else { nil }
      })
    #expect(!dropped.isEmpty)
    let rest = try Line(points.indices.filter { !dropped.contains($0) }.map { points[$0] })
    for point in points { #expect(rest.distance(to: point) <= 0.0505) }
  }

  @Test func aStraightLineOfManyVerticesIsWalkedOnce() throws {
    let points = (0...4000).map { (Double($0), 0.0) }
    let result = try check("G17", [.line("a", points)])
    #expect(result.findings.first?.measure?.value == 3999)
    // And a star that comes back to one point as often.
    let star = (0..<1000).flatMap { step -> [Point] in
      [(0, 0), (100, Double(step)), (100, Double(step) + 0.5)]
    }
    #expect(try check("G06", [.line("a", star)]).findings.count == 1)
    let rays = (0..<1000).flatMap { step -> [Point] in [(0, 0), (100, Double(step))] }
    #expect(try check("G06", [.line("a", rays)]).findings.count == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func anglesAreThoseOfTrigonometry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var points: [PlanePoint] = []
    for _ in 0..<12 {
      points.append(
        PlanePoint(
          x: Double.random(in: 0...100, using: &random),
          y: Double.random(in: 0...100, using: &random)))
    }
    let angles = points.indices.dropFirst().dropLast().map { place -> Double in
      let (a, b) = (
        Bearing(from: points[place], to: points[place - 1]),
        Bearing(from: points[place], to: points[place + 1])
      )
      return a.flatMap { a in b.map { a.deviation(from: $0) } } ?? 180
    }
    let found = try check(
      "G07", [.line("a", points.map { ($0.x, $0.y) })], ["min_angle: 30 deg"]
    ).findings.compactMap(\.measure?.value).sorted()
    let expected = angles.filter { $0 < 30 }.sorted()
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 0.001) }
  }

  @Test func aVertexIsNamedByPartRingAndPlace() throws {
    let geometry = """
      {"type":"MultiPolygon","coordinates":[[[[0,0],[0.001,0],[0.001,0.001],[0,0]]],\
      [[[0.01,0],[0.02,0],[0.02,0.01],[0.01,0.01],[0.01,0]],\
      [[0.012,0.002],[0.012,0.004],[0.014,0.004],[0.014,0.0035],[0.019,0.003501],[0.014,0.003502],\
      [0.014,0.002],[0.012,0.002]]]]}
      """
    let finding = try #require(try findings("G07", geometry).first)
    #expect(finding.parties.first?.vertex == Finding.VertexPath(part: 1, ring: 1, vertex: 4))
    let column = try #require(finding.location?.column)
    let text =
      "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"kind\":\"feature\"},\"geometry\":"
    let place = try #require(geometry.range(of: "[0.019,"))
    #expect(column == text.count + geometry[..<place.lowerBound].count + 1)
  }

  @Test func theTipOfAFlatSpikeCanBeTakenOff() throws {
    let ring: [Point] = [(0, 0), (10, 0), (10, 5), (30, 5), (10, 5), (10, 10), (0, 10), (0, 0)]
    let finding = try #require(
      try check("G07", [.polygon("a", ring)]).findings.first)
    #expect(finding.fix?.edits == [.remove(feature: "a", vertex: 3)])
    let wide: [Point] = [(0, 0), (10, 0), (10, 5), (30, 5.1), (10, 5.2), (10, 10), (0, 0)]
    #expect(try check("G07", [.polygon("a", wide)]).findings.first?.fix == nil)
  }

  /// The findings of a rule on one feature with a geometry as written.
  private func findings(_ rule: String, _ geometry: String, _ settings: String = "") throws
    -> [Finding]
  {
    let texts = PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: one
      crs: "+proj=tmerc +lon_0=0 +ellps=GRS80 +units=m"
      layers:
        - {id: all, file: p.geojson, kind: feature}
      rules:
        - {rule: \(rule), on: all\(settings)}
      """,
      "p.geojson": """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{"kind":"feature"},"geometry":\(geometry)}
      ]}
      """,
    ])
    return CheckRunner.check(try PlanLoader.load(from: texts)).findings
      .filter { $0.code == rule }
  }
}
