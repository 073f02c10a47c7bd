import Foundation
import Messages
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import MapRender

/// A small page in every format; what whole sheets look like is judged by other programs.
struct WriterTests {
  private static let hasFonts = FileManager.default.fileExists(
    atPath: RealFont.path(of: .serifBold))

  /// Names flat, along a curve and one hanzi below the other, over a pattern and a faded group.
  private static let page: SheetPage = {
    func run(_ text: String, _ x: Double, _ y: Double, turned rotation: Double = 0) -> TextRun {
      TextRun(
        text: text, at: PaperPoint(x: x, y: y), size: 4, face: .sansRegular, ink: .black,
        anchor: .middle, rotation: rotation)
    }
    func name(_ id: String, _ text: String, _ runs: [TextRun], isCurved: Bool = true) -> DrawItem {
      .label(
        Label(
          text: text, runs: runs, curve: isCurved ? runs.map(\.at) : nil,
          tag: Tag(id: id, classes: "label", feature: "f", title: text)))
    }
    let curved = [
      run("蓼", 20, 20, turned: -10), run("河", 26, 19), run("路", 32, 20, turned: 10),
    ]
    let stacked = [run("如", 60, 20), run("意", 60, 25), run("湖", 60, 30)]
    let pattern = Pattern(
      name: "lines", width: 2, height: 2, angle: 45, background: .white,
      items: [
        .line(
          [PaperPoint(x: 0, y: 1), PaperPoint(x: 2, y: 1)], Stroke(ink: .grey, width: 0.2))
      ])
    let box = PaperBox(x: 5, y: 5, width: 70, height: 30)
    let halos = (curved + stacked).map { run in
      var halo = run
      halo.ink = .white
      return DrawItem.halo(halo, width: 0.8)
    }
    return SheetPage(
      size: (80, 40), title: "试验（图）", description: "", languageTag: "zh-CN", maps: [],
      items: [
        .group(
          DrawItem.Group(
            layerName: "map", clip: box,
            items: [
              .box(box, fill: .pattern(pattern)),
              .group(
                DrawItem.Group(
                  opacity: 0.5,
                  items: [.circle(box.center, radius: 3, fill: .black, stroke: nil, tag: nil)])),
              .group(
                DrawItem.Group(
                  layerName: "names",
                  items: halos + [
                    name("a", "蓼河路", curved), name("b", "如意湖", stacked),
                    name("c", "a & b", [run("a & b", 40, 30)], isCurved: false),
                  ])),
            ])),
        .text(run("图例", 40, 38), tag: nil),
      ])
  }()

  private func svg(_ mode: TextMode) throws -> String {
    String(decoding: try SVGWriter.svg(of: Self.page, text: mode), as: UTF8.self)
  }

  private func pdf() throws -> [UInt8] {
    try PDFWriter(title: "试验", languageTag: "zh-CN", date: nil).pdf(of: [Self.page, Self.page])
  }

  private func holdsWellFormed(_ svg: String) -> Bool {
    XMLParser(data: Data(svg.utf8)).parse()
  }

  @Test func glyphsAreSetOneByOne() throws {
    let text = try svg(.glyphs)
    #expect(holdsWellFormed(text))
    #expect(text.contains(">蓼</text>") && !text.contains("textPath"))
    #expect(Array(text.utf8) == SVGWriter.svg(of: Self.page))
  }

  @Test func aNameOnACurveIsOneTextOnOnePath() throws {
    let text = try svg(.path)
    #expect(holdsWellFormed(text))
    #expect(text.contains("<textPath xlink:href=\"#curve-a\" startOffset=\"4\">蓼河路</textPath>"))
    #expect(text.contains("<path id=\"curve-a\" d=\"M"))
    // Its halo is its own stroke, so that both change together.
    #expect(text.contains("paint-order=\"stroke\""))
    #expect(!text.contains(">蓼</text>"))
    // What stands upright keeps its places, in one text.
    #expect(
      text.contains("x=\"58 58 58\" y=\"20 25 30\" rotate=\"0 0 0\"><title>如意湖</title>如意湖</text>"))
    #expect(text.contains(">a &amp; b</text>"))
  }

  @Test(.enabled(if: hasFonts)) func outlinesNeedNoFontAndKeepTheirWords() throws {
    let text = try svg(.outline)
    #expect(holdsWellFormed(text))
    #expect(!text.contains("<text"))
    #expect(text.contains("<path id=\"glyph-sans-84fc\" d=\"M"))
    #expect(text.contains("aria-label=\"a &amp; b\""))
    // A space has no ink.
    #expect(!text.contains("glyph-sans-20\""))
  }

  @Test(.enabled(if: hasFonts)) func everyPageOfAPDFSaysWhatItsTextIs() throws {
    let file = try PDFFile(pdf())
    let pages = try file.pages()
    #expect(pages.count == 2)
    for page in pages {
      let content = String(
        decoding: try file.stream(try file.reference("/Contents", of: page)), as: UTF8.self)
      for text in ["蓼河路", "如意湖", "a & b", "图例"] {
        #expect(content.contains("/ActualText \(PDFText.string(text)) >> BDC"), "\(text)")
      }
      // Names lie in a layer within a layer, and every stretch that begins ends.
      #expect(content.contains("/OC /oc0 BDC /OC /oc1 BDC /Span"))
      #expect(
        content.components(separatedBy: "BDC").count == content.components(separatedBy: "EMC").count
      )
      #expect(content.contains("/Pattern cs"))
    }
    let catalogue = String(
      decoding: try #require(file.object(file.root)), as: UTF8.self)
    #expect(catalogue.contains("/Lang (zh-CN)"))
    #expect(catalogue.components(separatedBy: "/MarkInfo").count == 2)
    #expect(catalogue.contains("/Order [ \(PDFText.string("试验（图）")) [ "))
    let info = String(decoding: try #require(file.object(file.info)), as: UTF8.self)
    #expect(info.contains("/Title \(PDFText.string("试验"))"))
    #expect(!info.contains("/CreationDate"))
  }

  @Test(.enabled(if: hasFonts)) func aPDFIsTheSameEveryTime() throws {
    #expect(try pdf() == pdf())
  }

  @Test func aFileThatIsNoPDFIsRefused() {
    for text in ["", "%PDF-1.4", "startxref\n5\n", "xref\n0 9\n\ntrailer startxref\n0\n"] {
      #expect(throws: RenderError.self) { try PDFFile(Array(text.utf8)) }
    }
  }

  @Test func aPictureHasItsTrueSize() throws {
    let svg = SVGWriter.svg(of: Self.page)
    let png = try PNGWriter(dotsPerInch: 300).png(of: svg, size: Self.page.size, title: "试验")
    func number(at place: Int) -> Int { png[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    // 80 by 40 mm at 300 dots per inch, and 11 811 dots per metre.
    #expect(number(at: 16) == 945 && number(at: 20) == 472)
    #expect(png[37..<41].elementsEqual("pHYs".utf8))
    #expect(number(at: 41) == 11811 && number(at: 45) == 11811 && png[49] == 1)
    #expect(png[58..<62].elementsEqual("iTXt".utf8))
  }

  @Test func aPictureThatIsTooLargeIsRefusedWithWhatFits() throws {
    let error = #expect(throws: RenderError.self) {
      try PNGWriter(dotsPerInch: 12000).png(of: [], size: (80, 40), title: "")
    }
    #expect(error?.help?.english == "up to 10403 dpi fit")
  }
}
