import GeoJSONCoding
import PlanTestSupport
import Testing

struct SourceOffsetTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func aLocationLeadsBackToItsByte(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = ["a", "海", "🚧", "\n", "\r\n", "\u{301}", String(repeating: "x", count: 700)]
    var text = seed.isMultiple(of: 3) ? "\u{FEFF}" : ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += parts[Int.random(in: 0..<parts.count, using: &random)]
    }
    let source = SourceText(file: "a", text)
    let start = seed.isMultiple(of: 3) ? 3 : 0
    for offset in source.bytes.indices.dropFirst(start) {
      // Only characters have a column, and line breaks end their line.
      guard source.bytes[offset] & 0xC0 != 0x80, ![0x0A, 0x0D].contains(source.bytes[offset]) else {
        continue
      }
      let location = source.location(at: offset)
      #expect(source.offset(line: location.line, column: location.column) == offset)
      #expect(source.range(ofLine: location.line)?.contains(offset) == true)
    }
  }

  @Test func aColumnBehindTheLineIsItsEnd() {
    let source = SourceText(file: "a", "ab\n海c\n")
    #expect(source.offset(line: 1, column: 3) == 2)
    #expect(source.offset(line: 1, column: 9) == 2)
    #expect(source.offset(line: 2, column: 2) == 6)
    #expect(source.offset(line: 2, column: 9) == 7)
    #expect(source.offset(line: 9, column: 1) == nil)
    #expect(source.offset(line: 1, column: 0) == nil)
  }
}
