internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages

/// What the value of a property is, as a declaration may ask for.
enum AttributeType: String, CaseIterable {
  case text, number, integer, boolean, date, month, list, length, area, angle, share

  static var names: [String] { allCases.map(\.rawValue) }

  /// Whether a JSON value is of the type.
  func matches(_ value: JSONValue) -> Bool {
    switch (self, value.kind) {
    case (.text, .string), (.boolean, .bool), (.list, .array): true
    case (.number, .number(let number, _)): number.isFinite
    case (.integer, .number(let number, _)): number.isFinite && number == number.rounded()
    case (.date, .string(let text)): CalendarDay(text) != nil
    case (.month, .string(let text)): PartialDate(text) != nil
    case (.length, .string(let text)), (.area, .string(let text)), (.angle, .string(let text)),
      (.share, .string(let text)):
      Quantity(text)?.dimension.rawValue == rawValue
    default: false
    }
  }

  /// The type in a sentence.
  var title: Wording {
    switch self {
    case .text: Wording("a text", zh: "文本")
    case .number: Wording("a number", zh: "数字")
    case .integer: Wording("a whole number", zh: "整数")
    case .boolean: Wording("true or false", zh: "true 或 false")
    case .date: Wording("a day such as '2018-10-02'", zh: "日期，例如“2018-10-02”")
    case .month: Wording("a month such as '2018-10'", zh: "年月，例如“2018-10”")
    case .list: Wording("a list", zh: "列表")
    case .length: Wording("a length such as '12 m'", zh: "长度，例如“12 m”")
    case .area: Wording("an area such as '1.5 ha'", zh: "面积，例如“1.5 ha”")
    case .angle: Wording("an angle such as '45 deg'", zh: "角度，例如“45 deg”")
    case .share: Wording("a share such as '30 %'", zh: "比例，例如“30 %”")
    }
  }
}

/// A number with or without a unit, as declarations and properties write it.
enum Amount: Hashable {
  case number(Double)
  case quantity(Double, Quantity.Dimension)

  init?(_ text: String) {
    if let number = Double(text) {
      guard number.isFinite else { return nil }
      self = .number(number)
    } else if let quantity = Quantity(text) {
      self = .quantity(quantity.value, quantity.dimension)
    } else {
      return nil
    }
  }

  /// The number in base units.
  var value: Double {
    switch self {
    case .number(let value), .quantity(let value, _): value
    }
  }

  /// What it measures; `nil` for a plain number.
  var dimension: Quantity.Dimension? {
    if case .quantity(_, let dimension) = self { dimension } else { nil }
  }
}
