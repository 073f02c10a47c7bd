public import GeoJSONCoding
public import Messages

/// A look that sheets can take on: values for the names by which styles call their colours.
public struct StyleTheme: Sendable {
  /// The title in both languages.
  public let title: Wording
  /// Whether everything is drawn in greys: each colour as the grey that is as light.
  public let isGrey: Bool
  /// What every line's width is multiplied by.
  public let lineFactor: Double
  /// The values by name.
  public let values: [String: StyleValue]

  private let file: NamedFile?

  /// The look that styles give themselves.
  public static let plain = StyleTheme(
    title: Wording("as the styles are", zh: "样式自身"), isGrey: false, lineFactor: 1, values: [:],
    file: nil)

  private init(
    title: Wording, isGrey: Bool, lineFactor: Double, values: [String: StyleValue],
    file: NamedFile?
  ) {
    (self.title, self.isGrey, self.lineFactor, self.values, self.file) = (
      title, isGrey, lineFactor, values, file
    )
  }

  /// Reads a theme.
  public static func parse(_ source: SourceText) throws(StyleError) -> StyleTheme {
    let file = try NamedFile(
      source, version: "gxq_theme", known: ["title", "title_en", "grey", "lines", "state"])
    var isGrey = false
    if let value = file.root["grey"] {
      guard let word = value.bool else {
        throw file.fault(.mistyped(value, needed: .aBoolean), at: value.offset)
      }
      isGrey = word
    }
    var lineFactor = 1.0
    if let value = file.root["lines"] {
      guard let number = value.number, (0.2...5).contains(number) else {
        throw file.fault(
          .mistyped(value, needed: Wording("a number from 0.2 to 5", zh: "0.2 至 5 的数")),
          at: value.offset)
      }
      lineFactor = number
    }
    let state = try file.required("state", of: file.root)
    guard let members = state.object else {
      throw file.fault(.mistyped(state, needed: .anObject), at: state.offset)
    }
    return StyleTheme(
      title: try file.wording("title"), isGrey: isGrey, lineFactor: lineFactor,
      values: members.reduce(into: [:]) { $0[$1.key] = StyleValue($1.value) }, file: file)
  }

  /// Refuses names that nothing asks for, and values that are no colour where a colour is meant.
  ///
  /// - Parameter known: Every name with the value it has without the theme.
  public func check(against known: [String: StyleValue]) throws(StyleError) {
    guard let file else { return }
    for member in file.root["state"]?.object ?? [] {
      guard let own = known[member.key] else {
        let question = Suggestion.question(for: member.key, in: known.keys)
        throw file.fault(
          Wording(
            "no style and no palette has the name '\(member.key)'\(question.english)",
            zh: "样式和色表中都没有名称“\(member.key)”\(question.chinese)"), at: member.keyOffset,
          help: Wording(
            "names stand under 'state' of the styles and in the palettes",
            zh: "名称写在样式的“state”和色表中"))
      }
      if own.string.flatMap({ StyleColor(css: $0) }) != nil { _ = try file.color(member.value) }
      if own.number != nil, member.value.number == nil {
        throw file.fault(.mistyped(member.value, needed: .aNumber), at: member.value.offset)
      }
    }
  }
}
