import Foundation
import Testing

@testable import MapRender

/// The boxes of characters against the font itself, and against one another.
@Suite struct GlyphBoxTests {
  private func run(
    _ text: String, _ face: FontFace = .sansRegular, rotation: Double = 0, slant: Double = 0
  ) -> TextRun {
    TextRun(
      text: text, at: PaperPoint(x: 50, y: 50), size: 10, face: face, ink: .black,
      rotation: rotation, slant: slant)
  }

  private static let characters =
    (0x21..<0x7F).compactMap { Unicode.Scalar($0) }
    + "国永济蓼河片区廊道①⑳㉑㉟°′″²—–−×·。，、；：（）《》“”？".unicodeScalars

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: RealFont.path(of: .serifBold))),
    arguments: FontFace.allCases)
  func boxHoldsTheInkOfTheFont(face: FontFace) throws {
    let font = try #require(RealFont(face))
    for scalar in Self.characters {
      guard let real = font.ink(of: scalar) else { continue }
      let own = try #require(GlyphBox.ink(of: scalar, in: face), "\(scalar)")
      #expect(own.top >= real.top - 0.011 && own.bottom <= real.bottom + 0.011, "\(scalar)")
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: RealFont.path(of: .sansRegular))))
  func figuresAndLettersHaveNoMoreRoomThanTheyNeed() throws {
    let font = try #require(RealFont(.sansRegular))
    for scalar in Self.characters
    where scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) {
      let (real, own) = (
        try #require(font.ink(of: scalar)), GlyphBox.ink(of: scalar, in: .sansRegular)
      )
      #expect(try #require(own).top - real.top < 0.14, "\(scalar)")
    }
  }

  @Test func depthIsTheLeastWayApart() {
    let a = GlyphBox(PaperBox(x: 0, y: 0, width: 10, height: 4))
    let b = GlyphBox(PaperBox(x: 9, y: 1, width: 10, height: 4))
    #expect(abs(a.depth(in: b) - 1) < 1e-9)
    #expect(abs(b.depth(in: a) - 1) < 1e-9)
    let c = GlyphBox(PaperBox(x: 10, y: 0, width: 10, height: 4))
    #expect(a.depth(in: c) <= 0)
  }

  /// How deep the two boxes lie in one another, worked out apart from the program.
  private static let reference = 1.074880138

  /// Turning both boxes together changes nothing.
  @Test(arguments: stride(from: 0.0, to: 180, by: 15).map { $0 })
  func depthDoesNotDependOnTheWayTheSheetLies(degrees: Double) {
    func box(_ x: Double, _ y: Double, own: Double) -> GlyphBox {
      let corners = [(-2.0, -1.0), (2, -1), (2, 1), (-2, 1)].map { u, v in
        let point = PaperPoint(x: u, y: v).turned(by: own)
        return PaperPoint(x: x + point.x, y: y + point.y).turned(by: degrees)
      }
      return GlyphBox(
        corners: corners, bounds: PaperBox(corners) ?? PaperBox(x: 0, y: 0, width: 0, height: 0))
    }
    let (a, b) = (box(0, 0, own: 10), box(3, 0.5, own: 50))
    let depth = a.depth(in: b)
    #expect(abs(depth - b.depth(in: a)) < 1e-9)
    #expect(abs(depth - Self.reference) < 1e-6)
  }

  @Test func aTurnedTextTurnsItsBoxes() throws {
    let flat = GlyphBox.boxes(of: run("国"))
    let turned = GlyphBox.boxes(of: run("国", rotation: 90))
    let (a, b) = (try #require(flat.first).bounds, try #require(turned.first).bounds)
    #expect(abs(a.width - b.height) < 1e-9 && abs(a.height - b.width) < 1e-9)
    #expect(b.minX >= 50 - FontFace.sansRegular.descent * 10 - 1e-9 && b.minY >= 50 - 1e-9)
  }

  @Test func spacesLeaveNoInk() { #expect(GlyphBox.boxes(of: run("a　b c")).count == 3) }

  @Test func aLineCountsInsideOnly() {
    let box = GlyphBox(PaperBox(x: 0, y: 0, width: 4, height: 2))
    #expect(abs(box.lengthInside(PaperPoint(x: -5, y: 1), PaperPoint(x: 9, y: 1)) - 4) < 1e-9)
    #expect(box.lengthInside(PaperPoint(x: 1, y: 1), PaperPoint(x: 2, y: 1)) == 1)
    #expect(box.lengthInside(PaperPoint(x: -5, y: 3), PaperPoint(x: 9, y: 3)) == 0)
  }
}
