internal import GeoJSONCoding

/// The pictures that a web map takes its icons and patterns from: `sprite.json` and `sprite.png`, also `@2x`.
struct Sprite {
  /// One picture.
  enum Picture: Hashable {
    /// A marker of the sheets, which the map colours and scales itself.
    case marker(Marker, share: Double?)
    /// Hatching in one colour.
    case hatch(PatternTile)
    /// A symbol drawn from a file, which the map colours and scales itself.
    case symbol(SymbolShape)
  }

  /// The radius of markers and half the height of symbols, in pixels of the map.
  static let radius = 8.0
  private static let side = 32
  private static let columns = 8

  private(set) var pictures: [(name: String, picture: Picture)] = []

  /// Puts a picture in and gives back its name.
  mutating func name(of picture: Picture) -> String {
    let name = picture.name
    if !pictures.contains(where: { $0.name == name }) { pictures.append((name, picture)) }
    return name
  }

  /// The four files.
  func files(named base: String) -> [(name: String, bytes: [UInt8])] {
    [(1, ""), (2, "@2x")].flatMap { ratio, suffix in
      let (index, picture) = drawn(ratio: ratio)
      return [
        ("\(base)\(suffix).json", index.utf8 + [UInt8(ascii: "\n")]),
        ("\(base)\(suffix).png", picture.png),
      ]
    }
  }

  private func drawn(ratio: Int) -> (JSONValue, PixelPicture) {
    let side = Self.side * ratio
    let rows = max(1, (pictures.count + Self.columns - 1) / Self.columns)
    var sheet = PixelPicture(width: Self.columns * side, height: rows * side)
    var members: [JSONMember] = []
    for (place, entry) in pictures.enumerated() {
      let (x, y) = (place % Self.columns * side, place / Self.columns * side)
      let (picture, isField) = entry.picture.drawn(side: side, ratio: ratio)
      sheet.paste(picture, x: x, y: y)
      var facts = [
        JSONMember("x", .number(x)), JSONMember("y", .number(y)),
        JSONMember("width", .number(picture.width)), JSONMember("height", .number(picture.height)),
        JSONMember("pixelRatio", .number(ratio)),
      ]
      if isField { facts.append(JSONMember("sdf", .bool(true))) }
      members.append(JSONMember(entry.name, .object(facts)))
    }
    return (.object(members.sorted { $0.key < $1.key }), sheet)
  }
}

extension Sprite.Picture {
  fileprivate var name: String {
    switch self {
    case .marker(let marker, nil): marker == .progress ? "progress-unknown" : marker.rawValue
    case .marker(let marker, let share?): "\(marker.rawValue)-\(Int((share * 5).rounded()))"
    case .hatch(let tile): tile.name
    case .symbol(let shape): shape.name
    }
  }

  /// The picture, and whether it holds distances instead of colours.
  fileprivate func drawn(side: Int, ratio: Int) -> (PixelPicture, isField: Bool) {
    let field: SignedDistance
    var scale = Sprite.radius * Double(ratio)
    switch self {
    case .hatch(let tile): return (tile.drawn(ratio: ratio), false)
    case .marker(let marker, let share):
      var look = Marker.Look(radius: 1, fill: Ink(rgb: 0))
      look.share = share
      field = SignedDistance(marker.items(at: PaperPoint(x: 0, y: 0), look))
    case .symbol(let shape):
      field = SignedDistance(areas: shape.parts)
      scale = Double(ratio)
    }
    var picture = PixelPicture(width: side, height: side)
    for (index, value) in field.bytes(side: side, scale: scale).enumerated() {
      picture.set(index % side, index / side, rgb: 0, alpha: value)
    }
    return (picture, true)
  }
}
