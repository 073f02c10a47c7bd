public import GeoJSONCoding
internal import Messages

/// A style as the MapLibre Style Specification (version 8) defines it.
public struct StyleDocument: Sendable {
  /// The name people know the style by.
  public var name: String?
  /// The facts under `metadata`; those that are not strings as JSON text.
  public var metadata: [String: String]
  /// The sources by id.
  public var sources: [StyleSource]
  /// The layers that a printed map draws, the lowest first.
  public var layers: [StyleLayer]
  /// What to know about the style although it can be used.
  public var warnings: [StyleError]
  /// The names that `global-state` finds and their values, before a theme changes them.
  public var state: [String: StyleValue] = [:]
  /// The document as it was read.
  public var json: JSONValue = .null
  /// What names mean besides the style's own defaults.
  public var named = NamedValues()

  /// Reads a style.
  ///
  /// - Parameter values: What the style's colours by name are besides its own defaults.
  /// - Throws: The first fault of the file that is not a warning; ``faults(in:)`` finds them all.
  public static func parse(
    _ source: SourceText, with values: NamedValues = NamedValues()
  ) throws(StyleError) -> StyleDocument {
    var reader = StyleReader(source)
    reader.values = values
    let document = reader.document()
    let faults = reader.ordered
    if let fault = faults.first(where: { !$0.isWarning }) { throw fault }
    guard var document else {
      throw StyleError(
        location: source.location(at: 0), message: Wording("the file is no style", zh: "文件不是样式"))
    }
    document.warnings = faults
    return document
  }

  /// Every fault of a style, in the order of the file; none when it can be used without reserve.
  public static func faults(in source: SourceText) -> [StyleError] {
    var reader = StyleReader(source)
    _ = reader.document()
    return reader.ordered
  }
}

/// Where a style takes features from.
public struct StyleSource: Hashable, Sendable {
  /// The id that layers name.
  public var id: String
  /// The type: `geojson` where a map is to be drawn on paper.
  public var type: String
  /// The path or address of the data, where the style gives one.
  public var data: String?
}
