/// How an expression compares strings.
public struct StyleCollator: Hashable, Sendable {
  /// Whether `a` and `A` differ.
  public var isCaseSensitive: Bool
  /// Whether `a` and `á` differ.
  public var isDiacriticSensitive: Bool
  /// The language whose order applies; `nil` for none in particular.
  public var locale: String?

  /// Creates a collator.
  public init(isCaseSensitive: Bool, isDiacriticSensitive: Bool, locale: String? = nil) {
    self.isCaseSensitive = isCaseSensitive
    self.isDiacriticSensitive = isDiacriticSensitive
    self.locale = locale
  }
}
