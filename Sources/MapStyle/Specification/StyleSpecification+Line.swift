extension StyleSpecification {
  /// The properties of layers of type `line`.
  static let line = LayerSpecification(
    layout: [
      .choice("line-cap", "butt", of: ["butt", "round", "square"], .data),
      .choice("line-join", "miter", of: ["bevel", "round", "miter"], .data),
      .number("line-miter-limit", 2, [.data, .smooth]),
      .number("line-round-limit", 1.05, [.data, .smooth]),
      .number("line-sort-key", nil, .data),
      .choice("visibility", "visible", of: ["visible", "none"], []),
    ],
    paint: [
      .number("line-opacity", 1, min: 0, max: 1, [.state, .smooth, .transition]),
      .number("line-layer-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .color("line-color", "#000000", [.state, .smooth, .transition]),
      .numbers("line-translate", [0, 0], count: 2, [.camera, .smooth, .transition]),
      .choice("line-translate-anchor", "map", of: ["map", "viewport"], .camera),
      .number("line-width", 1, min: 0, [.state, .smooth, .transition]),
      .number("line-gap-width", 0, min: 0, [.state, .smooth, .transition]),
      .number("line-offset", 0, [.state, .smooth, .transition]),
      .number("line-blur", 0, min: 0, [.state, .smooth, .transition]),
      .numbers("line-dasharray", nil, min: 0, [.data, .transition]),
      .other("line-pattern", .image, .null, [.data, .transition]),
      .color("line-gradient", nil, [.ramp, .smooth]),
    ])
}
