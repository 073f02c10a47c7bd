/// Breaks text into lines as Chinese typography asks.
///
/// A line may end between any two hanzi, but not before a closing mark nor after an opening one; Latin
/// words and numbers stay whole.
enum TextWrap {
  private static let noLineStart: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "》", "”", "’", "！", "？", "】", "·", ",", ".", ")", ";", ":", "%",
    "…", "—",
  ]
  private static let noLineEnd: Set<Character> = ["（", "《", "“", "‘", "【", "("]

  /// The lines of a text no wider than `width` ems, as far as its unbreakable pieces allow.
  static func lines(_ text: String, width: Double, face: FontFace) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(String(paragraph), width: width, face: face)
    }
    return lines
  }

  private static func wrapped(_ text: String, width: Double, face: FontFace) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    for piece in pieces(of: text) {
      let pieceWidth = face.width(of: piece)
      if !line.isEmpty, lineWidth + face.width(of: trimmed(piece)) > width {
        lines.append(trimmed(line))
        line = ""
        lineWidth = 0
        if piece == " " { continue }
      }
      line += piece
      lineWidth += pieceWidth
    }
    if !trimmed(line).isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// The text cut wherever a line may end.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var last: Character?
    for character in text {
      let joins =
        last.map { before in
          noLineStart.contains(character) || noLineEnd.contains(before)
            || (!isHanzi(character) && !isHanzi(before) && character != " " && before != " ")
        } ?? false
      if joins, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  /// Whether the character is set in a square box of its own.
  static func isHanzi(_ character: Character) -> Bool {
    (character.unicodeScalars.first?.value ?? 0) >= 0x2E80
  }

  private static func trimmed(_ text: String) -> String {
    var result = Substring(text)
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
