import GeoJSONCoding
import Testing

@testable import PlanFindings

struct SourceExcerptTests {
  private func excerpt(
    _ text: String, line: Int = 1, column: Int, width: Int = 100
  ) -> SourceExcerpt? {
    SourceExcerpt(
      SourceLocation(file: "a", line: line, column: column),
      in: SourceText(file: "a", text), width: width)
  }

  private func drawn(_ excerpt: SourceExcerpt?) -> [String] {
    guard let excerpt else { return [] }
    let blank = String(repeating: " ", count: excerpt.indent)
    return [excerpt.text, blank + String(repeating: "^", count: excerpt.mark)]
  }

  @Test(arguments: [
    ("rule: A01", 7, ["rule: A01", "      ^^^"]),
    ("名称: 东片区, b", 5, ["名称: 东片区, b", "      ^^^^^^"]),
    ("\"键\\\"\": 1", 1, ["\"键\\\"\": 1", "^^^^^^"]),
    ("{\"a\":[1,[2,3]],\"b\":0}", 6, ["{\"a\":[1,[2,3]],\"b\":0}", "     ^^^^^^^^^"]),
    ("{\"a\":[1,\"]\"]}", 6, ["{\"a\":[1,\"]\"]}", "     ^^^^^^^"]),
    ("{\"a\":1}", 1, ["{\"a\":1}", "^"]),
    ("a\t\u{1B}b", 4, ["a\\u{9}\\u{1B}b", "            ^"]),
    ("🚧 b", 3, ["🚧 b", "   ^"]),
    ("short", 99, ["short", "     ^"]),
    ("[1,2", 1, ["[1,2", "^"]),
    ("\"open", 1, ["\"open", "^^^^^"]),
  ])
  func theMarkStandsUnderTheToken(line: String, column: Int, drawing: [String]) {
    #expect(drawn(excerpt(line, column: column)) == drawing)
  }

  @Test func aLineThatIsNotThereHasNoExcerpt() {
    #expect(excerpt("a\n", line: 3, column: 1) == nil)
    #expect(excerpt("a\n\nb", line: 2, column: 1) == nil)
    #expect(excerpt("a", line: 1, column: 0) == nil)
  }

  @Test(arguments: [1, 2, 50, 99, 100, 101, 500, 4095, 4096, 4097, 9_990, 10_000])
  func aLongLineIsCutAroundThePlace(column: Int) throws {
    for (filler, places) in [("x", 1), ("海", 2), ("🚧", 2), ("\u{7}", 5)] {
      let line = String(repeating: filler, count: 9_999) + "!"
      let cut = try #require(excerpt("first\n\(line)\n", line: 2, column: column))
      #expect(PlainText.width(of: cut.text) <= 100, "\(filler)")
      #expect(cut.indent + cut.mark <= PlainText.width(of: cut.text), "\(filler)")
      #expect(cut.text.hasPrefix("…") == ((column - 1) * places > 40), "\(filler)")
      #expect(cut.text.hasSuffix("…") == (column < 9_990), "\(filler)")
    }
  }

  @Test func aPlaceInAFileOfOneLineIsFoundFast() throws {
    let position = "[116.123456,35.123456],"
    let text = "[" + String(repeating: position, count: 200_000)
    let source = SourceText(file: "a", text)
    for index in stride(from: 0, to: 200_000, by: 100) {
      let column = 2 + index * position.count
      let excerpt = SourceExcerpt(
        SourceLocation(file: "a", line: 1, column: column), in: source)
      #expect(excerpt?.mark == position.count - 1)
    }
  }
}
