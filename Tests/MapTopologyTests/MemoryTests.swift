import Foundation
import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct MemoryTests {
  /// A weak check: the resident size after ten thousand operations more is about that before.
  ///
  /// It runs in a process of its own, so that other tests do not count. The address sanitizer keeps
  /// freed memory for a while and looks for leaks itself.
  @Test(.enabled(if: dlsym(nil, "__asan_init") == nil))
  func operationsLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      try work(rounds: 500)
      let before = residentKilobytes()
      try work(rounds: 1200)
      #expect(residentKilobytes() - before < 8_000)
    }
  }
}

/// Nine operations a round, two of which fail.
private func work(rounds: Int) throws {
  let topology = Topology()
  var random = SeededGenerator(seed: 1)
  let a = PlaneGeometry.polygon(try .random(using: &random))
  let b = PlaneGeometry.polygon(try .random(using: &random))
  let mixed = PlaneGeometry.collection([a, try .path((0, 0), (1, 1))])
  for _ in 0..<rounds {
    _ = try topology.intersection(a, b)
    _ = try topology.union([a, b])
    _ = try topology.buffer(a, by: 1, quadrantSegments: 2)
    _ = try topology.validity(of: a)
    _ = try topology.relate(a, b)
    _ = try topology.nearestPoints(a, b)
    _ = try topology.prepared(a).covers(b)
    _ = try? topology.boundary(of: mixed)
    _ = try? topology.union([a, .multiPoint([PlanePoint(x: .nan, y: 0)])])
  }
}

private func residentKilobytes() -> Int {
  guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
    return 0  // not Linux: nothing to compare
  }
  return (status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4
}
