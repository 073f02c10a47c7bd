import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// The nearest item of an index is the one that measuring every item finds.
struct BoxIndexNearestTests {
  @Test(arguments: [0, 1, 2, 16, 17, 256, 300])
  func nearestPointIsThatOfAllPoints(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    func point() -> PlanePoint {
      // A coarse lattice, so that many are equally near.
      PlanePoint(
        x: Double(Int.random(in: 0..<30, using: &random)),
        y: Double(Int.random(in: 0..<30, using: &random)))
    }
    let points = (0..<count).map { _ in point() }
    let index = BoxIndex(points.map { Bounds($0, $0) })
    for _ in 0..<100 {
      let wanted = point()
      let limit = Double(Int.random(in: 0..<9, using: &random))
      let expected = points.indices.filter { points[$0].distance(to: wanted) <= limit }
        .min { (points[$0].distance(to: wanted), $0) < (points[$1].distance(to: wanted), $1) }
      let found = index.nearest(to: Bounds(wanted, wanted), within: limit) { item, _ in
        points[item].distance(to: wanted)
      }
      #expect(found?.item == expected)
      #expect(found?.distance == expected.map { points[$0].distance(to: wanted) })
    }
  }

  @Test func onlyAFewItemsAreMeasured() {
    let points = (0..<10_000).map { PlanePoint(x: Double($0 % 100), y: Double($0 / 100)) }
    let index = BoxIndex(points.map { Bounds($0, $0) })
    let wanted = PlanePoint(x: 50.2, y: 50.1)
    var asked = 0
    let found = index.nearest(to: Bounds(wanted, wanted)) { item, _ in
      asked += 1
      return points[item].distance(to: wanted)
    }
    #expect(found?.item == 5050)
    #expect(asked < 10)
  }

  @Test func anItemMayBeLeftOut() {
    let box = Bounds(PlanePoint(x: 0, y: 0), PlanePoint(x: 1, y: 1))
    let found = BoxIndex([box, nil, box]).nearest(to: box) { item, _ in item == 0 ? nil : 7 }
    #expect(found?.item == 2)
    #expect(found?.distance == 7)
  }
}
