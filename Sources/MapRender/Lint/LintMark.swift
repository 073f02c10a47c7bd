/// One thing drawn on a sheet, and what it belongs to.
struct LintMark {
  /// The part of a sheet that a mark belongs to.
  enum Zone: Hashable {
    /// The paper.
    case ground
    /// Inside a map frame, below the names.
    case map
    /// Names, their halos and leaders.
    case names
    /// Around a map: its frame, its coordinates, its caption.
    case frame
    /// Title, scale, sources and all else beside the maps.
    case panel
    /// The legend.
    case legend
  }

  /// Never a group.
  let item: DrawItem
  /// The order of drawing.
  let order: Int
  let zone: Zone
  /// The map that it belongs to.
  var map: String?
  /// The piece of the panel that it belongs to.
  var piece: Int?
  /// The legend entry that it belongs to.
  var entry: Int?
  /// The feature that it shows.
  var feature: String?
  /// Whether it is a line from a name to its feature.
  var isLeader = false
  /// Nothing outside is seen.
  var clip: PaperBox?
  /// What the groups around it leave of its inks.
  var opacity = 1.0
  /// The box around its ink; `nil` for text, whose glyphs have boxes of their own.
  let box: PaperBox?

  /// Whether the mark stands around the maps and not on them.
  var isFurniture: Bool { zone == .frame || zone == .panel || zone == .legend }
}

/// A piece of the panel: a group of its own within the furniture.
struct LintPiece {
  let id: String
  var box: PaperBox?
}

/// Takes a display list apart into marks.
struct LintMarks {
  private(set) var marks: [LintMark] = []
  private(set) var pieces: [LintPiece] = []
  /// How many entries the legend has.
  private(set) var entryCount = 0

  private struct Place {
    var zone = LintMark.Zone.ground
    var map: String?
    var piece: Int?
    var entry: Int?
    var feature: String?
    var isLeader = false
    var clip: PaperBox?
    var opacity = 1.0
    var isFurniture = false
  }

  init(_ items: [DrawItem]) {
    for item in items { add(item, Place()) }
  }

  private mutating func add(_ item: DrawItem, _ place: Place) {
    guard case .group(let group) = item else { return mark(item, place) }
    var inner = place
    inner.opacity *= group.opacity
    if let clip = group.clip { inner.clip = clip }
    if let feature = group.tag.feature { inner.feature = feature }
    if place.isFurniture, place.piece == nil, !group.tag.id.isEmpty {
      inner.piece = pieces.count
      pieces.append(LintPiece(id: group.tag.id))
    }
    if let (zone, map) = Self.zone(of: group.tag.id) {
      inner.zone = zone
      inner.map = map
      inner.isFurniture = group.tag.id == "furniture"
    }
    let classes = group.tag.classes.split(separator: " ")
    if classes.contains("leaders") { inner.isLeader = true }
    if classes.contains("legend-entry") {
      inner.entry = entryCount
      entryCount += 1
    }
    for item in group.items { add(item, inner) }
  }

  private mutating func mark(_ item: DrawItem, _ place: Place) {
    let box = item.inkBox
    marks.append(
      LintMark(
        item: item, order: marks.count, zone: place.zone, map: place.map, piece: place.piece,
        entry: place.entry, feature: item.tag?.feature ?? place.feature,
        isLeader: place.isLeader, clip: place.clip, opacity: place.opacity, box: box))
    guard let piece = place.piece, let whole = box ?? item.textBox else { return }
    pieces[piece].box = pieces[piece].box.map { $0.union(whole) } ?? whole
  }

  /// What a group's id says: `before-map-body` is the map `before`.
  private static func zone(of id: String) -> (LintMark.Zone, map: String?)? {
    switch id {
    case "furniture": return (.panel, nil)
    case "legend": return (.legend, nil)
    default: break
    }
    for (suffix, zone) in [
      ("map-body", LintMark.Zone.map), ("labels-body", .names), ("frame-body", .frame),
    ] where id.hasSuffix(suffix) {
      let prefix = id.dropLast(suffix.count)
      return (zone, prefix.isEmpty ? "map" : String(prefix.dropLast()))
    }
    return nil
  }
}

extension DrawItem {
  var tag: Tag? {
    switch self {
    case .path(_, _, _, _, let tag), .circle(_, _, _, _, let tag), .text(_, let tag): tag
    case .symbol(let use): use.tag
    case .label(let label): label.tag
    case .group(let group): group.tag
    case .halo: nil
    }
  }

  /// The box around a shape with its outline.
  var inkBox: PaperBox? {
    switch self {
    case .path(let lines, _, _, let stroke, _):
      PaperBox(lines.joined()).map { $0.grown(by: (stroke?.width ?? 0) / 2) }
    case .circle(let center, let radius, _, let stroke, _):
      PaperBox(minX: center.x, minY: center.y, maxX: center.x, maxY: center.y)
        .grown(by: radius + (stroke?.width ?? 0) / 2)
    case .symbol(let use):
      PaperBox(minX: use.at.x, minY: use.at.y, maxX: use.at.x, maxY: use.at.y)
        .grown(by: max(use.size, use.width) / 2)
    case .text, .label, .halo, .group: nil
    }
  }

  /// The box around the glyphs of a text.
  fileprivate var textBox: PaperBox? {
    guard case .text(let run, _) = self else { return nil }
    return PaperBox(GlyphBox.boxes(of: run).flatMap(\.corners))
  }
}
