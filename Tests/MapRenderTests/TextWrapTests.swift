import Testing

@testable import MapRender

struct TextWrapTests {
  @Test func linesBreakBetweenHanzi() {
    #expect(
      TextWrap.lines("生物医药产业园", width: 4, face: .sansRegular) == ["生物医药", "产业园"])
  }

  @Test func closingMarksNeverStartALineAndOpeningMarksNeverEndOne() {
    for width in 3...12 {
      let lines = TextWrap.lines(
        "资料来源：《高新区全面进入“三次创业”新阶段》（2017-08-02，日期推定）、《布局》。", width: Double(width),
        face: .sansRegular)
      for line in lines {
        #expect(!"，。、；：）》”".contains(line.first ?? "x"))
        #expect(!"（《“".contains(line.last ?? "x"))
      }
    }
  }

  @Test func wordsAndNumbersStayWhole() {
    let lines = TextWrap.lines("CGCS2000 Gauss-Kruger 4548", width: 6, face: .sansRegular)
    #expect(lines == ["CGCS2000", "Gauss-Kruger", "4548"])
  }

  @Test func nothingIsLost() {
    let text = "本图为示意图，非法定图件（2019-06-13）。"
    for width in 2...30 {
      let lines = TextWrap.lines(text, width: Double(width), face: .sansRegular)
      #expect(lines.joined() == text)
    }
  }

  @Test(
    arguments: [
      ("现代服务业", 2, ["现代", "服务业"]), ("生物医药产业园", 2, ["生物医药", "产业园"]),
      ("某某河片区", 2, ["某某河", "片区"]), ("某某南路打通", 2, ["某某南路", "打通"]),
      ("某意科技集团", 2, ["某意", "科技集团"]), ("园五 综合保税区", 2, ["园五", "综合保税区"]),
      ("①某河数谷", 2, ["①某河", "数谷"]),
      ("North Ring East Extension", 2, ["North Ring", "East Extension"]),
    ] as [(String, Int, [String])])
  func evenLinesBreakBetweenWords(text: String, parts: Int, lines: [String]) {
    #expect(TextWrap.even(text, parts: parts, face: .sansBold) == lines)
  }
}
