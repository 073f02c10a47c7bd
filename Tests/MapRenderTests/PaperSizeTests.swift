import Messages
import Testing

@testable import MapRender

struct PaperSizeTests {
  @Test(arguments: [
    ("A4 portrait", 210.0, 297.0), ("A3 landscape", 420, 297), ("A0 landscape", 1189, 841),
    ("600x900 mm", 600, 900), ("600x900", 600, 900), ("841 × 594 mm", 841, 594),
    ("297.5x420mm", 297.5, 420),
  ])
  func papersAreRead(text: String, width: Double, height: Double) {
    let paper = PaperSize(text)
    #expect(paper?.width == width && paper?.height == height)
  }

  @Test(arguments: [
    "A3", "A5 landscape", "A3 Landscape", "", "x", "600", "600x", "99x200", "200x3001", "1e3x500",
    "-600x900", "600x900x3", "nanxnan", "600x900 cm",
  ])
  func otherTextsAreNoPapers(text: String) { #expect(PaperSize(text) == nil) }

  @Test func aFormatAloneLiesAsTheOtherPaperDoes() throws {
    let portrait = try #require(PaperSize("A4 portrait"))
    let paper = try #require(PaperSize("A1", lyingAs: portrait))
    #expect(paper.width == 594 && paper.height == 841)
    #expect(try #require(PaperSize("A1 landscape", lyingAs: portrait)).width == 841)
  }

  @Test(arguments: [500.0, 1000, 2000, 5000, 10_000, 25_000, 70_000, 250_000, 1_000_000])
  func scaleBarsAreRoundAtEveryScale(denominator: Double) throws {
    let room = 60.0
    let metres = room / 4 * denominator / 1000
    let part = ScaleBar.Division(atMost: metres)
    var digits = part.metres
    while digits >= 10 { digits /= 10 }
    while digits < 0.999 { digits *= 10 }
    #expect([1, 2, 5].contains { abs($0 - digits) < 1e-9 }, "\(part.metres)")
    // The bar fills at least two fifths of its room.
    #expect(part.metres <= metres && part.metres > metres * 0.39)
    // Numbers have at most two digits that count.
    for multiple in [1.0, 2, 4] {
      let text = part.text(multiple).filter { $0 != "." }
      #expect(text.drop { $0 == "0" }.count { $0 != "0" } <= 1, "\(part.text(multiple))")
    }
    #expect(part.unit(.english) == (part.metres * 4 >= 1000 ? "km" : "m"))
  }

  @Test(arguments: [
    (34_001.0, 35_000.0), (35_001, 40_000), (12_600, 15_000), (99, 100), (8_001, 10_000),
  ])
  func fitIsTheNextRoundScale(needed: Double, expected: Double) {
    #expect(MapZoom.roundDenominator(atLeast: needed) == expected)
  }

  @Test func everythingIsEnlargedAlike() {
    let placing = PagePlacing(scale: 2, shift: 3)
    let stroke = Stroke(ink: .black, width: 0.5, dash: [1, 2])
    let run = TextRun(
      text: "a", at: PaperPoint(x: 1, y: 2), size: 3, face: .sansRegular, ink: .black, spacing: 0.1)
    let items = placing.items([
      .line([PaperPoint(x: 0, y: 0), PaperPoint(x: 10, y: 5)], stroke), .text(run, tag: nil),
      .group(DrawItem.Group(clip: PaperBox(x: 1, y: 1, width: 2, height: 2), items: [])),
    ])
    let thick = Stroke(ink: .black, width: 1, dash: [2, 4])
    var large = run
    large.at = PaperPoint(x: 5, y: 7)
    large.size = 6
    #expect(
      items == [
        .line([PaperPoint(x: 3, y: 3), PaperPoint(x: 23, y: 13)], thick), .text(large, tag: nil),
        .group(DrawItem.Group(clip: PaperBox(x: 5, y: 5, width: 4, height: 4), items: [])),
      ])
  }

  @Test func cropMarksStandOutsideOfPaperAndBleed() throws {
    let paper = PaperBox(x: 9, y: 9, width: 100, height: 50)
    for bleed in [0.0, 3, 6] {
      let room = CropMarks.room(bleed: bleed)
      guard case .group(let group) = CropMarks.items(around: paper, bleed: bleed)[0] else { return }
      #expect(group.items.count == 8)
      for item in group.items {
        let box = try #require(item.bounds)
        #expect(paper.grown(by: max(bleed, 3) - 1e-9).overlapArea(box.grown(by: 0.01)) < 0.001)
        #expect(paper.grown(by: room).contains(box))
      }
    }
  }
}
