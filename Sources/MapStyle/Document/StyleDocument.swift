public import GeoJSONCoding

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

  /// Reads a style.
  ///
  /// - Throws: The first fault; ``faults(in:)`` finds them all.
  public static func parse(_ source: SourceText) throws(StyleError) -> StyleDocument {
    throw StyleError(location: source.location(at: 0), message: "styles are not read yet")
  }

  /// Every fault of a style, in the order of the file; none when it can be used without reserve.
  public static func faults(in source: SourceText) -> [StyleError] {
    do throws(StyleError) {
      return try parse(source).warnings
    } catch {
      return [error]
    }
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
