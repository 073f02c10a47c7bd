public import Messages

/// A place on a map sheet, in millimetres from its top left corner.
public struct SheetPlace: Hashable, Sendable {
  /// The id of the sheet.
  public let sheet: String
  /// The looks of the sheet under which it is so; empty where the sheet has but one.
  public var themes: [String]
  /// The left edge of the place.
  public let minX: Double
  /// The upper edge.
  public let minY: Double
  /// The right edge.
  public let maxX: Double
  /// The lower edge.
  public let maxY: Double

  /// Creates a place.
  public init(
    sheet: String, themes: [String] = [], minX: Double, minY: Double, maxX: Double, maxY: Double
  ) {
    (self.sheet, self.themes) = (sheet, themes)
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  /// The middle of the place in a phrase.
  public var phrase: Wording {
    let x = DecimalText.fixed((minX + maxX) / 2, decimals: 1)
    let y = DecimalText.fixed((minY + maxY) / 2, decimals: 1)
    let list = themes.joined(separator: ", ")
    return Wording(
      "on sheet '\(sheet)' at \(x), \(y) mm" + (themes.isEmpty ? "" : ", theme \(list)"),
      zh: "图纸“\(sheet)”\(x), \(y) mm 处" + (themes.isEmpty ? "" : "，主题 \(list)"))
  }
}
