/// A name that is to stand on the map, and how it is to look.
struct LabelRequest: Sendable {
  /// What the name belongs to.
  enum Place: Sendable {
    /// One of some points, and the radius of the symbols that stand there, in millimetres.
    case points([PaperPoint], clearance: Double)
    case lines([[PaperPoint]])
    case areas([[[PaperPoint]]])
  }

  struct Look: Sendable {
    var face: FontFace
    /// The size of an em in millimetres.
    var size: Double
    var ink: Ink
    var halo: Ink
    var haloWidth: Double
    /// Space between characters, in ems.
    var spacing = 0.0
    var lineHeight = 1.15
    /// Degrees by which the text leans to the left.
    var slant = 0.0
    /// The widest line, in ems.
    var maxWidth = 12.0

    /// The look of the name in the other language, below this one: smaller, but never too small to read.
    var second: Look {
      var look = self
      look.size = max(TypeSize.leastGloss, (size * 65).rounded() / 100)
      look.spacing = 0
      return look
    }
  }

  /// The feature's id.
  let feature: String
  /// The style layer that asks.
  let styleLayer: String
  let layer: String
  let text: String
  let place: Place
  let look: Look
  /// Names with a higher one are the worse to leave out.
  let priority: Double
  /// Whether it must be placed; repeats along a river need not be.
  let isRequired: Bool
  /// The name in the other language, to stand below.
  var second: String?
  /// How far a line's name keeps from the line; 0 puts it on the line.
  var offset = 0.0
  /// Which of the names along one line it is.
  var part = 0
  /// How far it keeps from other names of the same feature, in millimetres.
  var apart = 0.0
  /// Where along its line it should stand, as shares of the length; the middle unless the line has several.
  var stretch = 0.0...1.0
  /// The widest space to spread characters by along a river or over an area, in ems.
  var spread = 0.0
  /// Whether the name may stand away from its feature with a line leading to it.
  var allowsLeader = true
  /// How much more such a place costs.
  var leaderCost = 0.0

  /// What it counts to leave the name out.
  var penalty: Double { isRequired ? 60 : part > 0 ? 3 : 10 }

  /// How much it counts that the name has a good place: more for names of higher priority.
  var weight: Double { 1 + min(100, max(0, priority)) / 100 }

  /// A name for sorting that does not depend on the order of requests.
  var key: (Double, Int, String, String, Int) {
    (-priority, isRequired ? 0 : 1, feature, styleLayer, part)
  }
}
