public import GeoJSONCoding

/// One layer of a style: which features it draws, and how.
public struct StyleLayer: Sendable {
  /// The id, unique in its style.
  public var id: String
  /// How the layer draws.
  public var type: LayerType
  /// The id of the source; `nil` for a background.
  public var source: String?
  /// The smallest zoom at which the layer shows; the layer shows at this zoom.
  public var minZoom: Double?
  /// The zoom from which on the layer no longer shows.
  public var maxZoom: Double?
  /// Whether `visibility` lets the layer show.
  public var isVisible: Bool
  /// The facts under `metadata`; those that are not strings as JSON text.
  public var metadata: [String: String]
  /// Where the layer stands in its file.
  public var location: SourceLocation

  /// The names of the symbols that `image` expressions find.
  public var symbols: Set<String> = []

  var globalState: [String: StyleValue]
  var filter: StyleExpression?
  var values: [String: PropertyValue]

  /// Whether the layer shows at a zoom: visible, and within its zoom range.
  public func shows(at zoom: Double) -> Bool {
    isVisible && minZoom.map { zoom >= $0 } ?? true && maxZoom.map { zoom < $0 } ?? true
  }

  /// Whether the layer draws some features of its source only.
  public var isFiltered: Bool { filter != nil }

  /// Whether the filter lets a feature through.
  ///
  /// A filter that fails on this feature lets it not through, as in MapLibre.
  public func matches(_ feature: StyleFeature, zoom: Double) -> Bool {
    guard let filter else { return true }
    var context = context(feature, zoom)
    return (try? filter.evaluate(in: &context)) == .bool(true)
  }

  /// What expressions of the layer can ask about.
  func context(_ feature: StyleFeature?, _ zoom: Double) -> EvaluationContext {
    var context = EvaluationContext(zoom: zoom, feature: feature)
    context.globalState = globalState
    context.images = symbols
    return context
  }
}
