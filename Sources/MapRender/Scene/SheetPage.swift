/// A finished sheet before it is written: its size, what it says of itself, and what is drawn on it.
struct SheetPage: Sendable {
  /// A map on the sheet and how it lies on the ground.
  struct Map: Sendable {
    let id: String
    let crs: String
    let placement: MapPlacement
  }

  var size: (width: Double, height: Double)
  var title: String
  var description: String
  var languageTag: String
  var maps: [Map]
  var items: [DrawItem]
  /// Where the sheet is cut; `nil` where the whole page is the sheet.
  var trim: PaperBox?
  /// How far what is drawn reaches over the cut, in millimetres.
  var bleed = 0.0
  /// What tells the pages of one atlas; they stand below its first page in a list of pages.
  var chapter: String?
}
