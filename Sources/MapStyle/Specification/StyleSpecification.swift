/// The properties of one layer type.
struct LayerSpecification: Sendable {
  let layout: [PropertySpecification]
  let paint: [PropertySpecification]
}

/// The MapLibre Style Specification, version 8, as far as layers go.
enum StyleSpecification {
  /// The layer types in the order in which messages list them.
  static let layerTypes = [
    "fill", "line", "symbol", "circle", "heatmap", "fill-extrusion", "raster", "hillshade",
    "color-relief", "background",
  ]

  /// The properties of a layer type, also of those that no printed map draws.
  static func layer(_ type: String) -> LayerSpecification? {
    switch type {
    case "background": background
    case "fill": fill
    case "line": line
    case "circle": circle
    case "symbol": symbol
    case "heatmap": heatmap
    case "fill-extrusion": fillExtrusion
    case "raster": raster
    case "hillshade": hillshade
    case "color-relief": colorRelief
    default: nil
    }
  }

  /// The properties of a layer type, of its layout and its paint; none of a type that is none.
  static func properties(of type: String) -> [PropertySpecification] {
    layer(type).map { $0.layout + $0.paint } ?? []
  }

  /// The property of a name, whichever layer type has it.
  static func property(_ name: String) -> PropertySpecification? {
    layerTypes.lazy.flatMap { properties(of: $0) }.first { $0.name == name }
  }

  /// The default of a property; null where there is none, or no such property.
  static func defaultValue(of name: String, in type: LayerType) -> StyleValue {
    defaults[type]?[name] ?? .null
  }

  private static let defaults: [LayerType: [String: StyleValue]] =
    LayerType.allCases.reduce(into: [:]) { table, type in
      guard let properties = layer(type.rawValue) else { return }
      for property in properties.layout + properties.paint {
        table[type, default: [:]][property.name] = property.defaultValue
      }
    }
}
