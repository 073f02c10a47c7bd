/// Breaks text into lines as Chinese typography asks, where ``BreakableText`` says that one may end.
enum TextWrap {
  /// The lines of a text no wider than `width` ems, as far as its unbreakable pieces allow.
  static func lines(_ text: String, width: Double, face: FontFace) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else {
      return wrapped(text, width: width, face: face)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), width: width, face: face) }
  }

  /// A text in a number of lines that are as even as can be; fewer where it has too few pieces.
  ///
  /// Lines break best at spaces, and else behind an even number of hanzi, since most words have two.
  static func even(_ text: String, parts: Int, face: FontFace) -> [String] {
    even(BreakableText(text, face), parts: parts, face: face)
  }

  /// The same of a text whose pieces are known.
  static func even(_ text: BreakableText, parts: Int, face: FontFace) -> [String] {
    let count = text.pieceCount
    guard parts > 1, count > 1 else { return [text.line(0..<count)] }
    guard count <= 24 else {
      return lines(
        text.text, width: text.width(of: 0..<count) / Double(parts) + 0.6, face: face)
    }
    var best: (score: Double, ends: [Int])?
    var ends: [Int] = []
    func divide(_ start: Int, _ left: Int, _ widest: Double, _ faults: Double) {
      if left == 1 {
        guard let width = text.trimmedWidth(of: start..<count) else { return }
        let score = max(widest, width) + faults
        if score < (best?.score ?? .infinity) - 1e-9 { best = (score, ends + [count]) }
        return
      }
      for end in start + 1..<max(start + 1, count) {
        guard let width = text.trimmedWidth(of: start..<end) else { continue }
        ends.append(end)
        divide(end, left - 1, max(widest, width), faults + text.fault(of: start..<end))
        ends.removeLast()
      }
    }
    divide(0, parts, 0, 0)
    guard let ends = best?.ends else { return [text.line(0..<count)] }
    return zip([0] + ends, ends).map { text.line($0..<$1) }
  }

  private static func wrapped(_ text: String, width: Double, face: FontFace) -> [String] {
    // Most texts fit into one line.
    if face.width(of: text) < width - 1e-6 { return [trimmed(text)] }
    let text = BreakableText(text, face)
    var lines: [String] = []
    var line = 0..<0
    var lineWidth = 0.0
    for piece in 0..<text.pieceCount {
      let own = piece..<piece + 1
      if !line.isEmpty, lineWidth + (text.trimmedWidth(of: own) ?? 0) > width {
        lines.append(text.line(line))
        lineWidth = 0
        line = piece..<piece
        if text.isSpace(piece) {
          line = piece + 1..<piece + 1
          continue
        }
      }
      line = line.lowerBound..<piece + 1
      lineWidth += text.width(of: own)
    }
    if text.trimmedWidth(of: line) != nil || lines.isEmpty { lines.append(text.line(line)) }
    return lines
  }

  /// Whether the character is a number in a circle, which belongs to what follows.
  static func isNumber(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isNumber) ?? false
  }

  /// Whether the character is set in a square box of its own.
  static func isHanzi(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isHanzi) ?? false
  }

  static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x24FF).contains(scalar.value) || (0x3251...0x32BF).contains(scalar.value)
  }

  static func isHanzi(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else {
      return text
    }
    var result = Substring(text)
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
