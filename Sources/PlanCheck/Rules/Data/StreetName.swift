internal import Messages

/// A name of a street or river, made comparable.
struct StreetName {
  /// How two names are alike.
  enum Likeness: Hashable {
    /// The same to a reader: letter case, width or spaces differ.
    case writing
    /// So many letters differ, and not by counting or by side.
    case spelling(Int)
  }

  let text: String
  /// The letters without case, width and spaces.
  private let letters: [Character]
  /// The letters without what tells sisters apart: numbers and sides.
  private let core: [Character]

  init(_ text: String) {
    self.text = text
    let words = text.map(Self.folded).split { $0.isWhitespace || "-.·'’,、".contains($0) }
    letters = words.flatMap { $0 }
    core = words.filter { !Self.tellsSistersApart(String($0)) }.flatMap { word in
      word.filter { !Self.numerals.contains($0) && !$0.isNumber }
    }
  }

  /// How another name is alike; `nil` for the same name and for different ones.
  func likeness(to other: StreetName, atMost limit: Int) -> Likeness? {
    guard text != other.text else { return nil }
    if letters == other.letters { return letters.isEmpty ? nil : .writing }
    // 东路 and 西路, 1st and 2nd: streets of one family are different streets.
    if core == other.core { return nil }
    return EditDistance.between(letters, other.letters, atMost: limit).map { .spelling($0) }
  }

  /// How many letters the longer of two names has.
  func length(with other: StreetName) -> Int { max(letters.count, other.letters.count) }

  /// A letter without case and full width.
  private static func folded(_ letter: Character) -> Character {
    var scalar = letter
    if let value = letter.unicodeScalars.first?.value, letter.unicodeScalars.count == 1 {
      if (0xFF01...0xFF5E).contains(value), let narrow = UnicodeScalar(value - 0xFEE0) {
        scalar = Character(narrow)
      } else if value == 0x3000 {
        scalar = " "
      }
    }
    return scalar.lowercased().first ?? scalar
  }

  private static func tellsSistersApart(_ word: String) -> Bool {
    word.count == 1 && word.first?.isASCII == true || sides.contains(word)
      || word.first?.isNumber == true
  }

  private static let numerals: Set<Character> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "甲", "乙", "丙", "丁",
    "东", "西", "南", "北", "中", "上", "下", "左", "右", "内", "外", "前", "后", "新", "老", "大", "小",
  ]
  private static let sides: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "ne",
    "nw",
    "se", "sw", "upper", "lower", "inner", "outer", "left", "right", "old", "new", "great",
    "little",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
  ]
}
