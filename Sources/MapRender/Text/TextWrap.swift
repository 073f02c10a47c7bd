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

  /// A text in a number of lines that are as even as can be; fewer where it has too few pieces.
  ///
  /// Lines break best at spaces, and else behind an even number of hanzi, since most words have two.
  static func even(_ text: String, parts: Int, face: FontFace) -> [String] {
    let all = pieces(of: text)
    guard parts > 1, all.count > 1 else { return [trimmed(text)] }
    guard all.count <= 24 else {
      return lines(text, width: face.width(of: text) / Double(parts) + 0.6, face: face)
    }
    var best: (score: Double, lines: [String])?
    func divide(_ start: Int, _ left: Int, _ done: [String], _ widest: Double, _ faults: Double) {
      if left == 1 {
        let line = trimmed(all[start...].joined())
        guard !line.isEmpty else { return }
        let score = max(widest, face.width(of: line)) + faults
        if score < (best?.score ?? .infinity) - 1e-9 { best = (score, done + [line]) }
        return
      }
      for end in start + 1..<max(start + 1, all.count) {
        let line = trimmed(all[start..<end].joined())
        guard !line.isEmpty else { continue }
        divide(
          end, left - 1, done + [line], max(widest, face.width(of: line)),
          faults + fault(of: line, before: all[end...].joined()))
      }
    }
    divide(0, parts, [], 0, 0)
    return best?.lines ?? [trimmed(text)]
  }

  /// How bad it is to end a line there, in ems of width: less than nothing where words meet.
  private static func fault(of line: String, before rest: String) -> Double {
    if rest.first == " " { return -1.2 }
    let ending = String(line.suffix(2))
    if words.contains(ending) || words.contains(String(rest.prefix(2))) { return -0.8 }
    if words.contains(String(line.suffix(1) + rest.prefix(1))) { return 1.5 }
    return line.filter(isHanzi).count % 2 == 1 ? 0.35 : 0
  }

  /// Words that names of plans often end in or hold; none is broken.
  private static let words: Set<String> = [
    "片区", "园区", "新区", "新城", "核心", "广场", "中心", "街道", "板块", "基地", "走廊", "产业", "科技",
    "国际", "研发", "示范", "服务", "集团", "大道", "公园", "医院", "大学", "学校", "车站", "铁路", "公路",
    "延伸", "东延", "西延", "南延", "北延", "打通", "建设", "提升", "绿化", "亮化", "改造", "工程", "道路",
    "生态", "工业", "商务", "商圈", "能源", "材料", "装备", "制造", "信息", "技术", "农业", "健康", "湿地",
  ]

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
            || isNumber(before)
            || before == " " && pieces.last.map(isNumberAndSpace) == true
            || (!isHanzi(character) && !isHanzi(before) && character != " " && before != " "
              && !(before == "–" && character.isLetter))
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

  /// Whether the character is a number in a circle, which belongs to what follows.
  static func isNumber(_ character: Character) -> Bool {
    (0x2460...0x24FF).contains(character.unicodeScalars.first?.value ?? 0)
      || (0x3251...0x32BF).contains(character.unicodeScalars.first?.value ?? 0)
  }

  private static func isNumberAndSpace(_ piece: String) -> Bool {
    piece.count == 2 && piece.first.map(isNumber) == true
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
