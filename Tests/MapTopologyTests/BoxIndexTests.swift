import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct BoxIndexTests {
  @Test(arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 700])
  func answersAreThoseOfAllPairs(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let boxes = (0..<count).map { _ in Bounds.random(using: &random) }
    let index = BoxIndex(boxes)
    for _ in 0..<50 {
      let wanted = Bounds.random(using: &random)
      #expect(index.query(wanted) == boxes.indices.filter { boxes[$0].touches(wanted) })
      #expect(
        index.query(wanted, margin: 7)
          == boxes.indices.filter { boxes[$0].touches(wanted, margin: 7) })
    }
    var pairs: [[Int]] = []
    index.forEachPair(margin: 1) { pairs.append([$0, $1]) }
    let expected = boxes.indices.flatMap { a in
      boxes.indices.filter { $0 > a && boxes[a].touches(boxes[$0], margin: 1) }.map { [a, $0] }
    }
    #expect(pairs == expected)
  }

  @Test func twoIndexesPairAcross() {
    var random = SeededGenerator(seed: 3)
    let left = (0..<100).map { _ in Bounds.random(using: &random) }
    let right = (0..<150).map { _ in Bounds.random(using: &random) }
    var pairs: [[Int]] = []
    BoxIndex(left).forEachPair(with: BoxIndex(right)) { pairs.append([$0, $1]) }
    let expected = left.indices.flatMap { a in
      right.indices.filter { left[a].touches(right[$0]) }.map { [a, $0] }
    }
    #expect(pairs == expected)
  }

  @Test func itemsWithoutABoxAreNeverFound() {
    let box = Bounds(PlanePoint(x: 0, y: 0), PlanePoint(x: 1, y: 1))
    let index = BoxIndex([nil, box, nil, box, box])
    #expect(index.query(box) == [1, 3, 4])
    var pairs: [[Int]] = []
    index.forEachPair { pairs.append([$0, $1]) }
    #expect(pairs == [[1, 3], [1, 4], [3, 4]])
    #expect(BoxIndex([nil]).query(box) == [])
  }

  @Test func errorsStopTheSearch() {
    struct Stop: Error {}
    let box = Bounds(PlanePoint(x: 0, y: 0), PlanePoint(x: 1, y: 1))
    var calls = 0
    #expect(throws: Stop.self) {
      try BoxIndex([box, box, box]).forEachPair { (_, _) throws(Stop) in
        calls += 1
        throw Stop()
      }
    }
    #expect(calls == 1)
  }
}

extension Bounds where P == PlanePoint {
  fileprivate static func random(using random: inout SeededGenerator) -> Bounds {
    let corner = PlanePoint(
      x: Double(Int.random(in: 0...100, using: &random)),
      y: Double(Int.random(in: 0...100, using: &random)))
    return Bounds(
      corner,
      PlanePoint(
        x: corner.x + Double(Int.random(in: 0...9, using: &random)),
        y: corner.y + Double(Int.random(in: 0...9, using: &random))))
  }
}
