public import DistrictPlan
public import GeoJSONCoding
internal import MapStyle
public import Messages

/// One map sheet as `sheets.yaml` declares it: what it shows, on which paper, with what around it.
public struct Sheet: Identifiable, Sendable {
  /// The id, also the name of the file it is written to.
  public let id: String
  /// The sheet number, from 1.
  public let number: Int
  /// The title in both languages.
  public let title: Wording
  /// The paper.
  public let paper: PaperSize
  /// Which state of the road works the sheet shows.
  public let works: SheetWorks
  /// The day whose statuses it shows; `nil` for everything known.
  public let asOf: CalendarDay?
  /// The language of the names on its maps; `nil` for that of the sheet.
  public let labels: LabelLanguage?
  /// Where the sheet is declared.
  public let location: SourceLocation

  /// The look it takes on.
  public let theme: SheetTheme

  let style: StyleDocument
  let symbols: SheetSymbols
  /// The scale's denominator; `nil` to take the largest round scale that fits.
  let denominator: Double?
  /// What must lie within the frame.
  let extent: Reference
  let panel: SheetPanel
  /// The layers whose features are numbered in the register, in this order.
  let numbered: [String]
  /// Between graticule lines, in minutes.
  let graticule: Double
  let furniture: Set<Furniture>
  /// The structure whose slogan stands below the title.
  let slogan: String?
  let notes: [Wording]
  /// Confidentiality, approval number and other lines of the title block.
  let imprint: [Wording]
}

/// Which state of the road works a sheet shows.
public enum SheetWorks: String, Hashable, Sendable, CaseIterable {
  /// The roads before any work.
  case none
  /// All works done.
  case all
  /// Two maps side by side.
  case beforeAfter = "before-after"
}

/// A format of the ISO A series.
public struct PaperSize: Hashable, Sendable {
  /// The width in millimetres.
  public let width: Double
  /// The height in millimetres.
  public let height: Double

  private static let formats: [(name: String, short: Double, long: Double)] = [
    ("A4", 210, 297), ("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841), ("A0", 841, 1189),
  ]

  /// The texts that name a paper.
  public static var names: [String] {
    formats.flatMap { ["\($0.name) landscape", "\($0.name) portrait"] }
  }

  /// Reads `A3 landscape`; `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let format = Self.formats.first(where: { $0.name == words[0] }) else {
      return nil
    }
    switch words[1] {
    case "landscape": (width, height) = (format.long, format.short)
    case "portrait": (width, height) = (format.short, format.long)
    default: return nil
    }
  }
}

/// The part of a sheet beside the map that holds title, legend and imprint.
struct SheetPanel: Hashable, Sendable {
  enum Side: String, CaseIterable, Sendable { case right, bottom }

  var side = Side.right
  /// Width of a right panel or height of a bottom one, in millimetres.
  var size = 86.0
  /// How many columns the legend has.
  var columns = 1
}

/// What can stand around a map.
enum Furniture: String, CaseIterable, Sendable {
  case title, legend
  case scaleBar = "scale-bar"
  case northArrow = "north-arrow"
  case graticule, sources, assumed, imprint
}
