internal import CCairo
internal import Messages

/// The fonts of this machine that some sheets are set in, ready for cairo.
///
/// Stays in one task.
final class MachineFonts {
  /// A font of cairo's, released with its owner.
  private final class Font {
    let face: OpaquePointer
    init(_ face: OpaquePointer) { self.face = face }
    deinit { cairo.cairo_font_face_destroy(face) }
  }

  private struct Glyph: Hashable {
    let face: FontFace
    let scalar: Unicode.Scalar
  }

  private var fonts: [FontFace: Font] = [:]
  /// Fonts for characters that the sheet's own fonts do not have.
  private var substitutes: [Unicode.Scalar: Font] = [:]
  private var glyphs: [Glyph: (font: OpaquePointer, index: UInt)] = [:]

  /// - Parameter text: The characters that are drawn, by font.
  /// - Throws: ``RenderError`` when the machine does not have a font: what stands in for it would be of
  ///   other widths than the sheet was laid out with.
  init(for text: [FontFace: Set<Unicode.Scalar>]) throws(RenderError) {
    try DrawingLibrary.demand(.cairo, .harfBuzz)
    for face in FontFace.allCases {
      guard let scalars = text[face] else { continue }
      guard let pattern = FontPattern(face), let font = pattern.subset(of: scalars.sorted()) else {
        throw Self.missing(face)
      }
      fonts[face] = Font(font)
      for scalar in scalars where !pattern.has(scalar) && substitutes[scalar] == nil {
        substitutes[scalar] = FontPattern(with: scalar)?.subset(of: [scalar]).map(Font.init)
      }
    }
  }

  /// Holds that the machine has some fonts.
  static func demand(_ faces: some Collection<FontFace>) throws(RenderError) {
    try DrawingLibrary.demand(.cairo)
    for face in FontFace.allCases where faces.contains(face) && FontPattern(face) == nil {
      throw missing(face)
    }
  }

  /// The glyph of a code point and the font that has it: the face itself or, where it has none, another.
  ///
  /// - Parameter context: Some context; its font changes.
  /// - Returns: `nil` for a face that was not asked for.
  func glyph(
    of scalar: Unicode.Scalar, in face: FontFace, on context: OpaquePointer
  ) -> (font: OpaquePointer, index: UInt)? {
    let key = Glyph(face: face, scalar: scalar)
    if let known = glyphs[key] { return known }
    guard let font = substitutes[scalar] ?? fonts[face] else { return nil }
    let found = (font.face, Self.index(of: scalar, in: font.face, on: context))
    glyphs[key] = found
    return found
  }

  /// 0 where the font has no glyph.
  private static func index(
    of scalar: Unicode.Scalar, in font: OpaquePointer, on context: OpaquePointer
  ) -> UInt {
    cairo.cairo_set_font_face(context, font)
    let text = String(Character(scalar))
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo.cairo_scaled_font_text_to_glyphs(
      cairo.cairo_get_scaled_font(context), 0, 0, text, Int32(text.utf8.count), &glyphs, &count,
      nil, nil,
      nil)
    defer { cairo.cairo_glyph_free(glyphs) }
    guard status == CAIRO_STATUS_SUCCESS, count > 0, let glyphs else { return 0 }
    return UInt(glyphs[0].index)
  }

  private static func missing(_ face: FontFace) -> RenderError {
    let name = (face.names.first ?? "") + (face.isBold ? " Bold" : "")
    return RenderError(
      message: Wording("the font '\(name)' is not installed", zh: "没有安装字体“\(name)”"),
      help: Wording(
        "install the Debian package fonts-noto-cjk, or Homebrew's font-noto-sans-cjk and font-noto-serif-cjk; SVG with --text glyphs or path needs no font",
        zh:
          "安装 Debian 软件包 fonts-noto-cjk，或 Homebrew 的 font-noto-sans-cjk 和 font-noto-serif-cjk；文字方式为 glyphs 或 path 的 SVG 不需要字体"
      ))
  }
}
