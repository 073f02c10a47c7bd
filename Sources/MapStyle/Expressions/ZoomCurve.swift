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

  /// What results for an expression from its parts when it is no `let` or `coalesce` itself.
  static func joining(_ parts: [ZoomCurve]) -> ZoomCurve {
    parts.reduce(.none) { result, part in
      switch (result, part) {
      case (.several, _), (.buried, _): result
      case (_, .several): .several
      case (_, .none): result
      default: .buried
      }
    }
  }

  /// What results for an expression that passes the curve of a part on as its own.
  static func passing(_ own: ZoomCurve, parts: [ZoomCurve]) -> ZoomCurve {
    parts.reduce(own) { result, part in
      switch (result, part) {
      case (.several, _), (.buried, _): result
      case (_, .several), (_, .buried): part
      case (_, .none): result
      case (.none, _): .buried
      default: result == part ? result : .several
      }
    }
  }
}
