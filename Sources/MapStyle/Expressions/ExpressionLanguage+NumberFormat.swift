import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  static let numberFormat: Form = { call, parser in
    guard parser.hasArguments(2...2, call),
      let number = parser.argument(1, of: call, expecting: .number)
    else { return nil }
    guard let options = call.arguments[1].object else {
      return parser.fail(
        Wording("the options of 'number-format' are an object", zh: "“number-format”的选项应为对象"),
        in: call)
    }
    guard options.value(of: "currency") == nil || options.value(of: "unit") == nil else {
      return parser.fail(
        Wording(
          "'number-format' with both a currency and a unit", zh: "“number-format”同时有货币和单位"),
        in: call)
    }
    let known: [(String, ExpressionType)] = [
      ("locale", .string), ("currency", .string), ("unit", .string),
      ("min-fraction-digits", .number), ("max-fraction-digits", .number),
    ]
    var parts: [String: StyleExpression] = [:]
    for (name, type) in known {
      guard let json = options.value(of: name) else { continue }
      guard let part = parser.option(json, of: call, expecting: type) else { return nil }
      parts[name] = part
    }
    return StyleExpression(.string, of: [number] + parts.values) {
      [parts] (context) throws(EvaluationError) in
      var format = NumberFormat()
      format.locale = try parts["locale"]?.string(&context) ?? format.locale
      format.currency = try parts["currency"]?.string(&context)
      format.unit = try parts["unit"]?.string(&context)
      format.fewestDecimals = try parts["min-fraction-digits"]?.number(&context)
      format.mostDecimals = try parts["max-fraction-digits"]?.number(&context)
      return .string(format.text(of: try number.number(&context)))
    }
  }
}
