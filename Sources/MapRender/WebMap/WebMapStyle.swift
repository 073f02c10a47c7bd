internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages

/// A sheet's style as MapLibre reads it.
struct WebMapStyle {
  let sheet: Sheet
  let view: MapView
  let language: Language
  private(set) var sprite = Sprite()
  private(set) var omissions: [Wording] = []
  private var layers: [JSONValue] = []
  /// The sources whose lines are measured, as `line-gradient` asks.
  private var measured: Set<String> = []
  private let root: JSONValue
  /// Whether glyph files lie beside the style; else the machine that shows the map draws the names.
  private let hasGlyphs: Bool

  init(sheet: Sheet, view: MapView, language: Language, hasGlyphs: Bool) {
    (self.sheet, self.view, self.language) = (sheet, view, language)
    self.hasGlyphs = hasGlyphs
    root = sheet.style.folded(isGrey: sheet.theme.style.isGrey)
  }

  /// Converts layer after layer and has the data written that they draw.
  mutating func convert(using data: inout WebMapData) throws {
    let byID = sheet.style.layers.reduce(into: [:]) { $0[$1.id] = $1 }
    for json in root["layers"]?.array ?? [] {
      guard let id = json["id"]?.text, let layer = byID[id] else { continue }
      guard let source = layer.source else {
        layers.append(json)
        continue
      }
      guard let features = data.features(of: source) else {
        let name = source
        omit(
          Wording(
            "layer '\(id)': the plan has no layer '\(name)'", zh: "图层“\(id)”：规划中没有图层“\(name)”"))
        continue
      }
      try convert(json, layer, features, using: &data)
    }
  }

  private mutating func convert(
    _ json: JSONValue, _ layer: StyleLayer, _ features: [MapFeature], using data: inout WebMapData
  ) throws {
    switch layer.type {
    case .fill where layer.isVeil:
      let place = "\(layer.id)-cover"
      data.writeOutside(of: features, as: place)
      layers.append(
        json.setting("source", .string(place)).removing("filter").setting(
          "visibility", nil, in: "layout"))
    case .fill:
      let json = patterned(
        json.setting("source", .string(data.sourceWithoutPoints(of: layer.source ?? ""))), layer)
      layers.append(json)
      if let hatch = layer.metadata["gxq:hatch"] { addHatch(hatch, json, layer) }
    case .line:
      if layer.metadata["gxq:taper"] != nil {
        omit(
          Wording(
            "layer '\(layer.id)': lines keep one width", zh: "图层“\(layer.id)”：线宽不渐变"))
      }
      let source = data.sourceWithoutPoints(of: layer.source ?? "")
      if layer.sets("line-gradient") { measured.insert(source) }
      layers.append(widened(json).setting("source", .string(source)))
    case .circle: try addMarkers(json, layer, features, using: &data)
    case .symbol:
      let json = named(json, layer).setting(
        "source", .string(data.sourceForNames(of: layer.source ?? "")))
      layers.append(json["layout"]?["icon-image"] == nil ? json : pictured(json, layer))
    case .background: layers.append(json)
    }
  }

  private mutating func omit(_ message: Wording) {
    if !omissions.contains(message) { omissions.append(message) }
  }

  /// Patterns that sheets make from their names as tiles of the sprite, in the colour of the fill.
  private mutating func patterned(_ json: JSONValue, _ layer: StyleLayer) -> JSONValue {
    guard let pattern = json["paint"]?["fill-pattern"] else { return json }
    let color = json["paint"]?["fill-color"]?.text.flatMap { StyleColor(css: $0) }
    var isWhole = true
    let tiles = pattern.replacingTexts { name in
      let parts = name.split(separator: "-")
      guard parts.count == 4, parts[0] == "hatch" else {
        if sheet.symbols.library[name] != nil || LinePattern(name) != nil { isWhole = false }
        return nil
      }
      guard let color,
        let tile = PatternTile(parts.dropFirst().joined(separator: " "), rgb: Ink(color).rgb)
      else {
        isWhole = false
        return nil
      }
      return sprite.name(of: .hatch(tile))
    }
    guard isWhole else {
      omit(
        Wording(
          "layer '\(layer.id)': its pattern is left out, the colour stays",
          zh: "图层“\(layer.id)”：略去图案，只保留颜色"))
      return json.setting("fill-pattern", nil, in: "paint")
    }
    return json.setting("fill-pattern", tiles, in: "paint")
  }

  /// Puts the symbols that a layer can name into the sprite.
  private mutating func pictured(_ json: JSONValue, _ layer: StyleLayer) -> JSONValue {
    for name in json["layout"]?["icon-image"]?.texts ?? [] {
      guard let graphic = sheet.symbols.library[name] else { continue }
      if let shape = SymbolShape(graphic) {
        _ = sprite.name(of: .symbol(shape))
      } else {
        omit(
          Wording(
            "layer '\(layer.id)': symbol '\(name)' has more than one ink, or is too large",
            zh: "图层“\(layer.id)”：符号“\(name)”不止一种颜色，或过大"))
      }
    }
    return json
  }

  /// Hatching as a layer of its own above the fill, a tile for each colour of the outline.
  private mutating func addHatch(_ hatch: String, _ json: JSONValue, _ layer: StyleLayer) {
    guard let color = json["paint"]?["fill-outline-color"] ?? json["paint"]?["fill-color"],
      PatternTile(hatch, rgb: 0) != nil
    else {
      return omit(
        Wording(
          "layer '\(layer.id)': hatching '\(hatch)' does not repeat in tiles",
          zh: "图层“\(layer.id)”：晕线“\(hatch)”不能按瓦片重复"))
    }
    let pattern = color.replacingColors { color in
      PatternTile(hatch, rgb: Ink(color).rgb).map { sprite.name(of: .hatch($0)) }
    }
    layers.append(
      json.setting("id", .string("\(layer.id)-hatch")).removing("metadata").setting(
        "paint",
        .object([
          JSONMember("fill-pattern", pattern),
          JSONMember("fill-opacity", .number(0.75, decimals: 2)),
        ])))
  }

  /// Lines as wide as the theme says.
  private func widened(_ json: JSONValue) -> JSONValue {
    let factor = sheet.theme.style.lineFactor
    guard factor != 1, let width = json["paint"]?["line-width"]?.number else { return json }
    return json.setting("line-width", .number(width * factor, decimals: 2), in: "paint")
  }

  /// Names with what sheets say in millimetres, in the fonts of the machine that draws.
  private func named(_ json: JSONValue, _ layer: StyleLayer) -> JSONValue {
    var json = json
    if !hasGlyphs, let fonts = json["layout"]?["text-font"]?.array?.compactMap(\.text),
      let first = fonts.first
    {
      let family = ["Bold", "Regular"].reduce(first) { name, weight in
        name.hasSuffix(" \(weight)") ? String(name.dropLast(weight.count + 1)) : name
      }
      let generic = family.contains("Serif") ? "serif" : "sans-serif"
      json = json.setting(
        "text-font", .array((fonts + [family, generic]).map { .string($0) }), in: "layout")
    }
    let pixel = LayerLook.millimetresPerPixel
    if let repeated = layer.metadata["gxq:repeat"].flatMap(Double.init),
      json["layout"]?["symbol-spacing"] == nil
    {
      json = json.setting("symbol-spacing", .number(repeated / pixel, decimals: 0), in: "layout")
    }
    if let offset = layer.metadata["gxq:offset"].flatMap(Double.init),
      let size = json["layout"]?["text-size"]?.number, json["layout"]?["text-offset"] == nil
    {
      json = json.setting(
        "text-offset", .array([.number(0), .number(-offset / pixel / size, decimals: 2)]),
        in: "layout")
    }
    return json
  }
}

extension WebMapStyle {
  /// Markers that web styles have no word for as icons; where a line carries them, at places of their own.
  private mutating func addMarkers(
    _ json: JSONValue, _ layer: StyleLayer, _ features: [MapFeature], using data: inout WebMapData
  ) throws {
    let name = layer.metadata["gxq:marker"] ?? ""
    let symbol = sheet.symbols.library[name].flatMap { SymbolShape($0) }
    let marker = Marker(rawValue: name) ?? .circle
    var json = json
    let needsPlaces = features.contains { $0.shape.points.isEmpty && $0.isLocated }
    if needsPlaces {
      let drawing = FeatureDrawing(
        layer: layer, zoom: view.zoom, prefix: "", symbols: sheet.symbols.library)
      let matching = features.filter { layer.matches($0.style, zoom: view.zoom) }
      let id = "\(layer.id)-places"
      try data.writePlaces(
        matching.flatMap { feature in
          drawing.places(on: feature.shape).map { (feature, $0.point, $0.bearing) }
        }, as: id)
      json = json.setting("source", .string(id)).removing("filter")
    }
    if let symbol, Marker(rawValue: name) == nil {
      let image = JSONValue.string(sprite.name(of: .symbol(symbol)))
      layers.append(icon(json, image, radius: symbol.radius, turns: needsPlaces))
    } else if marker == .circle {
      layers.append(json)
    } else {
      let turns = needsPlaces && marker.turns
      layers.append(icon(json, image(of: marker), radius: Sprite.radius, turns: turns))
    }
  }

  /// - Parameter radius: The radius of the picture in the sprite.
  private func icon(
    _ json: JSONValue, _ image: JSONValue, radius: Double, turns: Bool
  ) -> JSONValue {
    let paint = json["paint"]
    var layout = [
      JSONMember("icon-image", image),
      JSONMember("icon-size", size(paint?["circle-radius"], radius)),
      JSONMember("icon-allow-overlap", .bool(true)),
      JSONMember("icon-ignore-placement", .bool(true)),
    ]
    if turns {
      layout.append(JSONMember("icon-rotate", .array([.string("get"), .string("gxq_bearing")])))
      layout.append(JSONMember("icon-rotation-alignment", .string("map")))
    }
    if let visibility = json["layout"]?["visibility"] {
      layout.append(JSONMember("visibility", visibility))
    }
    let names = [
      "circle-color": "icon-color", "circle-opacity": "icon-opacity",
      "circle-stroke-color": "icon-halo-color", "circle-stroke-width": "icon-halo-width",
    ]
    let colors = (paint?.object ?? []).compactMap { member in
      names[member.key].map { JSONMember($0, member.value) }
    }
    return json.setting("type", .string("symbol")).setting("layout", .object(layout)).setting(
      "paint", .object(colors))
  }

  private mutating func image(of marker: Marker) -> JSONValue {
    guard marker == .progress else {
      return .string(sprite.name(of: .marker(marker, share: nil)))
    }
    let unknown = sprite.name(of: .marker(.progress, share: nil))
    let steps = (0...5).map { sprite.name(of: .marker(.progress, share: Double($0) / 5)) }
    var match: [JSONValue] = [.string("match"), .array([.string("get"), .string("rung")])]
    for (rung, name) in steps.enumerated() { match += [.number(rung), .string(name)] }
    let built: JSONValue = .array([
      .string("=="), .array([.string("get"), .string("status")]), .string("现状"),
    ])
    return .array([
      .string("case"), built, .string(steps[5]), .array(match + [.string(unknown)]),
    ])
  }

  /// The size of an icon whose radius in the sprite is known.
  private func size(_ radius: JSONValue?, _ own: Double) -> JSONValue {
    guard let radius else { return .number(5 / own, decimals: 3) }
    if let number = radius.number { return .number(number / own, decimals: 3) }
    return .array([.string("/"), radius, .number(own)])
  }

  /// The style as a file, a layer a line.
  func document(center: GeoPosition?, sources: [(id: String, credit: String?)]) -> [UInt8] {
    var members: [(String, [UInt8])] = [
      ("version", JSONValue.number(8).utf8), ("name", JSONValue.string(sheet.title[language]).utf8),
    ]
    if let center {
      let place: [JSONValue] = [
        .number(center.longitude, decimals: 5), .number(center.latitude, decimals: 5),
      ]
      members.append(("center", JSONValue.array(place).utf8))
      members.append(("zoom", JSONValue.number(view.zoom, decimals: 2).utf8))
    }
    if let theme = sheet.theme.id {
      members.append(("metadata", JSONValue.object([JSONMember("gxq:theme", .string(theme))]).utf8))
    }
    if !sprite.pictures.isEmpty { members.append(("sprite", JSONValue.string("sprite").utf8)) }
    if hasGlyphs {
      members.append(("glyphs", JSONValue.string("glyphs/{fontstack}/{range}.pbf").utf8))
    }
    let items = sources.map { source in
      var facts = [
        JSONMember("type", .string("geojson")),
        JSONMember("data", .string("data/\(source.id).geojson")),
      ]
      if measured.contains(source.id) { facts.append(JSONMember("lineMetrics", .bool(true))) }
      if let credit = source.credit { facts.append(JSONMember("attribution", .string(credit))) }
      return JSONMember(source.id, .object(facts))
    }
    members.append(("sources", JSONValue.object(items).utf8))
    var out = Array("{\n".utf8)
    for (name, value) in members { out += JSONValue.string(name).utf8 + [58] + value + [44, 10] }
    out += Array("\"layers\":[\n".utf8)
    for (index, layer) in layers.enumerated() { out += (index > 0 ? [44, 10] : []) + layer.utf8 }
    return out + Array("\n]}\n".utf8)
  }
}

extension Marker {
  /// Whether the marker shows the direction of the line below it.
  fileprivate var turns: Bool {
    switch self {
    case .deadEnd, .bridge, .arrow, .flow: true
    default: false
    }
  }
}
