/// A planning slogan taken apart: 一心两轴五大组团 is one 心, two 轴 and five 组团.
///
/// Numerals are 一 to 九十九 and 两; 大 after a numeral only adds weight. What stands before the first
/// numeral, and between a separator such as 、 and the next numeral, is counted by nothing and left out.
public struct Slogan: Hashable, Sendable {
  /// One counted part.
  public struct Part: Hashable, Sendable {
    /// The part as it stands in the slogan, such as `五大组团`.
    public let word: String
    /// How many the slogan counts.
    public let count: Int
    /// What it counts, such as `组团`.
    public let noun: String
  }

  /// The text.
  public let text: String
  /// The counted parts in order; empty when the text counts nothing.
  public let parts: [Part]

  /// Takes a slogan apart.
  public init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var word = ""
    var numeral = ""
    var noun = ""
    func finish() {
      guard let count = Self.value(of: numeral), !noun.isEmpty else { return }
      let weightless = noun.hasPrefix("大") && noun.count > 1 ? String(noun.dropFirst()) : noun
      parts.append(Part(word: word, count: count, noun: weightless))
    }
    for character in text {
      if !noun.isEmpty, Self.separators.contains(character) || Self.digits[character] != nil {
        finish()
        (word, numeral, noun) = ("", "", "")
      }
      if character.isPunctuation || character.isWhitespace { continue }
      if Self.digits[character] != nil {
        numeral.append(character)
      } else if !numeral.isEmpty {
        noun.append(character)
      }
      if !numeral.isEmpty { word.append(character) }
    }
    finish()
    self.parts = parts
  }

  private static let separators: Set<Character> = ["、", "，", "；", "。", ",", ";", " "]

  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10,
  ]

  /// The number that a Chinese numeral up to 九十九 stands for.
  private static func value(of numeral: String) -> Int? {
    guard let ten = numeral.firstIndex(of: "十") else {
      return numeral.count == 1 ? numeral.first.flatMap { digits[$0] } : nil
    }
    let tens = numeral[..<ten]
    let ones = numeral[numeral.index(after: ten)...]
    guard tens.count <= 1, ones.count <= 1, ones != "十" else { return nil }
    let high = tens.first.map { digits[$0] ?? 0 } ?? 1
    let low = ones.first.map { digits[$0] ?? 0 } ?? 0
    return high * 10 + low
  }
}
