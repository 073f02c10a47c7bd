/// What an area is filled with.
enum Paint: Hashable, Sendable {
  case ink(Ink)
  case pattern(Pattern)

  static let black = Paint.ink(.black)
  static let white = Paint.ink(.white)
  static let grey = Paint.ink(.grey)
}

/// A small drawing that fills an area over and over, like the tiles of a floor.
///
/// The first tile lies with its top left corner on that of the sheet; then the whole floor is turned around
/// that corner. What reaches over a tile's edge is cut off there.
struct Pattern: Hashable, Sendable {
  /// What tells patterns apart, fit to be an XML id; two of one name are the same.
  var name: String
  /// The width of a tile in millimetres.
  var width: Double
  /// The height of a tile in millimetres.
  var height: Double
  /// Degrees clockwise.
  var angle = 0.0
  /// The ink below the drawing.
  var background: Ink?
  /// What one tile shows, in millimetres from the tile's top left corner.
  var items: [DrawItem]
}
