import Messages

/// Questions after a message about a word that is not known.
enum Suggesting {
  /// `; did you mean 'fill-color'?`, or nothing.
  static func question(for word: String, in words: some Sequence<String>) -> String {
    Suggestion.question(for: word, in: words).english
  }
}
