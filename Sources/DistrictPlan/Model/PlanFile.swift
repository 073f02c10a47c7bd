public import GeoJSONCoding

/// A GeoJSON file of a plan.
public final class PlanFile: Sendable {
  /// The file as the plan names it, relative to its folder.
  public let name: String
  /// The file's text.
  public let source: SourceText
  /// How many decimals of a degree count.
  let precision: Int
  private let held: GeoJSONCollection?

  /// Creates a file.
  ///
  /// - Parameter collection: What the file holds; `nil` reads it again when it is asked for.
  init(_ name: String, _ source: SourceText, precision: Int, collection: GeoJSONCollection? = nil) {
    self.name = name
    self.source = source
    self.precision = precision
    held = collection
  }

  /// What the file holds, as read; `nil` for a file that has changed meanwhile and is no JSON any more.
  public var readCollection: GeoJSONCollection? { held ?? (try? GeoJSONReader.read(source)) }
}
