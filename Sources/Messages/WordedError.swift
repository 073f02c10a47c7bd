/// An error that says what is wrong in every language.
public protocol WordedError: Error, CustomStringConvertible {
  /// What is, in the words of a finding.
  var wording: Wording { get }
  /// What to do about it; `nil` when the wording says all there is.
  var help: Wording? { get }
}

extension WordedError {
  /// Nothing, unless the error knows better.
  public var help: Wording? { nil }

  /// What is, in English.
  public var description: String { wording.english }
}

extension Wording {
  /// What an error says; one that is not ours is quoted in its own words.
  public init(of error: any Error) {
    self =
      (error as? any WordedError)?.wording ?? Wording("\(error)", zh: "系统报告“\(error)”")
  }
}
