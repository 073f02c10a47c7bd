public import GeoJSONCoding

/// A line of a file cut around a place, as people are shown it.
public struct SourceExcerpt {
  /// What is shown of the line, fit for a terminal.
  public let text: String
  /// How many places of a terminal lie before the mark.
  public let indent: Int
  /// How many places the mark takes, one at least.
  public let mark: Int

  /// Cuts the line of a location; `nil` when the file has no such line.
  ///
  /// - Parameter width: How many places of a terminal the text may take.
  public init?(_ location: SourceLocation, in source: SourceText, width: Int = 100) {
    guard let line = source.range(ofLine: location.line), !line.isEmpty,
      let offset = source.offset(line: location.line, column: location.column)
    else { return nil }
    // Every place of the terminal may take four bytes; what lies further off is not looked at.
    let window = (width + 1) * 4
    let start = max(line.lowerBound, offset - window)
    let end = min(line.upperBound, offset + window)
    let before = Piece.pieces(source.bytes(in: start..<offset))
    let after = Piece.pieces(source.bytes(in: offset..<end))
    let isWhole = start == line.lowerBound && end == line.upperBound
    let (left, right) = (Piece.width(before), Piece.width(after))

    var shownBefore = before
    var shownAfter = after
    if !isWhole || left + right > width {
      let room = max(width * 2 / 5, width - right)
      shownBefore = Piece.fitting(before.reversed(), room, isCut: start > line.lowerBound)
        .reversed()
      shownAfter = Piece.fitting(
        after, width - Piece.width(shownBefore), isCut: end < line.upperBound)
    }
    text = (shownBefore + shownAfter).map(\.text).joined()
    indent = Piece.width(shownBefore)
    let token = SourceToken(at: offset, in: source, line: line)
    let marked =
      token.isNested ? 1 : Piece.width(Piece.pieces(source.bytes(in: offset..<token.end)))
    mark = max(1, min(marked, Piece.width(shownAfter)))
  }
}

/// A character of an excerpt and the places that it takes.
private struct Piece {
  let text: String
  let width: Int

  /// What a run of bytes shows.
  static func pieces(_ bytes: [UInt8]) -> [Piece] {
    // A window may start or end inside a character.
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    return String(decoding: whole, as: UTF8.self).unicodeScalars.map { scalar in
      let text = PlainText.line(String(scalar))
      return Piece(text: text, width: PlainText.width(of: text))
    }
  }

  static func width(_ pieces: [Piece]) -> Int { pieces.reduce(0) { $0 + $1.width } }

  /// The first pieces that fit into some places, and a mark where others are left out.
  static func fitting(_ pieces: [Piece], _ room: Int, isCut: Bool) -> [Piece] {
    guard isCut || width(pieces) > room else { return pieces }
    var left = room - 1
    let kept = pieces.prefix { piece in
      left -= piece.width
      return left >= 0
    }
    return kept + [Piece(text: "…", width: 1)]
  }
}

/// What stands at a place of a file: a position, a text, a word, a whole feature.
struct SourceToken {
  /// The offset behind it, on the same line.
  let end: Int
  /// Whether it is an object, of which the first brace is enough to see.
  let isNested: Bool

  /// How far a token is followed; a place in a line of many megabytes stays cheap.
  private static let limit = 65_536

  /// Finds the end of the token at an offset.
  init(at offset: Int, in source: SourceText, line: Range<Int>) {
    let stop = min(line.upperBound, offset + Self.limit)
    let start = min(offset, stop)
    let text = source.bytes(in: start..<stop)
    var length = text.count
    switch text.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      length = Self.closing(of: text[...]) ?? min(1, length)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      length = Self.quoteEnd(of: text[...]) ?? length
    default:
      length = text.dropFirst().firstIndex { " \t,]}".utf8.contains($0) } ?? length
    }
    isNested = text.first == UInt8(ascii: "{")
    end = start + length
  }

  /// The place behind the bracket that closes the first one.
  private static func closing(of text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""):
        guard let behind = quoteEnd(of: text[index...]) else { return nil }
        index = behind - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The place behind the quote that closes the first one.
  private static func quoteEnd(of text: ArraySlice<UInt8>) -> Int? {
    var isEscaped = false
    for index in text.indices.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if text[index] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if text[index] == text.first {
        return index + 1
      }
    }
    return nil
  }
}

extension ReportBackground {
  /// Where what stands at a location ends: its last column and one, on the same line.
  func endColumn(of location: SourceLocation) -> Int {
    guard let source = files[location.file], let line = source.range(ofLine: location.line),
      let offset = source.offset(line: location.line, column: location.column)
    else { return location.column + 1 }
    let end = SourceToken(at: offset, in: source, line: line).end
    return max(location.column + 1, source.location(at: end).column)
  }
}
