#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ExpressionLanguage {
  /// Numbers from numbers.
  static let mathematics: [String: ExpressionFunction] = [
    "+": many { $0.reduce(0, +) },
    "*": many { $0.reduce(1, *) },
    "-": ExpressionFunction(
      .number,
      [
        .init(parameters: .fixed([.number, .number])) { (a, c, _) throws(EvaluationError) in
          .number(try a[0].number(&c) - a[1].number(&c))
        },
        .init(parameters: .fixed([.number])) { (a, c, _) throws(EvaluationError) in
          .number(-(try a[0].number(&c)))
        },
      ]),
    "/": two { $0 / $1 },
    "%": two { fmod($0, $1) },
    "^": two { pow($0, $1) },
    "min": many { $0.reduce(.infinity) { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) } },
    "max": many { $0.reduce(-.infinity) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) } },
    "abs": one { abs($0) },
    "round": one { $0.rounded(.toNearestOrAwayFromZero) },
    "floor": one { $0.rounded(.down) },
    "ceil": one { $0.rounded(.up) },
    "sqrt": one { $0.squareRoot() },
    "ln": one { log($0) },
    "log2": one { log2($0) },
    "log10": one { log10($0) },
    "sin": one { sin($0) },
    "cos": one { cos($0) },
    "tan": one { tan($0) },
    "asin": one { asin($0) },
    "acos": one { acos($0) },
    "atan": one { atan($0) },
    "pi": none(.pi),
    "e": none(2.718281828459045),
    "ln2": none(0.6931471805599453),
  ]

  private static func none(_ value: Double) -> ExpressionFunction {
    ExpressionFunction([], .number) { (_, _, _) throws(EvaluationError) in .number(value) }
  }

  private static func one(_ function: @escaping @Sendable (Double) -> Double)
    -> ExpressionFunction
  {
    ExpressionFunction([.number], .number) { (a, c, _) throws(EvaluationError) in
      .number(function(try a[0].number(&c)))
    }
  }

  private static func two(_ function: @escaping @Sendable (Double, Double) -> Double)
    -> ExpressionFunction
  {
    ExpressionFunction([.number, .number], .number) { (a, c, _) throws(EvaluationError) in
      .number(function(try a[0].number(&c), try a[1].number(&c)))
    }
  }

  private static func many(_ function: @escaping @Sendable ([Double]) -> Double)
    -> ExpressionFunction
  {
    ExpressionFunction(
      .number,
      [
        .init(parameters: .repeated(.number)) { (arguments, c, _) throws(EvaluationError) in
          var numbers: [Double] = []
          for argument in arguments { numbers.append(try argument.number(&c)) }
          return .number(function(numbers))
        }
      ])
  }
}
