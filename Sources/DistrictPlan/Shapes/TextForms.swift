package import FileShapes
internal import Messages

extension PartialDate {
  /// The form of a date in a file.
  package static let form = TextForm(
    "date",
    Wording(
      "a date such as '2018', '2018-10' or '2018-10-02'", zh: "日期，例如“2018”“2018-10”“2018-10-02”"),
    pattern: "^([0-9]{4}(-(0[1-9]|1[0-2]))?|\(CalendarDay.pattern)"
      + #"|[0-9]{4}-\?\?-(0[1-9]|[12][0-9]|3[01]))$"#,
    numbers: .integers(1000...9999), accepts: { PartialDate($0) != nil })
}

extension CalendarDay {
  /// The form of a whole date in a file.
  package static let form = TextForm(
    "day", Wording("a day such as '2018-10-02'", zh: "日期，例如“2018-10-02”"),
    pattern: "^(\(pattern))$", accepts: { CalendarDay($0) != nil })

  /// Every day there is, the 29th of February in leap years only.
  fileprivate static let pattern =
    "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    + "|02-(0[1-9]|1[0-9]|2[0-8]))|(([0-9]{2}(0[48]|[2468][048]|[13579][26]))"
    + "|([02468][048]|[13579][26])00)-02-29"
}

extension Quantity.Dimension {
  /// The form of such a quantity in a file.
  package var form: TextForm {
    let units = Quantity.unitNames(of: self).joined(separator: "|")
    return TextForm(
      rawValue,
      Wording(
        "\(self == .area || self == .angle ? "an" : "a") \(rawValue) with its unit, such as '\(example)'",
        zh: "带单位的数值，例如“\(example)”"),
      pattern: "^\(TextForm.decimal) *(\(units))$",
      accepts: { Quantity($0)?.dimension == self },
      question: { Quantity.question(for: $0, self) })
  }

  private var example: String {
    switch self {
    case .length: "300 m"
    case .area: "0.5 km2"
    case .angle: "45 deg"
    case .share: "80 %"
    }
  }
}
