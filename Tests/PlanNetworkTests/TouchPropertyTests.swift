import DistrictPlan
import MapGeometry
import PlanNetwork
import PlanTestSupport
import Testing

/// Lines that end near others, held against looking at every pair.
struct TouchPropertyTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func endsMeetExactlyTheLinesWithinTheTolerance(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tolerance = 0.5
    let lines = (0..<Int.random(in: 2...25, using: &random)).map { _ in
      (0..<Int.random(in: 2...4, using: &random)).map { _ in
        (
          Double(Int.random(in: 0...30, using: &random)),
          Double(Int.random(in: 0...30, using: &random))
        )
      }
    }
    var sample = SamplePlan()
    sample.features = lines.enumerated().map { index, points in
      SamplePlan.line("road.\(index < 10 ? "0" : "")\(index)", .road, points)
    }
    let features = try sample.load().faultless().features
    let network = LineNetwork(features, tolerance: tolerance)
    let drawn = features.compactMap { $0.plane?.lines.first }
    func meet(_ a: Line<PlanePoint>, _ b: Line<PlanePoint>) -> Bool {
      let shares = a.points.contains { one in
        b.points.contains { $0.distance(to: one) <= tolerance }
      }
      return shares || [a.start, a.end].contains { b.distance(to: $0) <= tolerance }
        || [b.start, b.end].contains { a.distance(to: $0) <= tolerance }
    }
    var groups: [Set<Int>] = []
    for index in drawn.indices {
      let near = groups.indices.filter { group in
        groups[group].contains { meet(drawn[$0], drawn[index]) }
      }
      let joined = near.reduce(into: Set([index])) { $0.formUnion(groups[$1]) }
      groups = groups.indices.filter { !near.contains($0) }.map { groups[$0] } + [joined]
    }
    #expect(Set(network.components.map { Set($0.members) }) == Set(groups))
    let total = network.links.reduce(0) { $0 + $1.length }
    // What is shorter than the tolerance between two vertices is no link.
    #expect(total <= drawn.reduce(0) { $0 + $1.length } + 1e-6)
    #expect(network.links.count * 2 == network.nodes.reduce(0) { $0 + $1.degree })
  }
}
