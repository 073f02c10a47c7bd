/// A number with its unit, as plans write it: `12.5 km2`, `300 m`, `45 deg`, `80 %`.
///
/// It is a size or a limit, and so never negative.
public struct Quantity: Hashable, Sendable {
  /// What the number measures.
  public enum Dimension: String, Hashable, Sendable {
    case length, area, angle, share
  }

  /// The number in base units: metres, square metres, degrees, or a share from 0 to 1.
  public let value: Double
  /// What it measures.
  public let dimension: Dimension
  /// The text it was written as.
  public let text: String

  private static let units: [(name: String, dimension: Dimension, factor: Double)] = [
    ("mm", .length, 0.001), ("cm", .length, 0.01), ("m", .length, 1), ("km", .length, 1000),
    ("m2", .area, 1), ("m²", .area, 1), ("ha", .area, 10_000), ("km2", .area, 1_000_000),
    ("km²", .area, 1_000_000), ("deg", .angle, 1), ("°", .angle, 1), ("%", .share, 0.01),
  ]

  /// The names of all units.
  public static var unitNames: [String] { units.map(\.name) }

  /// The names of the units of one dimension.
  static func unitNames(of dimension: Dimension) -> [String] {
    units.filter { $0.dimension == dimension }.map(\.name)
  }

  /// Creates a quantity from its text; `nil` when the number or the unit is none.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let name = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Double(digits), let unit = Self.units.first(where: { $0.name == name })
    else { return nil }
    value = number * unit.factor
    guard value.isFinite else { return nil }
    dimension = unit.dimension
    self.text = text
  }
}
