import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Text with a look, symbols, and how strings are compared.
  static let texts: [String: Form] = [
    "format": format, "image": image, "number-format": numberFormat, "collator": collator,
    "resolved-locale": { ExpressionFunction.resolvedLocale.parse($0, &$1) },
  ]

  private static let image: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let name = parser.argument(1, of: call, expecting: .string) else {
      return parser.fail(
        Wording("'image' without the name of a symbol", zh: "“image”没有符号名称"), in: call)
    }
    return StyleExpression(.image, of: [name], dependingOn: .runtime) {
      (context) throws(EvaluationError) in
      let name = try name.string(&context)
      return .image(StyleImage(name: name, isAvailable: context.images.contains(name)))
    }
  }

  private static let collator: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let options = call.arguments[0].object else {
      return parser.fail(
        Wording("the options of 'collator' are an object", zh: "“collator”的选项应为对象"), in: call)
    }
    let no = JSONValue.bool(false)
    guard
      let caseOption = parser.option(
        options.value(of: "case-sensitive") ?? no, of: call, expecting: .boolean),
      let diacritic = parser.option(
        options.value(of: "diacritic-sensitive") ?? no, of: call, expecting: .boolean)
    else { return nil }
    var locale: StyleExpression?
    if let json = options.value(of: "locale") {
      locale = parser.option(json, of: call, expecting: .string)
      guard locale != nil else { return nil }
    }
    let parts = [caseOption, diacritic] + (locale.map { [$0] } ?? [])
    return StyleExpression(.collator, of: parts, dependingOn: .runtime) {
      [locale] (context) throws(EvaluationError) in
      .collator(
        StyleCollator(
          isCaseSensitive: try caseOption.bool(&context),
          isDiacriticSensitive: try diacritic.bool(&context),
          locale: try locale?.string(&context)))
    }
  }
}

extension ExpressionFunction {
  fileprivate static let resolvedLocale = ExpressionFunction([.collator], .string) {
    (a, c, _) throws(EvaluationError) in
    guard case .collator(let rules) = try a[0].evaluate(in: &c) else { return .null }
    return .string(rules.name)
  }
}
