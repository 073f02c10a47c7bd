public import DistrictPlan
public import GeoJSONCoding
internal import MapProjection
internal import MapStyle
internal import Messages

/// How sheets draw features, as simplestyle 1.1 tells it: properties that web pages such as GitHub's look at
/// when they show GeoJSON.
///
/// Each feature has the look of the first sheet that draws it, evaluated for this very feature. What has no
/// word there, such as dashes, is left out.
public struct SimpleStyle: Sendable {
  private var hints: [String: [JSONMember]] = [:]

  /// Works out the hints.
  ///
  /// - Parameter sheets: The sheets whose styles count, the most important first.
  public init(
    of plan: Plan, drawnBy sheets: [Sheet], options: RenderOptions = RenderOptions()
  ) throws(RenderError) {
    for sheet in sheets {
      do {
        let composer = SheetComposer(plan: plan, sheet: sheet, options: options)
        guard let view = try composer.views().last else { continue }
        let source = MapFeatureSource(
          plan: plan, language: options.language, statuses: composer.statuses,
          numbers: composer.numbers(on: [view]))
        var data = WebMapData(plan: plan, source: source, view: view)
        add(sheet, view.zoom, &data)
      } catch let error as RenderError {
        throw error
      } catch {
        throw RenderError(location: sheet.location, message: Wording(of: error))
      }
    }
  }

  /// The properties of a feature; empty for one that no sheet draws.
  public func members(of feature: String) -> [JSONMember] { hints[feature] ?? [] }

  private mutating func add(_ sheet: Sheet, _ zoom: Double, _ data: inout WebMapData) {
    let ground = sheet.style.layers.first { $0.type == .background }.map {
      $0.color("background-color", zoom: zoom)
    }
    var looks: [String: Look] = [:]
    for layer in sheet.style.layers where layer.shows(at: zoom) && !layer.isVeil {
      guard let source = layer.source, layer.type != .symbol else { continue }
      for feature in data.features(of: source) ?? []
      where hints[feature.id] == nil && layer.matches(feature.style, zoom: zoom) {
        looks[feature.id, default: Look(feature: feature)].add(
          layer, zoom, isGrey: sheet.theme.style.isGrey, ground: ground ?? .white)
      }
    }
    for (id, look) in looks { hints[id] = look.members }
  }
}

/// What the layers of a style make of one feature.
private struct Look {
  let feature: MapFeature
  private var values: [String: JSONValue] = [:]
  private var isSeen = false

  init(feature: MapFeature) { self.feature = feature }

  private static let order = [
    "title", "description", "stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity",
    "marker-color", "marker-size", "marker-symbol",
  ]

  var members: [JSONMember] {
    var values = values
    values["title"] = .string(feature.title)
    let facts = ["class", "status"].compactMap { feature.text($0) }
    if !facts.isEmpty { values["description"] = .string(facts.joined(separator: " · ")) }
    return Self.order.compactMap { key in values[key].map { JSONMember(key, $0) } }
  }

  /// Adds what a layer draws; later layers lie above earlier ones.
  mutating func add(_ layer: StyleLayer, _ zoom: Double, isGrey: Bool, ground: StyleColor) {
    func color(_ name: String) -> StyleColor {
      let color = layer.color(name, for: feature.style, zoom: zoom)
      return isGrey ? color.grey : color
    }
    func number(_ name: String) -> Double { layer.number(name, for: feature.style, zoom: zoom) }
    func set(_ key: String, _ color: StyleColor) { values[key] = .string(color.hex) }
    let shape = feature.shape
    switch layer.type {
    case .fill where !shape.areas.isEmpty:
      let fill = color("fill-color")
      set("fill", fill)
      values["fill-opacity"] = .number(number("fill-opacity") * fill.alpha, decimals: 3)
      guard layer.sets("fill-outline-color") else { return }
      set("stroke", color("fill-outline-color"))
      values["stroke-width"] = .number(1)
    case .line where shape.points.isEmpty:
      let stroke = color("line-color")
      let opacity = number("line-opacity") * stroke.alpha
      // A white road between grey edges would vanish on a white page: its edge then stands for it.
      let stands = opacity > 0.5 && stroke.contrast(to: ground) > 1.3
      guard stands || !isSeen else { return }
      isSeen = isSeen || stands
      set("stroke", stroke)
      values["stroke-width"] = .number(number("line-width"), decimals: 2)
      values["stroke-opacity"] = .number(opacity, decimals: 3)
    case .circle where !shape.points.isEmpty:
      set("marker-color", color("circle-color"))
      let radius = number("circle-radius")
      values["marker-size"] = .string(radius < 4 ? "small" : radius < 7 ? "medium" : "large")
      let marker = Marker(rawValue: layer.metadata["gxq:marker"] ?? "") ?? .circle
      values["marker-symbol"] = marker.makiName.map { .string($0) }
    default: return
    }
  }
}

extension Marker {
  /// The icon of the Maki set that says the same; `nil` where it has none.
  fileprivate var makiName: String? {
    switch self {
    case .circle: "circle"
    case .square: "square"
    case .triangle: "triangle"
    case .star: "star"
    case .bridge: "bridge"
    case .tree: "park"
    case .station: "rail"
    case .deadEnd: "roadblock"
    case .diamond, .hexagon, .target, .opened, .arrow, .flow, .lamp, .progress: nil
    }
  }
}
