public import DistrictPlan
public import Messages

/// A sheet that is drawn and ready to be written, with an account of what stands on it.
public struct RenderedSheet: Sendable {
  /// The sheet's id.
  public let id: String
  /// The day that the sheet shows, or else that of the plan's last document.
  public let day: CalendarDay?
  /// What is drawn.
  var page: SheetPage
  /// The features whose names were placed, ascending, each once.
  public let labelled: [String]
  /// The features whose names must stand on the sheet and found no place, ascending.
  public let unplaced: [String]
  /// How the names found their places.
  public let labels: LabelStatistics
  /// The features that are drawn, ascending, each once.
  public let drawn: [String]
  /// The id of the atlas that the sheet is a page of; `nil` for a sheet by itself.
  public let atlas: String?
  /// The features that the legend lists by name, in its order.
  public let listed: [String]
  /// Layers that the style draws and the plan does not have; they are left out.
  public let warnings: [RenderError]
  /// What went into the sheet.
  let account: SheetAccount
}

/// How sheets are rendered, beyond what they declare.
public struct RenderOptions: Sendable {
  /// Shows the statuses of this day instead of the sheets' own.
  public var asOf: CalendarDay?
  /// Takes these works as done instead of what the sheets say.
  public var works: WorksSelection?
  /// The language of everything printed.
  public var language: Language
  /// The language of the names on the maps, instead of what the sheets say.
  public var labels: LabelLanguage?

  /// Creates options.
  public init(
    asOf: CalendarDay? = nil, works: WorksSelection? = nil, language: Language = .chinese,
    labels: LabelLanguage? = nil
  ) {
    self.asOf = asOf
    self.works = works
    self.language = language
    self.labels = labels
  }
}
