/// A colour of the sRGB space; every part lies between 0 and 1.
///
/// The parts are not multiplied by alpha, so a fully transparent colour keeps its hue.
public struct StyleColor: Hashable, Sendable {
  /// How much red, 0 to 1.
  public var red: Double
  /// How much green, 0 to 1.
  public var green: Double
  /// How much blue, 0 to 1.
  public var blue: Double
  /// How opaque, 0 to 1.
  public var alpha: Double

  /// Creates a colour; parts outside 0 to 1 are moved to the nearer limit.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = Self.clamped(red)
    self.green = Self.clamped(green)
    self.blue = Self.clamped(blue)
    self.alpha = Self.clamped(alpha)
  }

  /// Opaque black.
  public static let black = StyleColor(red: 0, green: 0, blue: 0)
  /// Opaque white.
  public static let white = StyleColor(red: 1, green: 1, blue: 1)
  /// Black that does not show.
  public static let transparent = StyleColor(red: 0, green: 0, blue: 0, alpha: 0)

  private static func clamped(_ part: Double) -> Double {
    part > 0 ? min(part, 1) : 0
  }
}

extension StyleColor {
  /// The colour without its alpha as `#rrggbb`, which every SVG reader understands.
  public var hex: String {
    let digits: [Character] = Array("0123456789abcdef")
    return [red, green, blue].reduce(into: "#") { text, part in
      let byte = Int((part * 255).rounded())
      text.append(digits[byte / 16])
      text.append(digits[byte % 16])
    }
  }

  /// The colour as MapLibre writes it in strings: `rgba(85,255,0,0.5)`.
  public var css: String {
    let parts = [red, green, blue].map { NumberText.of(($0 * 255).rounded()) }
    return "rgba(\(parts.joined(separator: ",")),\(NumberText.of(alpha)))"
  }
}
