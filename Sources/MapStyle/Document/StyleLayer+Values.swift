extension StyleLayer {
  /// Whether the style gives this property a value of its own.
  public func sets(_ name: String) -> Bool { values[name] != nil }

  /// Whether a property's value can differ between features.
  public func dependsOnFeature(_ name: String) -> Bool {
    values[name].map { $0.dependencies.contains(.feature) } ?? false
  }

  /// The value of a paint or layout property; the specification's default where the style sets none.
  ///
  /// The default also stands where the expression fails on this feature or gives null. It is null
  /// for the few properties without a default, such as `fill-outline-color` and `symbol-sort-key`.
  public func value(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> StyleValue {
    guard let value = values[name] else {
      return StyleSpecification.defaultValue(of: name, in: type)
    }
    if let constant = value.constant { return constant }
    var context = context(feature, zoom)
    return value.evaluate(in: &context)
  }

  /// The colour of a property; transparent where there is none.
  public func color(
    _ name: String, for feature: StyleFeature? = nil, zoom: Double
  ) -> StyleColor {
    value(name, for: feature, zoom: zoom).color ?? .transparent
  }

  /// The colour of a line at a share of its length, as `line-gradient` says; transparent where there is none.
  public func color(
    _ name: String, atProgress progress: Double, for feature: StyleFeature? = nil, zoom: Double
  ) -> StyleColor {
    guard let value = values[name] else { return .transparent }
    var context = context(feature, zoom)
    context.ramp["line-progress"] = progress
    return value.evaluate(in: &context).color ?? .transparent
  }

  /// The number of a property; 0 where there is none.
  public func number(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> Double {
    value(name, for: feature, zoom: zoom).number ?? 0
  }

  /// The truth value of a property; false where there is none.
  public func bool(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> Bool {
    value(name, for: feature, zoom: zoom).bool ?? false
  }

  /// The keyword, text or symbol name of a property; empty where there is none.
  public func text(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> String {
    switch value(name, for: feature, zoom: zoom) {
    case .string(let text): text
    case .formatted(let text): text.plain
    case .image(let image): image.name
    default: ""
    }
  }

  /// The text of a property in its sections.
  public func formatted(
    _ name: String, for feature: StyleFeature? = nil, zoom: Double
  ) -> FormattedText {
    if case .formatted(let text) = value(name, for: feature, zoom: zoom) { return text }
    return FormattedText(text(name, for: feature, zoom: zoom))
  }

  /// The numbers of a property, such as `line-dasharray`; empty where there are none.
  public func numbers(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> [Double] {
    value(name, for: feature, zoom: zoom).array?.compactMap(\.number) ?? []
  }

  /// The strings of a property, such as `text-font`; empty where there are none.
  public func strings(_ name: String, for feature: StyleFeature? = nil, zoom: Double) -> [String] {
    value(name, for: feature, zoom: zoom).array?.compactMap(\.string) ?? []
  }
}
