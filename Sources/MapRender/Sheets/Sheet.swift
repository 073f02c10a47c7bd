public import DistrictPlan
public import GeoJSONCoding
internal import MapStyle
public import Messages
internal import PlanFindings

/// One map sheet as `sheets.yaml` declares it: what it shows, on which paper, with what around it.
public struct Sheet: Identifiable, Sendable {
  /// The id, also the name of the file it is written to.
  public internal(set) var id: String
  /// The sheet number, from 1.
  public let number: Int
  /// The title in both languages.
  public let title: Wording
  /// The paper.
  public internal(set) var paper: PaperSize
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
  var scale: SheetScale
  /// The paper for which the millimetres of panel, type and lines are meant.
  var design: PaperSize
  /// How far the ground reaches over the paper's edge before it is cut, in millimetres.
  var bleed: Double
  /// Whether lines outside the paper show where to cut.
  var hasCropMarks: Bool
  /// What must lie within the frame.
  var extent: Reference
  /// How much wider than the extent the frame is at least, as a share of the extent.
  var extentMargin = 0.0
  var panel: SheetPanel
  /// Whether it is drawn on other paper than it asks for.
  var isOnOtherPaper = false
  /// The layers whose features are numbered in the register, in this order.
  let numbered: [String]
  /// Between graticule lines, in minutes.
  let graticule: Double
  /// Between the crosses of the working CRS's grid, in metres; `nil` for none.
  let grid: Double?
  let furniture: Set<Furniture>
  let locator: SheetLocator?
  var wind: WindTable?
  let table: SheetTable?
  var atlas: SheetAtlas?
  /// The page of an atlas that the sheet is; `nil` for a sheet by itself.
  var page: AtlasPage?
  /// The structure whose slogan stands below the title.
  let slogan: String?
  let notes: [Wording]
  /// How much the findings of rules of sheets weigh here, by code; `nil` for rules that do not look at it.
  var severities: [String: Severity?]
  var marks: SheetMarks
  /// Further lines of the title block.
  let imprint: [Wording]
}

extension Sheet {
  /// How many rows of coordinates stand around its maps: kilometres and degrees.
  var coordinateRows: Int { grid == nil ? 1 : 2 }
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

/// How the scale of a sheet is found.
enum SheetScale: Hashable, Sendable {
  /// The largest round scale at which the extent fits.
  case fit
  /// This denominator; the extent must fit.
  case exactly(Double)
  /// The next round scale that is not larger and at which the extent fits.
  case about(Double)
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

/// What a sheet says of itself beside what the plan says.
struct SheetMarks: Hashable, Sendable {
  /// Who may see it, such as 秘密.
  var classification: Wording?
  /// The number under which the map was approved, such as 审图号.
  var approval: String?
  /// When the sheet was made.
  var date: String?
}

/// What can stand around a map.
enum Furniture: String, CaseIterable, Sendable {
  case title, legend
  case scaleBar = "scale-bar"
  case northArrow = "north-arrow"
  case graticule, sources, assumed, imprint
}
