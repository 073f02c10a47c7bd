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
}
