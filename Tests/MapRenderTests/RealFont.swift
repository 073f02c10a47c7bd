import CFreeType

@testable import MapRender

/// A font file, opened by FreeType: what text really measures.
final class RealFont {
  static let folder = "/usr/share/fonts/opentype/noto/"

  private let library: FT_Library
  private let face: FT_Face

  /// The file that holds a face, where Debian's font package puts it.
  static func path(of face: FontFace) -> String {
    let family = face.isSerif ? "Serif" : "Sans"
    return "\(folder)Noto\(family)CJK-\(face.isBold ? "Bold" : "Regular").ttc"
  }

  init?(_ wanted: FontFace) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    let family = wanted.isSerif ? "Noto Serif CJK SC" : "Noto Sans CJK SC"
    for index in 0..<16 {
      var face: FT_Face?
      guard FT_New_Face(library, Self.path(of: wanted), FT_Long(index), &face) == 0, let face else {
        break
      }
      if let name = face.pointee.family_name, String(cString: name) == family {
        self.library = library
        self.face = face
        return
      }
      FT_Done_Face(face)
    }
    FT_Done_FreeType(library)
    return nil
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// The advance of a character in ems; `nil` when the font has no glyph for it.
  func advance(of scalar: Unicode.Scalar) -> Double? {
    guard load(scalar) else { return nil }
    return Double(face.pointee.glyph.pointee.advance.x) / Double(face.pointee.units_per_EM)
  }

  /// The ink of a character in ems about its origin: left, bottom, right, top; `nil` without ink.
  func ink(of scalar: Unicode.Scalar) -> (left: Double, bottom: Double, right: Double, top: Double)?
  {
    guard load(scalar) else { return nil }
    let metrics = face.pointee.glyph.pointee.metrics
    let em = Double(face.pointee.units_per_EM)
    guard metrics.width > 0, metrics.height > 0 else { return nil }
    let left = Double(metrics.horiBearingX) / em
    let top = Double(metrics.horiBearingY) / em
    return (left, top - Double(metrics.height) / em, left + Double(metrics.width) / em, top)
  }

  private func load(_ scalar: Unicode.Scalar) -> Bool {
    let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    return index != 0 && FT_Load_Glyph(face, index, FT_Int32(FT_LOAD_NO_SCALE)) == 0
  }
}
