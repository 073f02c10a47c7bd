import PlanReport
import Testing

struct TextTableTests {
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
