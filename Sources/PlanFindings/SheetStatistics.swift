public import Messages

/// What was seen of one map sheet under one theme.
public struct SheetStatistics: Hashable, Sendable {
  /// A text that stands out from the others, and by how much.
  public struct Extreme: Hashable, Sendable {
    /// The text.
    public let text: String
    /// How much.
    public let value: Double

    /// Creates a note.
    public init(text: String, value: Double) {
      self.text = text
      self.value = value
    }
  }

  /// The id of the sheet.
  public let sheet: String
  /// The theme; `nil` for the look of the styles themselves.
  public let theme: String?
  /// How many names stand on the maps.
  public let placed: Int
  /// How many names found no place, whether the style requires them or leaves them out where there is no room.
  public let unplaced: Int
  /// How many runs of text the sheet has.
  public let texts: Int
  /// The height of the smallest text in millimetres.
  public let smallest: Extreme?
  /// The contrast of the text that stands out least.
  public let faintest: Extreme?
  /// How many legend entries there are.
  public let entries: Int
  /// How many pairs of texts, entries and pieces were held against each other.
  public let pairs: Int

  /// Creates statistics.
  public init(
    sheet: String, theme: String?, placed: Int, unplaced: Int, texts: Int, smallest: Extreme?,
    faintest: Extreme?, entries: Int, pairs: Int
  ) {
    (self.sheet, self.theme, self.placed, self.unplaced) = (sheet, theme, placed, unplaced)
    (self.texts, self.smallest, self.faintest) = (texts, smallest, faintest)
    (self.entries, self.pairs) = (entries, pairs)
  }

  /// The statistics in a sentence.
  public var phrase: Wording {
    func size(_ extreme: Extreme?, _ unit: Measure.Unit) -> String {
      extreme.map { "\(Measure($0.value, unit).text) ('\($0.text)')" } ?? "-"
    }
    let (small, faint) = (size(smallest, .millimetres), size(faintest, .contrast))
    let look = theme.map { Wording(", theme \($0)", zh: "，主题 \($0)") } ?? Wording("", zh: "")
    return Wording(
      "sheet '\(sheet)'\(look.english): \(placed) names placed, \(unplaced) not; \(texts) texts, "
        + "the smallest \(small), the faintest \(faint); \(entries) legend entries; \(pairs) pairs",
      zh: "图纸“\(sheet)”\(look.chinese)：注记放下 \(placed) 个，未放下 \(unplaced) 个；文字 \(texts) 处，"
        + "最小 \(small)，对比度最低 \(faint)；图例条目 \(entries) 个；比较 \(pairs) 对")
  }
}
