package import Messages

extension Quantity {
  /// Other spellings of units, and what they stand for.
  private static let otherNames: [String: String] = [
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "米": "m", "公尺": "m",
    "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "公里": "km",
    "千米": "km", "厘米": "cm", "毫米": "mm", "m^2": "m2", "sqm": "m2", "平方米": "m2",
    "hectare": "ha", "hectares": "ha", "公顷": "ha", "km^2": "km2", "平方公里": "km2", "平方千米": "km2",
    "degree": "deg", "degrees": "deg", "度": "deg", "percent": "%", "per cent": "%", "％": "%",
  ]

  /// The unit that a dimension takes where a text gives none.
  private static func usualUnit(of dimension: Dimension) -> String {
    switch dimension {
    case .length: "m"
    case .area: "m2"
    case .angle: "deg"
    case .share: "%"
    }
  }

  /// How a text that is no such quantity was probably meant, as a question; nothing where nobody knows.
  package static func question(for text: String, _ dimension: Dimension) -> Wording {
    let digits = String(text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    guard let number = Double(digits), number.isFinite else { return Wording("", zh: "") }
    let name = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    let units = unitNames(of: dimension)
    let meant =
      name.isEmpty
      ? usualUnit(of: dimension)
      : otherNames[name].flatMap { units.contains($0) ? $0 : nil }
        ?? Suggestion.nearest(to: name, in: units)
    guard let meant else { return Wording("", zh: "") }
    return Wording(
      "; did you mean '\(digits) \(meant)'?", zh: "；是否为“\(digits) \(meant)”？")
  }
}
