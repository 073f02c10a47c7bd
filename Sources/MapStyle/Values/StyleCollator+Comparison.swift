import Foundation

extension StyleCollator {
  /// Negative, zero or positive, as one string stands before, with or after another.
  func compare(_ a: String, _ b: String) -> Int {
    var options: String.CompareOptions = []
    if !isCaseSensitive { options.insert(.caseInsensitive) }
    if !isDiacriticSensitive { options.insert(.diacriticInsensitive) }
    let order = a.compare(b, options: options, range: nil, locale: Locale(identifier: name))
    return order.rawValue
  }

  /// The language whose order applies, as `resolved-locale` gives it.
  var name: String { locale ?? "en" }
}
