internal import DistrictPlan
internal import GeoJSONCoding
internal import MapStyle
internal import Messages

/// The palettes and themes of a styles folder, read as they are needed.
struct SheetLooks {
  private let directory: String
  /// The theme that was asked for instead of the sheets' own.
  private let wanted: String?
  private var palettes: [StylePalette] = []
  private(set) var names: [String] = []
  private var known: [String: SheetTheme] = [:]
  /// What styles find by name, by the theme's id.
  private var found: [String: NamedValues] = [:]

  init(directory: String, wanted: String?) {
    (self.directory, self.wanted) = (directory, wanted)
  }

  /// Reads the palettes, and which themes there are; the first one is that of sheets that name none.
  mutating func read(palettes files: [YAMLNode]?, themes: [String]?) throws(RenderError) {
    for item in files ?? [] {
      let source = try SheetCatalog.read(item.text ?? "", in: directory, namedAt: item.location)
      let palette = try RenderError.wrapping { () throws(StyleError) in
        try StylePalette.parse(source)
      }
      palettes.append(palette)
    }
    names = themes ?? []
    if let wanted, !names.contains(wanted) { throw unknown(wanted, at: nil) }
  }

  private func unknown(_ name: String, at location: SourceLocation?) -> RenderError {
    let question = Suggestion.question(for: name, in: names)
    return RenderError(
      location: location,
      message: Wording(
        "unknown theme '\(name)'\(question.english)", zh: "没有主题“\(name)”\(question.chinese)"),
      help: names.isEmpty
        ? Wording(
          "these sheets have no themes; name them under 'themes:' of sheets.yaml",
          zh: "这些图纸没有主题，可在 sheets.yaml 的“themes:”下列出")
        : Wording(
          "known themes: \(names.joined(separator: ", "))",
          zh: "可用的主题：\(names.joined(separator: "、"))"))
  }

  /// The theme of a sheet: the one asked for, the sheet's own, or the first.
  mutating func theme(_ node: YAMLNode?) throws(RenderError) -> SheetTheme {
    let own = node?.text
    if let own, !names.contains(own) { throw unknown(own, at: node?.location) }
    guard let name = wanted ?? own ?? names.first else { return .plain }
    if let theme = known[name] { return theme }
    let source = try SheetCatalog.read(
      "themes/\(name).json", in: directory, namedAt: node?.location)
    let style = try RenderError.wrapping { () throws(StyleError) in try StyleTheme.parse(source) }
    let theme = SheetTheme(id: name, style: style)
    known[name] = theme
    return theme
  }

  /// What styles find by name under a theme.
  mutating func values(under theme: SheetTheme) -> NamedValues {
    if let known = found[theme.id ?? ""] { return known }
    let values = NamedValues(
      palette: palettes.reduce(into: [:]) { values, palette in
        values.merge(palette.values(under: theme.style.values)) { own, _ in own }
      },
      theme: theme.style.values, isComplete: true)
    found[theme.id ?? ""] = values
    return values
  }

  /// Refuses themes that name what nothing asks for.
  func checkNames(of styles: [StyleDocument]) throws(RenderError) {
    var names = SheetTheme.sheetNames
    for palette in palettes { names.merge(palette.values()) { own, _ in own } }
    for style in styles { names.merge(style.state) { own, _ in own } }
    for name in self.names {
      guard let theme = known[name] else { continue }
      try RenderError.wrapping { () throws(StyleError) in try theme.style.check(against: names) }
    }
  }
}

extension RenderError {
  /// Does something with a file of the styles folder; its fault becomes the sheet's.
  static func wrapping<Result>(
    _ body: () throws(StyleError) -> Result
  ) throws(RenderError) -> Result {
    do {
      return try body()
    } catch {
      throw RenderError(
        location: error.location,
        message: error.path.isEmpty
          ? error.message
          : Wording(
            "\(error.message.english) in \(error.path)",
            zh: "\(error.path) 处\(error.message.chinese)"),
        help: error.help)
    }
  }
}
