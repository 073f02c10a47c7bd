internal import DistrictPlan

/// A lower and an upper limit, either of which may be left open: `0.1..0.4`, `..20 %`, `100 m..`,
/// `4`.
struct LimitRange: Hashable {
  let lower: Double?
  let upper: Double?
  /// What the limits measure; `nil` for plain numbers.
  let dimension: Quantity.Dimension?

  /// Reads a range; `nil` when the text is none.
  ///
  /// A unit on one side is that of both. A single number is both limits.
  init?(_ text: String) {
    let sides = text.split(separator: "..", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard sides.count <= 2, sides.contains(where: { !$0.isEmpty }) else { return nil }
    let unit = sides.lazy.compactMap(Self.unit).first
    var values: [Double?] = []
    var dimensions: Set<Quantity.Dimension> = []
    for side in sides {
      if side.isEmpty {
        values.append(nil)
      } else if let unit {
        let written = Self.unit(of: side) == nil ? "\(side) \(unit)" : side
        guard let quantity = Quantity(written) else { return nil }
        values.append(quantity.value)
        dimensions.insert(quantity.dimension)
      } else {
        guard let number = Double(side), number.isFinite else { return nil }
        values.append(number)
      }
    }
    guard dimensions.count <= 1, let first = values.first, let last = values.last else {
      return nil
    }
    if let first, let last, first > last { return nil }
    (lower, upper, dimension) = (first, last, dimensions.first)
  }

  /// The limit that a value offends; `nil` when it lies within.
  func offended(by value: Double) -> Double? {
    let slack = 1e-9 * max(1, abs(value))
    if let lower, value < lower - slack { return lower }
    if let upper, value > upper + slack { return upper }
    return nil
  }

  /// What follows the number; `nil` for a plain number or nothing.
  private static func unit(of side: String) -> String? {
    guard !side.isEmpty, Double(side) == nil else { return nil }
    return String(side.drop { $0.isNumber || $0 == "." }).trimmed
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
