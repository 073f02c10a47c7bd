import DistrictPlan
import MapGeometry
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Distances between nodes and lines against every pair of them.
struct NodeOracleTests {
  private static let tolerance = 0.002
  private static let limit = 0.5

  /// Straight lines between points of a 0.2 m grid, about as dense as the limit.
  private func lines(seed: UInt64) -> [Segment] {
    var random = SeededGenerator(seed: seed)
    func point() -> PlanePoint {
      PlanePoint(
        x: Double(Int.random(in: 0...60, using: &random)) / 5,
        y: Double(Int.random(in: 0...60, using: &random)) / 5)
    }
    var lines: [Segment] = []
    while lines.count < 40 {
      let line = Segment(point(), point())
      if line.start != line.end { lines.append(line) }
    }
    return lines
  }

  private func features(_ lines: [Segment]) -> [ExampleFeature] {
    lines.enumerated().map { index, line in
      .line("l\(index)", [(line.start.x, line.start.y), (line.end.x, line.end.y)])
    }
  }

  private func nodes(_ lines: [Segment]) -> [PlanePoint] {
    Array(Set(lines.flatMap { [$0.start, $0.end] }))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func closeNodesAreAllFound(seed: UInt64) throws {
    let lines = lines(seed: seed)
    let nodes = nodes(lines)
    var expected: [Double] = []
    for (index, a) in nodes.enumerated() {
      for b in nodes[(index + 1)...] where a.distance(to: b) < Self.limit {
        expected.append(a.distance(to: b))
      }
    }
    let found = try check("L11", features(lines)).findings.compactMap { $0.measure?.value }
    #expect(matches(found, expected), "\(found.count) instead of \(expected.count)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func linesCloseToNodesAreAllFound(seed: UInt64) throws {
    let lines = lines(seed: seed)
    var expected: [Double] = []
    var known: Set<Set<PlanePoint>> = []
    for node in nodes(lines) {
      for line in lines {
        let (nearest, share) = line.nearest(to: node)
        let distance = nearest.distance(to: node)
        // Rounding decides what lies at a limit.
        let isUnclear = [Self.tolerance, Self.limit].contains { abs($0 - distance) < 1e-4 }
        guard !isUnclear else { return }
        guard distance > Self.tolerance, distance < Self.limit else { continue }
        // Two nodes beside each other are one finding.
        let other = share == 0 ? line.start : share == 1 ? line.end : nil
        if let other, !known.insert([node, other]).inserted { continue }
        expected.append(distance)
      }
    }
    let found = try check("L12", features(lines)).findings.compactMap { $0.measure?.value }
    #expect(matches(found, expected), "\(found.count) instead of \(expected.count)")
  }

  private func matches(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count
      && zip(found.sorted(), expected.sorted()).allSatisfy { abs($0 - $1) < 1e-4 }
  }
}
