internal import GeoJSONCoding
internal import MapStyle
internal import Messages

/// The symbols that a sheet can use, and where its style names them.
struct SheetSymbols: Sendable {
  let library: SymbolLibrary
  let places: StyleSymbols
}

/// Where a style names symbols and patterns, so that one that is missing can be reported in its place.
struct StyleSymbols: Sendable {
  static let properties = ["icon-image", "fill-pattern", "line-pattern", "background-pattern"]

  private let library: SymbolLibrary
  private let source: SourceText

  init(library: SymbolLibrary, locationsIn source: SourceText) {
    (self.library, self.source) = (library, source)
  }

  /// Where a layer names a symbol; looked up in the file only for who must be told.
  private func location(of property: String, in layer: StyleLayer) -> SourceLocation? {
    let layers = (try? JSONParser.parse(source))?["layers"]?.array ?? []
    guard let written = layers.first(where: { $0["id"]?.text == layer.id }) else { return nil }
    let values = ["paint", "layout", "metadata"].lazy.compactMap { written[$0]?[property] }
    return values.first.map { source.location(at: $0.offset) }
  }

  /// Refuses a style that names a missing symbol whatever the feature is.
  func check(_ style: StyleDocument) throws(RenderError) {
    for layer in style.layers
    where !Self.properties.contains(where: { layer.dependsOnFeature($0) }) {
      try check(layer, for: nil, zoom: 12)
    }
  }

  /// Whether a layer names any symbol or pattern.
  func concern(_ layer: StyleLayer) -> Bool {
    layer.metadata["gxq:marker"] != nil || Self.properties.contains { layer.sets($0) }
  }

  /// Refuses a layer whose look for a feature needs a symbol that does not exist.
  func check(_ layer: StyleLayer, for feature: StyleFeature?, zoom: Double) throws(RenderError) {
    for property in Self.properties where layer.sets(property) {
      let name = layer.text(property, for: feature, zoom: zoom)
      guard !name.isEmpty, library[name] == nil else { continue }
      let isArea = property == "fill-pattern" || property == "background-pattern"
      if isArea, LinePattern(name) != nil { continue }
      throw missing(name, property, layer, known: library.names, isArea: isArea)
    }
    if let name = layer.metadata["gxq:marker"], Marker(rawValue: name) == nil,
      library[name] == nil
    {
      throw missing(
        name, "gxq:marker", layer, known: Marker.allCases.map(\.rawValue) + library.names,
        isArea: false)
    }
  }

  private func missing(
    _ name: String, _ property: String, _ layer: StyleLayer, known: [String], isArea: Bool
  ) -> RenderError {
    let question = Suggestion.question(for: name, in: known)
    let list =
      known.isEmpty
      ? Wording("none", zh: "无")
      : Wording(known.joined(separator: ", "), zh: known.joined(separator: "、"))
    let generated = isArea ? LinePattern.explanation : Wording("", zh: "")
    return RenderError(
      location: self.location(of: property, in: layer) ?? layer.location,
      message: Wording(
        "'\(property)' of layer '\(layer.id)' names '\(name)', which is not among the symbols\(question.english)",
        zh: "图层“\(layer.id)”的“\(property)”引用了不存在的符号“\(name)”\(question.chinese)"),
      help: Wording(
        "symbols: \(list.english)\(generated.english); add symbols/\(name).svg beside sheets.yaml, or correct the name",
        zh: "可用的符号：\(list.chinese)\(generated.chinese)；请在 sheets.yaml 旁添加 symbols/\(name).svg，或改正名称"
      ))
  }
}
