extension StyleSpecification {
  /// The types of sources in the order in which messages list them.
  static let sourceTypes = ["vector", "raster", "raster-dem", "geojson", "video", "image"]

  /// The shape of a source of a type.
  static func source(_ type: String) -> Shape? {
    switch type {
    case "vector":
      tiled(["scheme": scheme, "promoteId": promoteId, "encoding": .choice(["mvt", "mlt"])])
    case "raster":
      tiled(["tileSize": .number(), "scheme": scheme])
    case "raster-dem":
      tiled(
        [
          "tileSize": .number(), "encoding": .choice(["terrarium", "mapbox", "custom"]),
          "redFactor": .number(), "greenFactor": .number(), "blueFactor": .number(),
          "baseShift": .number(),
        ], isOpen: false)
    case "geojson": geojson
    case "video":
      .object([
        "type": .needed(.string), "urls": .needed(.list(.string)),
        "coordinates": .needed(corners),
      ])
    case "image":
      .object([
        "type": .needed(.string), "url": .needed(.string), "coordinates": .needed(corners),
      ])
    default: nil
    }
  }

  /// The property that stands for the id, or one for each layer of the source.
  private static let promoteId = Shape.stringOrTable
  private static let scheme = Shape.choice(["xyz", "tms"])
  private static let corners = Shape.list(.list(.number(), count: 2), count: 4)

  private static let geojson = Shape.object([
    "type": .needed(.string), "data": .needed(.any), "maxzoom": .optional(.number()),
    "attribution": .optional(.string), "buffer": .optional(.number(min: 0, max: 512)),
    "filter": .optional(.any), "tolerance": .optional(.number()),
    "cluster": .optional(.boolean), "clusterRadius": .optional(.number(min: 0)),
    "clusterMaxZoom": .optional(.number()), "clusterMinPoints": .optional(.number()),
    "clusterProperties": .optional(.object([:], isOpen: true)), "lineMetrics": .optional(.boolean),
    "generateId": .optional(.boolean), "promoteId": .optional(promoteId),
  ])

  private static func tiled(_ own: [String: Shape], isOpen: Bool = true) -> Shape {
    let common: [String: Shape] = [
      "type": .string, "url": .string, "tiles": .list(.string),
      "bounds": .list(.number(), count: 4), "minzoom": .number(), "maxzoom": .number(),
      "attribution": .string, "volatile": .boolean,
    ]
    return .object(
      common.merging(own) { $1 }.mapValues { .optional($0) }, isOpen: isOpen)
  }
}
