#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StyleColor {
  /// The space in which colours are mixed.
  enum Space: Hashable, Sendable {
    case rgb, lab, hcl

    init(operator name: String) {
      self =
        switch name {
        case "interpolate-lab": .lab
        case "interpolate-hcl": .hcl
        default: .rgb
        }
    }
  }

  /// The colour a share of the way to another.
  func mixed(with other: StyleColor, share: Double, in space: Space) -> StyleColor {
    func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    let alpha = between(alpha, other.alpha)
    switch space {
    case .rgb:
      return StyleColor(
        red: between(red, other.red), green: between(green, other.green),
        blue: between(blue, other.blue), alpha: alpha)
    case .lab:
      let (a, b) = (CIELab(self), CIELab(other))
      return CIELab(
        lightness: between(a.lightness, b.lightness), a: between(a.a, b.a), b: between(a.b, b.b)
      ).color(alpha: alpha)
    case .hcl:
      let (a, b) = (CIELab(self), CIELab(other))
      let hue = Self.hue(from: a.hue, to: b.hue, share)
      // Black has no chroma of its own; the other colour's is kept on the way to it.
      let chroma: Double =
        switch (a.hue, b.hue) {
        case (.some, nil) where b.lightness == 0: a.chroma
        case (nil, .some) where a.lightness == 0: b.chroma
        default: between(a.chroma, b.chroma)
        }
      return CIELab(
        lightness: between(a.lightness, b.lightness), chroma: chroma, hue: hue
      ).color(alpha: alpha)
    }
  }

  /// The hue a share of the shorter way round; grey has none and takes the other's.
  private static func hue(from a: Double?, to b: Double?, _ share: Double) -> Double? {
    guard let a, let b else { return a ?? b }
    var difference = b - a
    if b > a, difference > 180 { difference -= 360 }
    if b < a, a - b > 180 { difference += 360 }
    return a + difference * share
  }
}

/// A colour of the CIELAB space under D50.
struct CIELab: Hashable, Sendable {
  var lightness: Double
  var a: Double
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(lightness: Double, chroma: Double, hue: Double?) {
    let angle = (hue ?? 0) * .pi / 180
    self.init(
      lightness: lightness, a: hue == nil ? 0 : cos(angle) * chroma,
      b: hue == nil ? 0 : sin(angle) * chroma)
  }

  init(_ color: StyleColor) {
    let (red, green, blue) = (
      Self.linear(color.red), Self.linear(color.green), Self.linear(color.blue)
    )
    let y = Self.root(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue)
    var (x, z) = (y, y)
    // Grey is grey exactly, whatever the matrix rounds to.
    if red != green || green != blue {
      x = Self.root((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / Self.whiteX)
      z = Self.root((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / Self.whiteZ)
    }
    let lightness = 116 * y - 16
    self.init(lightness: max(lightness, 0), a: 500 * (x - y), b: 200 * (y - z))
  }

  var chroma: Double { (a * a + b * b).squareRoot() }

  /// The hue in degrees; `nil` for grey.
  var hue: Double? {
    guard (chroma * 10_000).rounded() != 0 else { return nil }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  func color(alpha: Double) -> StyleColor {
    let y = (lightness + 16) / 116
    let x = Self.whiteX * Self.cube(y + a / 500)
    let z = Self.whiteZ * Self.cube(y - b / 200)
    let w = Self.cube(y)
    return StyleColor(
      red: Self.gamma(3.1338561 * x - 1.6168667 * w - 0.4906146 * z),
      green: Self.gamma(-0.9787684 * x + 1.9161415 * w + 0.0334540 * z),
      blue: Self.gamma(0.0719453 * x - 0.2289914 * w + 1.4052427 * z), alpha: alpha)
  }

  private static let whiteX = 0.96422
  private static let whiteZ = 0.82521
  private static let knee = 6.0 / 29

  private static func root(_ value: Double) -> Double {
    value > knee * knee * knee ? cbrt(value) : value / (3 * knee * knee) + 4.0 / 29
  }

  private static func cube(_ value: Double) -> Double {
    value > knee ? value * value * value : 3 * knee * knee * (value - 4.0 / 29)
  }

  private static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  private static func gamma(_ part: Double) -> Double {
    part <= 0.00304 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
  }
}
