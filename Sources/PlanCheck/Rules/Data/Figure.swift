internal import DistrictPlan

/// A number of a table, which is as exact as it is written.
struct Figure {
  let text: String
  /// The number in base units.
  let value: Double
  /// Half of a unit of its last digit: what rounding may have taken or added.
  let halfStep: Double
  let dimension: Quantity.Dimension?

  init?(_ text: String) {
    guard let amount = Amount(text) else { return nil }
    self.text = text
    value = amount.value
    dimension = amount.dimension
    // What one of the unit is, learnt from the number itself.
    let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
    guard let number = Double(digits) else { return nil }
    let factor =
      number == 0 ? Amount("1" + text.dropFirst(digits.count))?.value ?? 1 : value / number
    let decimals = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    var step = abs(factor)
    for _ in 0..<min(decimals, 30) { step /= 10 }
    // Counts are exact.
    halfStep = amount.dimension == nil && decimals == 0 ? 0 : step / 2
  }

  /// Whether a sum may be what the figure stands for.
  func allows(_ sum: Double, within share: Double) -> Bool {
    let slack = max(halfStep, abs(value) * share)
    return abs(sum - value) <= slack * (1 + 1e-9) + 1e-9
  }
}
