/// How an SVG carries text.
public enum TextMode: String, Hashable, Sendable, CaseIterable {
  /// Text, hanzi one by one where a name follows a curve: looks the same in every program.
  case glyphs
  /// A name on a curve is one text on one path, to be edited; not every program draws that.
  case path
  /// Outlines: needs no font where it is shown, and cannot be edited as text.
  case outline
}
