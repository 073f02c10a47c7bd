public import Messages

/// A form that a text can have: a date, a length, a scale.
public struct TextForm: Sendable {
  /// The bare numbers that stand for a text of the form where a file can have numbers.
  public enum Numbers: Hashable, Sendable {
    case none
    case integers(ClosedRange<Int>)
    case decimals(ClosedRange<Double>)
  }

  /// The name, unique among the forms of a file.
  public let name: String
  /// What such a text is, for a sentence: `a day such as '2018-10-02'`.
  public let meaning: Wording
  /// A regular expression that every such text matches, and little else.
  public let pattern: String
  /// The bare numbers that will do as well.
  public let numbers: Numbers
  /// The words that a text of the form mostly is, to ask what was meant; empty where there are none.
  public let words: [String]
  private let test: @Sendable (String) -> Bool
  private let ask: @Sendable (String) -> Wording

  /// Creates a form.
  ///
  /// - Parameters:
  ///   - accepts: Whether a text has the form; may be stricter than the pattern.
  ///   - question: How a text without the form was probably meant, for the end of a message.
  public init(
    _ name: String, _ meaning: Wording, pattern: String, numbers: Numbers = .none,
    words: [String] = [], accepts: @escaping @Sendable (String) -> Bool,
    question: @escaping @Sendable (String) -> Wording = { _ in Wording("", zh: "") }
  ) {
    self.name = name
    self.meaning = meaning
    self.pattern = pattern
    self.numbers = numbers
    self.words = words
    test = accepts
    ask = question
  }

  /// Whether a text has the form.
  public func accepts(_ text: String) -> Bool { test(text) }

  /// How a text without the form was probably meant: `; did you mean '2 mm'?`, or nothing.
  public func question(for text: String) -> Wording { ask(text) }

  /// The regular expression of a number without sign and exponent.
  public static let decimal = #"([0-9]+\.?[0-9]*|\.[0-9]+)"#
}
