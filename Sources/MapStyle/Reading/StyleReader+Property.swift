import GeoJSONCoding
import Messages

extension StyleReader {
  /// Whether a value is written as an expression: an array whose first element names one.
  static func isExpression(_ value: JSONValue) -> Bool {
    value.array?.first?.text.map { ExpressionLanguage.forms[$0] != nil } ?? false
  }

  /// Whether a value names a pattern that is made from its name, such as `hatch-45-1.6-0.12`: sheets draw it, and web
  /// maps get it in the sprite.
  private static func isMadePattern(_ value: JSONValue) -> Bool {
    guard let parts = value.text?.split(separator: "-", omittingEmptySubsequences: false),
      parts.count == 4, ["hatch", "cross", "dots"].contains(parts[0])
    else { return false }
    return parts.dropFirst().allSatisfy { Double($0) != nil }
  }

  /// Reads the value of a property: a function, an expression, or a value as such.
  mutating func read(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String,
    isLayout: Bool = false
  ) -> PropertyValue? {
    if specification.name == "icon-text-fit", value.text != "none" {
      fault(
        Wording(
          "'icon-text-fit' has no effect on paper: symbols keep their size, and names find places of their own",
          zh: "“icon-text-fit”在纸图上不起作用：符号大小不变，注记另行布置"), at: value.offset, in: path,
        isWarning: true)
    }
    if specification.kind == .image, !hasSprite, !Self.isMadePattern(value) {
      fault(
        Wording(
          "'\(specification.name)' names a symbol, and the style has no 'sprite' to find it in",
          zh: "“\(specification.name)”引用符号，但样式没有“sprite”"), at: value.offset, in: path,
        isWarning: true)
    }
    if !specification.traits.contains(.constant) {
      if LegacyFunction.isFunction(value) {
        return function(value, specification, in: path)
      }
      if Self.isExpression(value) || specification.needsExpression {
        return expression(value, specification, in: path, isLayout: isLayout)
      }
    }
    if let token = tokenThatStaysText(value, specification) {
      fault(
        Wording(
          "'\(specification.name)' does not replace '{\(token)}'",
          zh: "“\(specification.name)”不替换“{\(token)}”"), at: value.offset, in: path,
        help: Wording("write [\"get\", \"\(token)\"]", zh: "写作 [\"get\", \"\(token)\"]"))
      return nil
    }
    return constant(value, specification, in: path).map {
      PropertyValue(specification: specification, expression: StyleExpression(constant: $0))
    }
  }

  /// The name in a string that is nothing but a token, where tokens mean nothing.
  private func tokenThatStaysText(
    _ value: JSONValue, _ specification: PropertySpecification
  ) -> Substring? {
    guard specification.traits.contains(.feature), !specification.traits.contains(.tokens) else {
      return nil
    }
    return value.text.flatMap { TokenText.onlyToken(of: $0) }
  }

  private mutating func expression(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String, isLayout: Bool
  ) -> PropertyValue? {
    var json = value
    if specification.traits.contains(.tokens) { json = TokenText.expression(value) }
    let (expression, found) = specification.expression(json)
    take(found, in: path)
    guard let expression else { return nil }
    if specification.name == "text-font", !expression.hasKnownOutputs {
      fault(
        Wording(
          "'text-font' takes only fonts that the expression names", zh: "“text-font”只接受表达式中写明的字体"),
        at: value.offset, in: path)
      return nil
    }
    if isLayout, expression.dependencies.contains(.featureState) {
      fault(
        Wording("'feature-state' in a layout property", zh: "布局属性中有“feature-state”"),
        at: value.offset, in: path)
      return nil
    }
    return PropertyValue(specification: specification, expression: expression)
  }
}

extension PropertySpecification {
  /// Whether even a plain string is read as an expression, because it stands for something else.
  fileprivate var needsExpression: Bool {
    switch kind {
    case .formatted, .image, .projection: true
    default: false
    }
  }
}
