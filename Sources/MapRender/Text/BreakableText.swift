/// A text cut wherever a line may end, its characters measured once.
///
/// A line may end between any two hanzi, but not before a closing mark nor after an opening one; Latin
/// words and numbers stay whole.
struct BreakableText {
  let text: String
  /// Where each character begins; one more for the end.
  private var places: [String.Index] = []
  /// The first scalar of each character.
  private var scalars: [Unicode.Scalar] = []
  /// For each character the width of all before it, in thousandths of an em; one more for all.
  private var widths = [0]
  /// For each character how many before it are hanzi; one more for all.
  private var hanzi = [0]
  /// The characters with which pieces begin; one more for the end.
  private var starts: [Int] = []

  init(_ text: String, _ face: FontFace) {
    self.text = text
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      places.append(place)
      let scalar = text.unicodeScalars[place]
      var width = 0
      for scalar in text.unicodeScalars[place..<next] { width += face.thousandths(scalar.value) }
      widths.append((widths.last ?? 0) + width)
      hanzi.append((hanzi.last ?? 0) + (TextWrap.isHanzi(scalar) ? 1 : 0))
      if !joins(scalar) { starts.append(scalars.count) }
      scalars.append(scalar)
      place = next
    }
    places.append(text.endIndex)
    starts.append(scalars.count)
  }

  /// Whether a character that comes next belongs to the piece before it.
  private func joins(_ next: Unicode.Scalar) -> Bool {
    guard let last = scalars.last, let start = starts.last else { return false }
    if Self.startsNoLine(next) || Self.endsNoLine(last) || TextWrap.isNumber(last) { return true }
    if last == " " { return scalars.count == start + 2 && TextWrap.isNumber(scalars[start]) }
    return next != " " && !TextWrap.isHanzi(next) && !TextWrap.isHanzi(last)
      && !(last == "–" && next.properties.isAlphabetic)
  }

  private static func startsNoLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "）", "》", "”", "’", "！", "？", "】", "·", ",", ".", ")", ";", ":",
      "%", "…", "—":
      true
    default: false
    }
  }

  private static func endsNoLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "“", "‘", "【", "(": true
    default: false
    }
  }

  var pieceCount: Int { starts.count - 1 }

  /// Whether a piece is nothing but a space.
  func isSpace(_ piece: Int) -> Bool {
    starts[piece + 1] == starts[piece] + 1 && scalars[starts[piece]] == " "
  }

  /// The width of some pieces, in ems.
  func width(of pieces: Range<Int>) -> Double {
    width(from: starts[pieces.lowerBound], to: starts[pieces.upperBound])
  }

  /// The width of a line of some pieces, in ems; `nil` where there is nothing but spaces.
  func trimmedWidth(of pieces: Range<Int>) -> Double? {
    let line = trimmed(pieces)
    return line.isEmpty ? nil : width(from: line.lowerBound, to: line.upperBound)
  }

  private func width(from start: Int, to end: Int) -> Double {
    Double(widths[end] - widths[start]) / 1000
  }

  /// The line that some pieces make, without spaces at its ends.
  func line(_ pieces: Range<Int>) -> String {
    let line = trimmed(pieces)
    return String(text[places[line.lowerBound]..<places[line.upperBound]])
  }

  /// The characters of some pieces without spaces at both ends.
  private func trimmed(_ pieces: Range<Int>) -> Range<Int> {
    var (start, end) = (starts[pieces.lowerBound], starts[pieces.upperBound])
    while start < end, scalars[start] == " " { start += 1 }
    while start < end, scalars[end - 1] == " " { end -= 1 }
    return start..<end
  }

  /// How bad it is to end a line behind some pieces, in ems of width: less than nothing where words meet.
  func fault(of pieces: Range<Int>) -> Double {
    let next = starts[pieces.upperBound]
    if scalars[next] == " " { return -1.2 }
    let line = trimmed(pieces)
    if line.count > 1, isWord(line.upperBound - 2, line.upperBound - 1) { return -0.8 }
    if next + 1 < scalars.count, isWord(next, next + 1) { return -0.8 }
    if isWord(line.upperBound - 1, next) { return 1.5 }
    return (hanzi[line.upperBound] - hanzi[line.lowerBound]) % 2 == 1 ? 0.35 : 0
  }

  private func isWord(_ first: Int, _ second: Int) -> Bool {
    Self.words.contains(Self.pair(scalars[first], scalars[second]))
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// Words that names of plans often end in or hold; none is broken.
  private static let words: Set<UInt64> = Set(
    [
      "片区", "园区", "新区", "新城", "核心", "广场", "中心", "街道", "板块", "基地", "走廊", "产业", "科技",
      "国际", "研发", "示范", "服务", "集团", "大道", "公园", "医院", "大学", "学校", "车站", "铁路", "公路",
      "延伸", "东延", "西延", "南延", "北延", "打通", "建设", "提升", "绿化", "亮化", "改造", "工程", "道路",
      "生态", "工业", "商务", "商圈", "能源", "材料", "装备", "制造", "信息", "技术", "农业", "健康", "湿地",
    ].map { word in
      let scalars = Array(word.unicodeScalars)
      return pair(scalars[0], scalars[1])
    })
}
