import Testing

@testable import MapRender

struct SketchQueueTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func placesComeInTheOrderOfAllThatIsWrongWithThem(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...80, using: &random)
    let own = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &random)) / 2 }
    let whole = own.map { $0 + Double(Int.random(in: 0...6, using: &random)) / 2 }
    let box = PaperBox(x: 0, y: 0, width: 1, height: 1)
    let sketches = own.map {
      LabelSketch(.flat(0, box.center), boxes: 0..<0, bounds: box, cost: $0)
    }
    var queue = SketchQueue(sketches, under: 9)
    var found: [Int] = []
    while let place = queue.next(cost: { whole[$0] }) { found.append(place.index) }
    let wanted = whole.indices.filter { whole[$0] < 9 }.sorted { (whole[$0], $0) < (whole[$1], $1) }
    #expect(found == wanted)
  }
}
