internal import DistrictPlan

/// How finely the coordinates of a feature are written.
struct WrittenDecimals {
  let feature: PlanFeature
  /// The most decimals that a number has, zeros at the end left out.
  private(set) var most = 0
  /// The vertex that has them.
  private(set) var mostVertex = 0
  /// The most decimals that a number is written with.
  private(set) var written = 0
  /// Some different numbers: enough to tell whether all are short by chance.
  private(set) var numbers: Set<String> = []

  init(of feature: PlanFeature) {
    self.feature = feature
    for vertex in 0..<feature.writtenPositionCount {
      for text in feature.writtenNumbers(ofVertex: vertex).prefix(2) {
        let (all, meant) = Self.decimals(of: text)
        if meant > most { (most, mostVertex) = (meant, vertex) }
        written = max(written, all)
        if numbers.count < Self.enough { numbers.insert(text) }
      }
    }
  }

  private static let enough = 8

  /// Whether so many numbers that are all short can hardly be so by chance: at most one in a million.
  static func isTelling(_ decimals: Int, of count: Int, needed: Int) -> Bool {
    decimals < needed && (needed - decimals) * count >= 6
  }

  /// The decimals that a JSON number is written with, and those that mean something.
  static func decimals(of text: String) -> (written: Int, meant: Int) {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    // No number that a Double holds has an exponent beyond this.
    let exponent = min(400, max(-400, parts.count > 1 ? Int(parts[1]) ?? 0 : 0))
    let fraction = mantissa.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
    let written = max(0, fraction.count - exponent)
    guard mantissa.contains(where: { ("1"..."9").contains($0) }) else { return (written, 0) }
    // Without a fraction, zeros before an exponent mean nothing either.
    let digits = mantissa.filter { $0 != "." }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    return (written, max(0, fraction.count - zeros - exponent))
  }
}
