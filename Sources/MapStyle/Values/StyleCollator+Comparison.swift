import Foundation

extension StyleCollator {
  /// Negative, zero or positive, as one string stands before, with or after another.
  func compare(_ a: String, _ b: String) -> Int {
    var options: String.CompareOptions = []
    if !isCaseSensitive { options.insert(.caseInsensitive) }
    if !isDiacriticSensitive { options.insert(.diacriticInsensitive) }
    let (a, b) = (spelled(a), spelled(b))
    let order = a.compare(b, options: options, range: nil, locale: Locale(identifier: name))
    return order.rawValue
  }

  /// The text as it is looked for: Germans take `ue` for `ü`.
  private func spelled(_ text: String) -> String {
    guard !isDiacriticSensitive, name.hasPrefix("de") else { return text }
    let spellings = ["ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"]
    return spellings.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }

  /// The language whose order applies, as `resolved-locale` gives it.
  var name: String { locale ?? "en" }
}
