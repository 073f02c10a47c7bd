/// The colours that a property of a layer gives to features, for those who ask of one after the other.
///
/// What does not change between features is looked up once. A class, as it is passed on for each of them.
public final class FeatureColors: Sendable {
  private let value: PropertyValue?
  private let context: EvaluationContext

  init(_ value: PropertyValue?, in context: EvaluationContext) {
    (self.value, self.context) = (value, context)
  }

  /// The property of a feature that alone decides its colour; `nil` where more does.
  public var property: String? {
    guard let names = value?.expression.properties, names.count == 1 else { return nil }
    return names.first
  }

  /// The colour for a feature; transparent where there is none.
  public func color(for feature: StyleFeature) -> StyleColor {
    guard let value else { return .transparent }
    var context = context
    context.feature = feature
    return value.evaluate(in: &context).color ?? .transparent
  }
}

extension StyleLayer {
  /// The colours of a property that the style sets.
  public func colors(_ name: String, zoom: Double) -> FeatureColors {
    FeatureColors(values[name], in: context(nil, zoom))
  }
}
