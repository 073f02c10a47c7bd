import PlanTestSupport
import Testing

@testable import MapTopology

struct KeySortTests {
  @Test(arguments: [0, 1, 7, 1023, 1024, 5000], [0xF, 0xFFFF_FFFF] as [UInt64])
  func numbersCountedUpInTheirLowerHalfAreSorted(count: Int, keys: UInt64) {
    var random = SeededGenerator(seed: UInt64(count))
    var numbers = (0..<count).map { UInt64.random(in: 0...keys, using: &random) << 32 | UInt64($0) }
    let wanted = numbers.sorted()
    KeySort.sort(&numbers)
    #expect(numbers == wanted)
  }
}
