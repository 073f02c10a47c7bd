/// What `["global-state", …]` finds beyond the style's own defaults.
public struct NamedValues: Sendable {
  /// Values for names that the style itself gives none: land use, control lines.
  public var palette: [String: StyleValue]
  /// Values that take the place of all others: those of a theme.
  public var theme: [String: StyleValue]
  /// Whether every name that the style asks for must have a value.
  public var isComplete: Bool

  /// Creates values.
  public init(
    palette: [String: StyleValue] = [:], theme: [String: StyleValue] = [:],
    isComplete: Bool = false
  ) {
    self.palette = palette
    self.theme = theme
    self.isComplete = isComplete
  }

  /// The values of a style with these defaults.
  public func state(over defaults: [String: StyleValue]) -> [String: StyleValue] {
    palette.merging(defaults) { _, own in own }.merging(theme) { _, theme in theme }
  }
}
