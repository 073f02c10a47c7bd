internal import CCairo
internal import CHarfBuzz

/// The glyphs of a font file that a document needs, cut out by HarfBuzz and opened for cairo.
///
/// cairo would cut the font itself, but cairo 1.16 loses glyphs whose hints change half-way (such as 如
/// of Noto Sans): without hints and subroutines there is nothing that it could miss.
final class FontSubset {
  private let blob: OpaquePointer
  private let library: FT_Library
  private let face: FT_Face

  /// - Parameters:
  ///   - file: The path of the font file.
  ///   - index: Which font of the file.
  /// - Returns: A font of cairo's that keeps its subset alive; `nil` when the file cannot be read.
  static func font(
    file: String, index: Int, scalars: some Sequence<Unicode.Scalar>
  ) -> OpaquePointer? {
    guard let subset = FontSubset(file: file, index: index, scalars: scalars),
      let font = cairo.cairo_ft_font_face_create_for_ft_face(subset.face, 0)
    else { return nil }
    // cairo keeps fonts for later, longer than whoever asked for them.
    let owner = Unmanaged.passRetained(subset)
    let status = cairo.cairo_font_face_set_user_data(font, key, owner.toOpaque()) { owner in
      if let owner { Unmanaged<FontSubset>.fromOpaque(owner).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo.cairo_font_face_destroy(font)
      owner.release()
      return nil
    }
    return font
  }

  private init?(file: String, index: Int, scalars: some Sequence<Unicode.Scalar>) {
    guard let blob = Self.cut(file: file, index: index, scalars: scalars) else { return nil }
    var length: UInt32 = 0
    var library: FT_Library?
    var face: FT_Face?
    guard let data = harfBuzz.hb_blob_get_data(blob, &length),
      cairo.FT_Init_FreeType(&library) == 0,
      let library
    else {
      harfBuzz.hb_blob_destroy(blob)
      return nil
    }
    let bytes = UnsafeRawPointer(data).assumingMemoryBound(to: FT_Byte.self)
    guard cairo.FT_New_Memory_Face(library, bytes, FT_Long(length), 0, &face) == 0, let face else {
      _ = cairo.FT_Done_FreeType(library)
      harfBuzz.hb_blob_destroy(blob)
      return nil
    }
    (self.blob, self.library, self.face) = (blob, library, face)
  }

  deinit {
    _ = cairo.FT_Done_Face(face)
    _ = cairo.FT_Done_FreeType(library)
    harfBuzz.hb_blob_destroy(blob)
  }

  private static func cut(
    file: String, index: Int, scalars: some Sequence<Unicode.Scalar>
  ) -> OpaquePointer? {
    guard let whole = harfBuzz.hb_blob_create_from_file(file),
      let input = harfBuzz.hb_subset_input_create_or_fail()
    else { return nil }
    let face = harfBuzz.hb_face_create(whole, UInt32(index))
    defer {
      harfBuzz.hb_face_destroy(face)
      harfBuzz.hb_blob_destroy(whole)
      harfBuzz.hb_subset_input_destroy(input)
    }
    let wanted = harfBuzz.hb_subset_input_unicode_set(input)
    for scalar in scalars { harfBuzz.hb_set_add(wanted, scalar.value) }
    harfBuzz.hb_subset_input_set_flags(
      input,
      HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
    // Sheets are set glyph by glyph: nothing is asked of layout tables.
    let dropped = harfBuzz.hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"] {
      harfBuzz.hb_set_add(dropped, name.utf8.reduce(0) { $0 << 8 | UInt32($1) })
    }
    guard let cut = harfBuzz.hb_subset_or_fail(face, input) else { return nil }
    defer { harfBuzz.hb_face_destroy(cut) }
    return harfBuzz.hb_face_reference_blob(cut)
  }

  /// Only its address matters, which stays the same; nothing is ever stored in it.
  nonisolated(unsafe) private static let key =
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
