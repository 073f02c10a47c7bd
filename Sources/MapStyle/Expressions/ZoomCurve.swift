/// The place in an expression that depends on zoom.
///
/// A property that depends on zoom has one `step` or `interpolate` over `["zoom"]` at its top, or
/// inside `let` and `coalesce` there, so that a map can be drawn for a range of zooms.
enum ZoomCurve: Hashable, Sendable {
  case none
  /// A curve, known by the offset of its text, that may be moved up through `let` and `coalesce`.
  case curve(offset: Int, interpolates: Bool)
  /// A curve below something that it may not stand below.
  case buried
  /// More than one curve.
  case several

  /// What results for an expression with a curve of its own, or none, from those of its parts.
  static func joining(_ own: ZoomCurve = .none, _ parts: [ZoomCurve]) -> ZoomCurve {
    parts.reduce(own) { result, part in
      switch (result, part) {
      case (_, .none): result
      case (_, .several), (_, .buried): part
      case (.none, _): .buried
      default: result == part ? result : .several
      }
    }
  }
}
