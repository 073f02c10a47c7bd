internal import FileShapes
internal import Messages
internal import PlanFindings

extension SheetShapes {
  /// What stands around the map beside the panel.
  static let locator = ObjectShape(
    "locator", Wording("a small map of where the sheet lies", zh: "位置示意小图"),
    [
      .required(
        "layers", .texts(least: 1),
        Wording("the layers that it shows, the lowest first", zh: "所示图层，自下而上"))
    ], allowsEmpty: false)

  static let wind = ObjectShape(
    "wind", Wording("how often the wind blows from where", zh: "各风向的频率"),
    [
      .required(
        "frequency", .list(of: .number(0...100)),
        Wording(
          "percent of the year from N, NNE, NE … to NNW: 16 values",
          zh: "北、北北东、东北……北北西 16 个风向的频率（%）")),
      .optional(
        "pollution", .list(of: .number(0...1000)),
        Wording("the pollution coefficient from the same 16 directions", zh: "同 16 个风向的污染系数")),
      .optional("calm", .number(0...100), Wording("percent of calm", zh: "静风频率（%）")),
      .optional("source", .text, Wording("where the figures are from", zh: "数据来源")),
      .optional("source_en", .text, Wording("the same in English", zh: "英文数据来源")),
    ], allowsEmpty: false)

  static let table = ObjectShape(
    "table", Wording("a table with a row for every feature of some layers", zh: "按要素列行的表"),
    [
      .optional("title", .text, Wording("the heading", zh: "表题")),
      .optional("title_en", .text, Wording("the heading in English", zh: "英文表题")),
      .required(
        "layers", .texts(least: 1), Wording("the layers, a group of rows each", zh: "图层，各为一组")),
      .optional(
        "reported", .texts,
        Wording(
          "the layers of which only features with a status are listed",
          zh: "只列有进展记载的要素的图层")),
      .optional(
        "columns", .list(of: .word(SheetTable.Column.self), least: 1),
        Wording("the columns from left to right; all unless given", zh: "自左至右的各列，缺省为全部")),
    ], allowsEmpty: false)

  static let atlas = ObjectShape(
    "atlas", Wording("a page for every feature of a layer", zh: "按图层的要素分幅"),
    [
      .required("by", .text, Wording("the layer", zh: "图层")),
      .optional(
        "margin", .form(share),
        Wording(
          "how much wider than its feature a page is; 10 % unless given", zh: "每幅外扩的比例，缺省 10 %")),
      .optional(
        "scale", .form(scale),
        Wording("the scale of the pages; 'fit' unless given", zh: "分幅比例尺，缺省 fit")),
    ], allowsEmpty: false)

  static let paper = TextForm(
    "paper",
    Wording(
      "a paper such as 'A3 landscape' or '600x900 mm'", zh: "纸张，例如“A3 landscape”或“600x900 mm”"),
    pattern:
      "^(A[0-4] (landscape|portrait)| *\(TextForm.decimal) *[x×] *\(TextForm.decimal) *(mm)?)$",
    words: PaperSize.names, accepts: { PaperSize($0) != nil })

  static let scale = TextForm(
    "scale", Wording("a scale such as '1:70000', or 'fit'", zh: "比例尺，例如“1:70000”，或“fit”"),
    pattern: #"^(fit|1:0*([1-9][0-9]{2,7}(\.[0-9]*)?|100000000(\.0*)?))$"#,
    accepts: { $0 == "fit" || SheetMeasure.denominator($0) != nil })

  static let share = TextForm(
    "share", Wording("a share from 0 % to 100 %", zh: "0 % 至 100 % 的比例"),
    pattern: "^\(TextForm.decimal) *%$", accepts: { SheetMeasure.share($0) != nil })

  /// Lines of a grid in metres or kilometres; `none` for no grid.
  static let spacing = TextForm(
    "spacing",
    Wording(
      "a distance from 10 m to 1000 km such as '2 km', or 'none'",
      zh: "10 m 至 1000 km 的距离，例如“2 km”，或“none”"
    ),
    pattern: "^(none|\(TextForm.decimal) *k?m)$",
    accepts: { $0 == "none" || SheetMeasure.metres($0) != nil })

  static let minutes = measure("minutes", "min", 0.1...600)
  static let millimetres = measure("millimetres", "mm", 30...1000)
  static let bleeds = 0.0...20.0
  static let bleed = measure("bleed", "mm", bleeds)

  private static func measure(
    _ name: String, _ unit: String, _ range: ClosedRange<Double>
  ) -> TextForm {
    let (low, high) = (
      DecimalText.short(range.lowerBound), DecimalText.short(range.upperBound)
    )
    return TextForm(
      name,
      Wording("a number of \(unit) from \(low) to \(high)", zh: "\(low) 至 \(high) 的数值（\(unit)）"),
      pattern: "^\(TextForm.decimal) *(\(unit))?$", numbers: .decimals(range),
      accepts: { SheetMeasure.number($0, unit: unit).map(range.contains) == true })
  }
}

/// Numbers as `sheets.yaml` writes them.
enum SheetMeasure {
  /// A number with its unit, or without.
  static func number(_ text: String, unit: String) -> Double? {
    let bare = text.hasSuffix(unit) ? text.dropLast(unit.count) : text[...]
    return decimal(bare.prefix { $0 != " " }, of: bare)
  }

  /// The denominator of `1:70000`.
  static func denominator(_ text: String) -> Double? {
    guard text.hasPrefix("1:") else { return nil }
    let written = text.dropFirst(2)
    guard let number = decimal(written, of: written), (100...100_000_000).contains(number) else {
      return nil
    }
    return number
  }

  /// The part of one that `10 %` is.
  static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let number = number(text, unit: "%"), number <= 100 else {
      return nil
    }
    return number / 100
  }

  /// The metres of `2 km` or `500 m`.
  static func metres(_ text: String) -> Double? {
    let isKilometres = text.hasSuffix("km")
    guard text.hasSuffix("m"), let number = number(text, unit: isKilometres ? "km" : "m") else {
      return nil
    }
    let metres = isKilometres ? number * 1000 : number
    return (10...1_000_000).contains(metres) ? metres : nil
  }

  /// A number without sign and exponent, with nothing but spaces behind it.
  private static func decimal(_ digits: Substring, of text: Substring) -> Double? {
    guard digits.allSatisfy({ "0123456789.".contains($0) }),
      text.dropFirst(digits.count).allSatisfy({ $0 == " " })
    else { return nil }
    return Double(digits)
  }
}
