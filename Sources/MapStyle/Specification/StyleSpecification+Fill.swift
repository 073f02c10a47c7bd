extension StyleSpecification {
  /// The properties of layers of type `fill`.
  static let fill = LayerSpecification(
    layout: [
      .number("fill-sort-key", nil, .data),
      .choice("visibility", "visible", of: ["visible", "none"], []),
    ],
    paint: [
      .boolean("fill-antialias", true, .camera),
      .number("fill-opacity", 1, min: 0, max: 1, [.state, .smooth, .transition]),
      .number("fill-layer-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .color("fill-color", "#000000", [.state, .smooth, .transition]),
      .color("fill-outline-color", nil, [.state, .smooth, .transition]),
      .numbers("fill-translate", [0, 0], count: 2, [.camera, .smooth, .transition]),
      .choice("fill-translate-anchor", "map", of: ["map", "viewport"], .camera),
      .other("fill-pattern", .image, .null, [.data, .transition]),
    ])
}
