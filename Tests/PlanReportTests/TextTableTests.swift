import Testing

@testable import PlanReport

struct TextTableTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("海川路", 6), ("±350 m²", 7), ("a海b", 4), ("（一）", 6), ("a\u{301}", 1),
    ("한국", 4), ("\u{20000}", 2), ("🚧", 2), ("ｶﾅ", 2),
  ])
  func aHanziTakesTwoPlaces(text: String, width: Int) {
    #expect(TextTable.width(of: text) == width)
  }

  @Test func columnsLineUpUnderMixedScripts() {
    var table = TextTable(header: ["id", "名称", "area"], rightAligned: [2])
    table.add(["a", "海川路", "7"])
    table.add(["road", "B", "123"])
    #expect(
      table.text == """
        id    名称    area
        a     海川路     7
        road  B        123

        """)
  }

  @Test func rowsMayBeShortAndLinesEndWithoutSpaces() {
    var table = TextTable(header: ["a", "b"])
    table.add(["long text"])
    table.add([])
    #expect(table.text == "a          b\nlong text\n\n")
  }

  @Test func aCellNeverBreaksItsRow() {
    var table = TextTable(header: ["a"])
    table.add(["x\ny\u{1B}[0m"])
    #expect(table.text == "a\nx\\u{A}y\\u{1B}[0m\n")
  }
}
