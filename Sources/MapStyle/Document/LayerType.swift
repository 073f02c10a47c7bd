/// How a layer draws its features.
public enum LayerType: String, Hashable, Sendable, CaseIterable {
  /// One colour behind everything; has no source.
  case background
  /// The inside of polygons.
  case fill
  /// Lines, and the outlines of polygons.
  case line
  /// Circles at points.
  case circle
  /// Text and symbols.
  case symbol
}
