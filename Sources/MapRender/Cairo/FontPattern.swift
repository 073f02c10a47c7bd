internal import CCairo

/// What fontconfig says of one font file.
final class FontPattern {
  private let pattern: OpaquePointer

  deinit { cairo.FcPatternDestroy(pattern) }

  /// A face under one of its names; `nil` when fontconfig would put another in its place.
  init?(_ face: FontFace) {
    for name in face.names {
      guard let wish = cairo.FcPatternCreate() else { return nil }
      _ = cairo.FcPatternAddString(wish, FC_FAMILY, name)
      _ = cairo.FcPatternAddInteger(
        wish, FC_WEIGHT, face.isBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
      guard let match = Self.match(wish) else { continue }
      var weight = 0.0
      _ = cairo.FcPatternGetDouble(match, FC_WEIGHT, 0, &weight)
      let isHeavy = weight >= Double(FC_WEIGHT_DEMIBOLD)
      if isHeavy == face.isBold, Self.families(of: match).contains(name) {
        pattern = match
        return
      }
      cairo.FcPatternDestroy(match)
    }
    return nil
  }

  /// Some font that has a character; `nil` when none has.
  init?(with scalar: Unicode.Scalar) {
    guard let wish = cairo.FcPatternCreate(), let characters = cairo.FcCharSetCreate() else {
      return nil
    }
    _ = cairo.FcCharSetAddChar(characters, scalar.value)
    _ = cairo.FcPatternAddCharSet(wish, FC_CHARSET, characters)
    // Colour fonts have pictures and no outlines.
    _ = cairo.FcPatternAddBool(wish, FC_COLOR, FcFalse)
    _ = cairo.FcPatternAddBool(wish, FC_SCALABLE, FcTrue)
    cairo.FcCharSetDestroy(characters)
    guard let match = Self.match(wish) else { return nil }
    pattern = match
    guard has(scalar) else { return nil }
  }

  /// Whether the font has a glyph for a code point.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    var characters: OpaquePointer?
    _ = cairo.FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters)
    return characters.map { cairo.FcCharSetHasChar($0, scalar.value) == FcTrue } ?? false
  }

  /// A font of cairo's with the glyphs of some code points, to be destroyed by the caller.
  func subset(of scalars: [Unicode.Scalar]) -> OpaquePointer? {
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard cairo.FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file else {
      return nil
    }
    _ = cairo.FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    // The upper half names an instance of a variable font.
    return FontSubset.font(
      file: String(cString: file), index: Int(index & 0xFFFF), scalars: scalars)
  }

  /// The best font for a wish, which is used up.
  private static func match(_ wish: OpaquePointer) -> OpaquePointer? {
    defer { cairo.FcPatternDestroy(wish) }
    _ = cairo.FcConfigSubstitute(nil, wish, FcMatchPattern)
    cairo.FcDefaultSubstitute(wish)
    var result = FcResultMatch
    return cairo.FcFontMatch(nil, wish, &result)
  }

  private static func families(of pattern: OpaquePointer) -> [String] {
    var names: [String] = []
    var name: UnsafeMutablePointer<FcChar8>?
    while cairo.FcPatternGetString(pattern, FC_FAMILY, Int32(names.count), &name) == FcResultMatch,
      let text = name
    {
      names.append(String(cString: text))
    }
    return names
  }
}
