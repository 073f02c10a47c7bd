/// What an expression can ask about where it is evaluated.
struct EvaluationContext {
  /// The zoom; `nil` where there is none.
  var zoom: Double?
  /// The feature; `nil` where there is none, as for a background.
  var feature: StyleFeature?
  /// The style's global state.
  var globalState: [String: StyleValue] = [:]
  /// The names of the symbols there are.
  var images: Set<String> = []
  /// The values of variables that have been computed for this feature.
  var variables: [Int: StyleValue] = [:]
  /// `heatmap-density`, `line-progress` and their like.
  var ramp: [String: Double] = [:]

  init(zoom: Double? = nil, feature: StyleFeature? = nil) {
    self.zoom = zoom
    self.feature = feature
  }
}
