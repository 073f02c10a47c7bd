/// The languages of messages and maps.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}

/// One sentence in every language gxq-map speaks.
///
/// Lower case, no full stop, the real name in single quotes, the number with its unit.
public struct Wording: Hashable, Sendable {
  /// The English sentence.
  public let english: String
  /// The Chinese sentence.
  public let chinese: String

  /// Creates a wording from both sentences.
  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A word of the user's, in the quotes of each language.
  public static func quoted(_ word: String) -> Wording {
    Wording("'\(word)'", zh: "“\(word)”")
  }

  /// The sentence in a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
