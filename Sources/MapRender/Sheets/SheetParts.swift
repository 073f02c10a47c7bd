internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages

/// A small map that shows where the drawn extent lies.
struct SheetLocator: Hashable, Sendable {
  /// The layers that it shows, the lowest first.
  let layers: Reference
}

/// How often the wind blows from each of sixteen directions, from north clockwise.
struct WindTable: Hashable, Sendable {
  /// The directions that a table has a value for.
  static let directions = 16

  /// The share of the year in percent.
  let frequency: [Double]
  /// The pollution coefficient, in any unit; empty where none is given.
  let pollution: [Double]
  /// The share of calm in percent.
  let calm: Double?
  /// Where the figures are from.
  let source: Wording?
}

/// A table beside the map: a row for every feature of some layers.
struct SheetTable: Hashable, Sendable {
  /// What a column shows.
  enum Column: String, CaseIterable, Sendable {
    case number, symbol, name, kind, size, status, date, deadline, source
  }

  let title: Wording?
  /// The layers in the order of their groups.
  let layers: Reference
  let columns: [Column]
  /// The layers of which only features with a status are listed.
  let reported: [String]
}

/// A sheet for every feature of a layer.
struct SheetAtlas: Hashable, Sendable {
  /// The margin of an atlas that names none.
  static let defaultMargin = 0.1

  /// The layer.
  let layer: Reference
  /// How much wider than its feature a page's frame is at least, as a share.
  let margin: Double
  /// The scale of the pages.
  let scale: SheetScale
}

/// One page of an atlas.
struct AtlasPage: Hashable, Sendable {
  /// A page as the index lists it.
  struct Entry: Hashable, Sendable {
    let number: Int
    let feature: String
    let title: Wording
  }

  /// The id of the sheet that the atlas is made of.
  let sheet: String
  /// The page's number from 1; 0 for the index.
  let number: Int
  /// The pages of the atlas.
  let entries: [Entry]
  /// What the whole atlas shows.
  let whole: Reference

  var entry: Entry? { entries.first { $0.number == number } }
}
