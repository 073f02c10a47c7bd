import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Truth from two values, perhaps with a collator.
  static let comparisons: [String: Form] = [
    "==": comparison { $0 == 0 },
    "!=": comparison { $0 != 0 },
    "<": comparison(isOrder: true) { $0 < 0 },
    ">": comparison(isOrder: true) { $0 > 0 },
    "<=": comparison(isOrder: true) { $0 <= 0 },
    ">=": comparison(isOrder: true) { $0 >= 0 },
  ]

  private static func isComparable(_ type: ExpressionType, inOrder: Bool) -> Bool {
    switch type {
    case .string, .number, .value: true
    case .boolean, .null: !inOrder
    default: false
    }
  }

  /// A comparison that holds for some outcomes: negative, zero, positive.
  ///
  /// Values that are only compared for equality have the outcomes 0 and 1; NaN equals nothing.
  private static func comparison(
    isOrder: Bool = false, _ holds: @escaping @Sendable (Int) -> Bool
  ) -> Form {
    { call, parser in
      guard parser.hasArguments(2...3, call) else { return nil }
      var sides: [StyleExpression] = []
      for number in 1...2 {
        guard let side = parser.argument(number, of: call) else { return nil }
        guard isComparable(side.type, inOrder: isOrder) else {
          return parser.fail(
            Wording(
              "'\(call.name)' does not compare values of type \(side.type.name)",
              zh: "“\(call.name)”不能比较 \(side.type.name) 类型的值"), in: call, at: number)
        }
        sides.append(side)
      }
      let types = sides.map(\.type)
      let isTyped = !types.contains(.value)
      guard types[0] == types[1] || !isTyped else {
        return parser.fail(
          Wording(
            "'\(call.name)' compares \(types[0].name) with \(types[1].name)",
            zh: "“\(call.name)”将 \(types[0].name) 与 \(types[1].name) 比较"), in: call)
      }
      if isOrder {
        for (side, other) in [(0, 1), (1, 0)] where types[side] == .value && types[other] != .value
        {
          sides[side] = StyleExpression.asserting([sides[side]], are: types[other], at: call.path)
        }
      }
      var collator: StyleExpression?
      if call.arguments.count == 3 {
        guard types.contains(.string) || types.contains(.value) else {
          return parser.fail(
            Wording(
              "a collator compares strings, found \(types[0].name)",
              zh: "排序规则只比较字符串，实际为 \(types[0].name)"), in: call)
        }
        collator = parser.argument(3, of: call, expecting: .collator)
        guard collator != nil else { return nil }
      }
      let (left, right, path, name) = (sides[0], sides[1], call.path, call.name)
      return StyleExpression(
        .boolean, of: sides + (collator.map { [$0] } ?? []), hasKnownOutputs: true
      ) { [collator] (context) throws(EvaluationError) in
        let a = try left.evaluate(in: &context)
        let b = try right.evaluate(in: &context)
        if isOrder, !isTyped {
          guard a.type == b.type, a.type == .string || a.type == .number else {
            throw EvaluationError(
              path: path, reason: .notComparable(operator: name, a.type, b.type))
          }
        }
        if let collator, case .string(let a) = a, case .string(let b) = b,
          case .collator(let rules) = try collator.evaluate(in: &context)
        {
          return .bool(holds(rules.compare(a, b)))
        }
        return .bool(compare(a, b, inOrder: isOrder).map(holds) ?? false)
      }
    }
  }

  /// Negative, zero or positive; `nil` where numbers have no order.
  private static func compare(_ a: StyleValue, _ b: StyleValue, inOrder: Bool) -> Int? {
    guard inOrder else { return a.isSame(as: b) ? 0 : 1 }
    switch (a, b) {
    case (.number(let a), .number(let b)):
      return a < b ? -1 : a > b ? 1 : a == b ? 0 : nil
    case (.string(let a), .string(let b)):
      if a.utf8.elementsEqual(b.utf8) { return 0 }
      return a.utf16.lexicographicallyPrecedes(b.utf16) ? -1 : 1
    default:
      return nil
    }
  }
}
