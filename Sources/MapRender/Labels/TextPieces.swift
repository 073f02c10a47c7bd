/// Text taken apart into hanzi and words, to be set along a line: measured once, placed many times.
///
/// A class, because hundreds of candidates share one.
final class TextPieces: Sendable {
  /// A hanzi, or a Latin word or number.
  struct Piece: Sendable {
    var text: String
    let isWord: Bool
    let followsSpace: Bool
  }

  /// Where a piece stands and how far it is turned.
  struct Spot: Sendable {
    let baseline: PaperPoint
    /// Degrees clockwise.
    let rotation: Double
  }

  let text: String
  let pieces: [Piece]
  let look: LabelRequest.Look
  /// Whether there is no hanzi in it: words turn with the line as far as it goes.
  let isLatin: Bool
  /// The width of each piece as it reads, in millimetres.
  let widths: [Double]
  /// How far the ink of each piece reaches from its baseline, in ems.
  let reaches: [FontFace.Reach]
  /// The space before each piece, in millimetres.
  let gaps: [Double]
  /// Whether characters stand upright wherever they are, one above or beside the other.
  let isUpright: Bool
  /// How much of a line's way each piece takes on a steep line, where upright hanzi take their height.
  let heights: [Double]
  /// The same for all together, with the space between them, and on a line that is not steep.
  let lengths: (steep: Double, level: Double)
  /// How many times the text takes up what it is spread by: once between hanzi, twice where a word ends.
  let openings: Double

  init(_ text: String, _ look: LabelRequest.Look, isUpright: Bool = false) {
    self.text = text
    self.look = look
    self.isUpright = isUpright
    let pieces = Self.pieces(of: text, look.face)
    let isLatin = pieces.allSatisfy(\.isWord)
    self.pieces = pieces
    self.isLatin = isLatin
    widths = pieces.map { look.face.width(of: $0.text) * look.size }
    reaches = pieces.map { look.face.reach(of: $0.text) }
    gaps = pieces.map { ($0.followsSpace ? (isLatin ? 0.28 : 0.6) : look.spacing) * look.size }
    heights = zip(pieces, widths).map { $0.isWord ? $1 : look.size }
    let between = gaps.dropFirst().reduce(0, +)
    lengths = (heights.reduce(0, +) + between, widths.reduce(0, +) + between)
    openings = pieces.dropFirst().reduce(0) { $0 + ($1.followsSpace ? 2 : 1) }
  }

  /// How much of a line's way the text takes, in millimetres.
  var length: Double { lengths.level }

  /// How many times the space before a piece takes up what the text is spread by.
  func opening(before index: Int) -> Double { pieces[index].followsSpace ? 2 : 1 }

  /// The pieces to draw at their spots.
  func runs(at spots: [Spot]) -> [TextRun] {
    zip(pieces, spots).map { piece, spot in
      TextRun(
        text: piece.text, at: spot.baseline, size: look.size, face: look.face, ink: look.ink,
        anchor: .middle, rotation: spot.rotation, slant: look.slant)
    }
  }

  /// The middle of each piece at its spot.
  func middles(at spots: ArraySlice<Spot>) -> [PaperPoint] {
    let drop = (look.face.ascent - look.face.descent) / 2 * look.size
    return spots.map { spot in
      let rise = PaperPoint(x: 0, y: -drop).turned(by: spot.rotation)
      return spot.baseline.moved(rise.x, rise.y)
    }
  }

  /// From where to where each piece runs at its spot.
  func ways(at spots: ArraySlice<Spot>) -> [(PaperPoint, PaperPoint)] {
    zip(zip(spots, middles(at: spots)), widths).map { place, width in
      let (spot, middle) = place
      let half = PaperPoint(x: width / 2, y: 0).turned(by: spot.rotation)
      return (middle.moved(-half.x, -half.y), middle.moved(half.x, half.y))
    }
  }

  private static func pieces(of text: String, _ face: FontFace) -> [Piece] {
    var result: [Piece] = []
    var followsSpace = false
    for character in text {
      guard character != " " else {
        followsSpace = true
        continue
      }
      let isWord = face.advance(of: character) < 0.99
      if isWord, !followsSpace, let last = result.last, last.isWord {
        result[result.count - 1].text.append(character)
      } else {
        result.append(Piece(text: String(character), isWord: isWord, followsSpace: followsSpace))
      }
      followsSpace = false
    }
    return result
  }
}
