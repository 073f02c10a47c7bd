import DistrictPlan
import MapGeometry
import PlanNetwork
import PlanTestSupport
import Testing

/// Random street grids held against the plainest way to compute the same.
struct NetworkPropertyTests {
  /// Lines that wander over the crossings of a grid of 100 m, so that they share many vertices.
  private func roads(using random: inout SeededGenerator) -> [[(Int, Int)]] {
    (0..<Int.random(in: 1...14, using: &random)).map { _ in
      var place = (Int.random(in: 0...7, using: &random), Int.random(in: 0...7, using: &random))
      var line = [place]
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        switch Int.random(in: 0...3, using: &random) {
        case 0: place.0 += 1
        case 1: place.0 -= 1
        case 2: place.1 += 1
        default: place.1 -= 1
        }
        line.append(place)
      }
      return line
    }
  }

  private func network(_ roads: [[(Int, Int)]]) throws -> LineNetwork {
    var sample = SamplePlan()
    sample.features = roads.enumerated().map { index, line in
      let id = "road.\(index < 10 ? "0" : "")\(index)"
      return SamplePlan.line(id, .road, line.map { (Double($0.0) * 100, Double($0.1) * 100) })
    }
    return LineNetwork(try sample.load().faultless().features, tolerance: 0.002)
  }

  private struct Crossing: Hashable {
    let x: Int
    let y: Int
    init(_ place: (Int, Int)) { (x, y) = place }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func componentsAgreeWithPlainFlooding(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let roads = roads(using: &random)
    var groups: [(members: Set<Int>, places: Set<Crossing>)] = []
    for (index, road) in roads.enumerated() {
      var group = (members: Set([index]), places: Set(road.map(Crossing.init)))
      groups.removeAll { other in
        guard !other.places.isDisjoint(with: group.places) else { return false }
        group.members.formUnion(other.members)
        group.places.formUnion(other.places)
        return true
      }
      groups.append(group)
    }
    let components = try network(roads).components
    #expect(Set(components.map { Set($0.members) }) == Set(groups.map(\.members)))
    #expect(components.map(\.length) == components.map(\.length).sorted(by: >))
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func degreesAgreeWithCountedSteps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let roads = roads(using: &random)
    // Every visit to a crossing has one step on either side, except at the ends of a line.
    var visits: [Crossing: Int] = [:]
    var steps: [Crossing: Int] = [:]
    var ends: Set<Crossing> = []
    for road in roads {
      for (index, place) in road.enumerated() {
        visits[Crossing(place), default: 0] += 1
        let isEnd = index == 0 || index == road.count - 1
        steps[Crossing(place), default: 0] += isEnd ? 1 : 2
        if isEnd { ends.insert(Crossing(place)) }
      }
    }
    let expected = steps.filter { place, _ in visits[place] ?? 0 > 1 || ends.contains(place) }
    let network = try network(roads)
    #expect(network.nodes.map(\.degree).sorted() == expected.values.sorted())
    #expect(network.deadEnds.count == expected.values.count { $0 == 1 })
    #expect(network.links.count * 2 == network.nodes.reduce(0) { $0 + $1.degree })
    let total = network.links.reduce(0) { $0 + $1.length }
    let drawn = network.members.reduce(0) { $0 + $1.line.length }
    #expect(abs(total - drawn) < 1e-6)
  }
}
