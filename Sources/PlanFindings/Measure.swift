/// How much: a number with its unit and the limit it was held against.
public struct Measure: Hashable, Sendable {
  /// What is measured.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case squareMetres = "m²"
    case squareKilometres = "km²"
    case kilometresPerSquareKilometre = "km/km²"
    case metres = "m"
    case degrees = "°"
    case percent = "%"
    case days = "d"
    case millimetres = "mm"
    /// A contrast, such as 4.5 for 4.5:1.
    case contrast = ":1"
    /// A difference of two colours by CIEDE2000.
    case colorDifference = "ΔE"
    case features = ""
  }

  /// The number found.
  public let value: Double
  /// Its unit.
  public let unit: Unit
  /// The largest (or smallest) number that would pass, if there is one.
  public let limit: Double?

  /// Creates a measure.
  public init(_ value: Double, _ unit: Unit, limit: Double? = nil) {
    self.value = value
    self.unit = unit
    self.limit = limit
  }

  /// The number and its unit, such as `20.3 m²`.
  public var text: String { Measure.text(value, unit) }

  /// The limit and its unit, such as `0.01 m²`.
  public var limitText: String? { limit.map { Measure.text($0, unit) } }

  private static func text(_ value: Double, _ unit: Unit) -> String {
    // Nobody reads six digits of metres.
    switch unit {
    case .squareMetres where abs(value) >= 1e6: return text(value / 1e6, .squareKilometres)
    case .metres where abs(value) >= 1e4: return "\(DecimalText.short(value / 1e3)) km"
    default: break
    }
    let number = DecimalText.short(value)
    return switch unit {
    case .features: number
    case .degrees, .percent, .contrast: number + unit.rawValue
    default: "\(number) \(unit.rawValue)"
    }
  }
}
