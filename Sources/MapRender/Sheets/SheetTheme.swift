internal import MapStyle
public import Messages

/// The look that a sheet takes on: inks for what the sheet draws itself, greys, widths.
public struct SheetTheme: Sendable {
  /// The id, also the name of the file in `themes/`; `nil` for the look of the styles themselves.
  public let id: String?
  let style: StyleTheme
  private let inks: Inks

  /// What inks become, by itself: whoever draws a page anew asks for nothing else of the theme.
  private struct Inks {
    let roles: [Ink.Role: UInt32]
    let isGrey: Bool

    func ink(_ ink: Ink) -> Ink {
      var ink = ink
      if let role = ink.role { ink.rgb = roles[role] ?? role.rgb }
      ink.role = nil
      if isGrey { ink.rgb = Ink(StyleColor(hex: ink.rgb).grey).rgb }
      return ink
    }
  }

  static let plain = SheetTheme(id: nil, style: .plain)

  init(id: String?, style: StyleTheme) {
    self.id = id
    self.style = style
    let roles: [Ink.Role: UInt32] = Ink.Role.allCases.reduce(into: [:]) { inks, role in
      guard let color = style.values[role.rawValue]?.string.flatMap({ StyleColor(css: $0) }) else {
        return
      }
      inks[role] = Ink(color).rgb
    }
    inks = Inks(roles: roles, isGrey: style.isGrey)
  }

  /// The title in both languages.
  public var title: Wording { style.title }

  /// The names of the inks with which a sheet draws what no style draws, and what they are without a theme.
  static let sheetNames: [String: StyleValue] = Ink.Role.allCases.reduce(into: [:]) {
    $0[$1.rawValue] = .string(Ink(rgb: $1.rgb).hex)
  }

  /// What a page is drawn with under this theme.
  func drawn(_ items: [DrawItem]) -> [DrawItem] {
    let keepsStyles = !style.isGrey && style.lineFactor == 1
    let (ink, factor) = (inks.ink, style.lineFactor)
    return items.map { $0.redrawn(ink, lines: factor, keepsStyles: keepsStyles) }
  }

  /// An ink under this theme.
  func ink(_ ink: Ink) -> Ink { inks.ink(ink) }
}

extension Ink {
  /// An opaque ink of a style's colour.
  init(_ color: StyleColor) {
    func byte(_ part: Double) -> UInt32 { UInt32((part * 255).rounded()) }
    self.init(rgb: byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue))
  }

  fileprivate var hex: String { StyleColor(hex: rgb).hex }
}

extension StyleColor {
  fileprivate init(hex rgb: UInt32) {
    func part(_ shift: UInt32) -> Double { Double(rgb >> shift & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }
}
