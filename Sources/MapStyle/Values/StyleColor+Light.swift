#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StyleColor {
  /// How much light the colour gives, from 0 for black to 1 for white: the relative luminance of WCAG.
  public var luminance: Double {
    0.2126 * Self.light(red) + 0.7152 * Self.light(green) + 0.0722 * Self.light(blue)
  }

  /// The grey that gives as much light.
  public var grey: StyleColor {
    let light = luminance
    let part = light <= 0.003_130_8 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
    return StyleColor(red: part, green: part, blue: part, alpha: alpha)
  }

  /// How much a text of one colour stands out from a ground of another, from 1 to 21, as WCAG counts.
  public func contrast(to other: StyleColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func light(_ part: Double) -> Double {
    part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}
