internal import Messages

/// The language of the names on a map.
public enum LabelLanguage: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
  /// Chinese, and English below it in smaller letters.
  case both = "zh+en"

  /// The language of what furniture is in.
  init(_ language: Language) { self = language == .chinese ? .chinese : .english }

  /// The language of the name, and of the one below it.
  var languages: (first: Language, second: Language?) {
    switch self {
    case .chinese: (.chinese, nil)
    case .english: (.english, nil)
    case .both: (.chinese, .english)
    }
  }
}
