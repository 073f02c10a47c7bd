import GeoJSONCoding
import Testing

@Suite struct SourceTextTests {
  @Test func linesEndWithAnyLineBreak() {
    let text = SourceText(file: "f", "a\nbc\r\nd\re")
    #expect((1...4).map(text.line) == ["a", "bc", "d", "e"])
    #expect(text.lineCount == 4)
    #expect("\(text.location(at: 0))" == "f:1:1")
    #expect("\(text.location(at: 3))" == "f:2:2")
    #expect("\(text.location(at: 6))" == "f:3:1")
    #expect("\(text.location(at: 8))" == "f:4:1")
  }

  @Test func columnsCountScalars() {
    let text = SourceText(file: "f", "济宁😀x")
    #expect(text.location(at: 3).column == 2)
    #expect(text.location(at: 6).column == 3)
    #expect(text.location(at: 10).column == 4)
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let text = SourceText(file: "f", "\u{FEFF}a\nb")
    #expect(text.location(at: 0) == SourceLocation(file: "f", line: 1, column: 1))
    #expect(text.location(at: 3).column == 1)
    #expect(text.location(at: 5).line == 2)
    #expect(text.line(1) == "a")
  }

  @Test func offsetsBeyondTheEndGiveTheEnd() {
    let text = SourceText(file: "f", "ab\n")
    #expect(text.location(at: 99) == SourceLocation(file: "f", line: 2, column: 1))
    #expect(text.location(at: -1) == SourceLocation(file: "f", line: 1, column: 1))
    #expect(text.lineCount == 1)
    #expect(text.line(7) == "")
    #expect(SourceText(file: "f", "").location(at: 0).line == 1)
  }

  @Test func columnsHoldInALineOfManyBlocks() {
    let line = String(repeating: "宁a", count: 5000)
    let text = SourceText(file: "f", "x\n" + line + "\ny")
    for scalars in [0, 1, 4095, 4096, 9999] {
      let offset = 2 + scalars / 2 * 4 + scalars % 2 * 3
      #expect(text.location(at: offset) == SourceLocation(file: "f", line: 2, column: scalars + 1))
    }
    #expect(text.location(at: text.bytes.count - 1).line == 3)
  }

  @Test func locationsAreOrderedByFileLineColumn() {
    let places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)]
      .map { SourceLocation(file: $0.0, line: $0.1, column: $0.2) }
    #expect(places.sorted().map(\.description) == ["a:1:2", "a:1:9", "a:2:1", "b:1:1"])
  }
}
