extension StyleSpecification {
  /// The properties of layers of type `fill-extrusion`.
  static let fillExtrusion = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], []),
      .number("fill-extrusion-rounded-corner-distance", 0, min: 0, .constant),
    ],
    paint: [
      .number("fill-extrusion-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .color("fill-extrusion-color", "#000000", [.state, .smooth, .transition]),
      .numbers("fill-extrusion-translate", [0, 0], count: 2, [.camera, .smooth, .transition]),
      .choice("fill-extrusion-translate-anchor", "map", of: ["map", "viewport"], .camera),
      .other("fill-extrusion-pattern", .image, .null, [.data, .transition]),
      .number("fill-extrusion-height", 0, min: 0, [.state, .smooth, .transition]),
      .number("fill-extrusion-base", 0, min: 0, [.state, .smooth, .transition]),
      .boolean("fill-extrusion-vertical-gradient", true, .camera),
    ])
}
