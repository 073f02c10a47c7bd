import Foundation
import Testing

@testable import MapRender

/// The widths that sheets are set with are those of the real fonts.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: RealFont.path(of: .serifBold))))
struct FontFaceTests {
  @Test(arguments: FontFace.allCases)
  func everyWidthIsTheFontsOwn(face: FontFace) throws {
    let font = try #require(RealFont(face))
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x2FF, 0x370...0x1FFF, 0x2010...0x203B, 0x2100...0x27FF,
      0x3001...0x3029, 0x3251...0x325F, 0x32B1...0x32BF, 0x4E00...0x9FA5, 0xFF01...0xFF9F,
    ]
    for code in ranges.joined() {
      guard let scalar = Unicode.Scalar(code), let real = font.advance(of: scalar) else { continue }
      let ours = face.width(of: String(Character(scalar)))
      #expect(abs(ours - real) < 0.0011, "U+\(String(code, radix: 16)): \(ours), font \(real)")
    }
  }

  @Test(arguments: FontFace.allCases)
  func hanziStayWithinAscentAndDescent(face: FontFace) throws {
    let font = try #require(RealFont(face))
    for code in UInt32(0x4E00)...0x9FA5 {
      guard let scalar = Unicode.Scalar(code), let ink = font.ink(of: scalar) else { continue }
      #expect(ink.top <= face.ascent && ink.bottom >= -face.descent)
    }
  }

  @Test(arguments: FontFace.allCases)
  func inkStaysWithinItsReach(face: FontFace) throws {
    let font = try #require(RealFont(face))
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x370...0x4FF, 0x1E00...0x1EFF, 0x2010...0x205F, 0x2460...0x24FF,
      0x3251...0x325F, 0x32B1...0x32BF, 0x4E00...0x9FA5,
    ]
    for code in ranges.joined() {
      guard let scalar = Unicode.Scalar(code), let ink = font.ink(of: scalar) else { continue }
      let reach = face.reach(of: String(Character(scalar)))
      #expect(ink.top <= reach.rise && ink.bottom >= -reach.fall, "U+\(String(code, radix: 16))")
    }
  }

  @Test(arguments: FontFace.allCases)
  func pinyinWithTonesIsMeasured(face: FontFace) throws {
    let font = try #require(RealFont(face))
    for scalar in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹĀÁǍÀĒÉĚÈŌÓǑÒ".unicodeScalars {
      let real = try #require(font.advance(of: scalar))
      #expect(abs(face.width(of: String(Character(scalar))) - real) < 0.0011, "\(scalar)")
      #expect(real < 0.85)
    }
  }

  @Test func whatNoFontHasTakesTheRoomOfAHanzi() {
    // A missing glyph is drawn as a box or by another font; either is hardly wider than an em.
    for text in ["\u{10FFFD}", "\u{1F600}", "\u{0E01}"] {
      #expect(FontFace.sansRegular.width(of: text) == 1)
      #expect(FontFace.sansRegular.reach(of: text).rise >= FontFace.sansRegular.ascent)
    }
  }

  @Test func aLineIsAsWideAsItsCharacters() {
    #expect(FontFace.sansRegular.width(of: "高新区") == 3)
    #expect(FontFace.sansRegular.width(of: "1:70 000") > 3.5)
    #expect(FontFace.sansRegular.width(of: "") == 0)
  }
}
