extension Ink {
  /// What the sheet itself draws with: paper, text, frames; a theme gives each another colour.
  enum Role: String, CaseIterable, Sendable {
    case paper = "sheet-paper"
    case text = "sheet-text"
    /// Less important text.
    case muted = "sheet-muted"
    /// Thin rules.
    case pale = "sheet-pale"
    /// The project's title.
    case soft = "sheet-soft"
    case accent = "sheet-accent"
    /// The box that says what is assumed.
    case note = "sheet-note"
    case noteGround = "sheet-note-ground"
    case graticule = "sheet-graticule"
    /// Text on plates of the muted colour or the accent.
    case onPlate = "sheet-on-plate"

    /// The colour where no theme says another.
    var rgb: UInt32 {
      switch self {
      case .paper, .onPlate: 0xFF_FFFF
      case .text: 0x1F_1F1F
      case .muted: 0x6B_6B6B
      case .pale: 0xB9_B9B4
      case .soft: 0x3C_3C3C
      case .accent: 0xA6_3D2F
      case .note: 0x5A_2A22
      case .noteGround: 0xFB_F3EF
      case .graticule: 0x5C_6B73
      }
    }
  }

  init(_ role: Role, opacity: Double = 1) {
    self.init(rgb: role.rgb, opacity: opacity, role: role)
  }

  static let white = Ink(.paper)
  static let black = Ink(.text)
  static let grey = Ink(.muted)
  static let pale = Ink(.pale)
  static let soft = Ink(.soft)
  static let accent = Ink(.accent)
  static let note = Ink(.note)
  static let noteGround = Ink(.noteGround)
  static let graticule = Ink(.graticule, opacity: 0.35)
  static let onPlate = Ink(.onPlate)
}
