import Testing

@testable import Workforce

struct WorkersTests {
  @Test(arguments: [0, 1, 7, 8, 9, 1000])
  func answersComeInOrder(count: Int) {
    let stretches = Workers.map(count, by: 8) { $0 }
    #expect(stretches.flatMap { Array($0) } == Array(0..<count))
    #expect(stretches.allSatisfy { $0.count <= 8 && !$0.isEmpty })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1000])
  func eachIsMadeOnce(count: Int) {
    let texts = Workers.each(count, by: 8) { "\($0)" }
    #expect(texts == (0..<count).map { "\($0)" })
  }

  @Test(arguments: [0, 1, 7, 1000])
  func whatIsFoundOneByOneIsAnsweredInOrder(count: Int) {
    let things = (0..<count).map { "\($0)" }
    let answers = Workers.map(things.makeIterator(), weight: \.count, of: 2 * count) { $0 + "!" }
    #expect(answers == things.map { $0 + "!" })
  }

  @Test
  func answersMayBeNothing() {
    let answers = Workers.map(20, by: 1) { $0.lowerBound.isMultiple(of: 3) ? $0.lowerBound : nil }
    #expect(answers.count == 20)
    #expect(answers.compactMap { $0 } == [0, 3, 6, 9, 12, 15, 18])
  }
}
