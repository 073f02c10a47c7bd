extension StyleSpecification {
  /// The properties of layers of type `circle`.
  static let circle = LayerSpecification(
    layout: [
      .number("circle-sort-key", nil, .data),
      .choice("visibility", "visible", of: ["visible", "none"], []),
    ],
    paint: [
      .number("circle-radius", 5, min: 0, [.state, .smooth, .transition]),
      .color("circle-color", "#000000", [.state, .smooth, .transition]),
      .number("circle-blur", 0, [.state, .smooth, .transition]),
      .number("circle-opacity", 1, min: 0, max: 1, [.state, .smooth, .transition]),
      .numbers("circle-translate", [0, 0], count: 2, [.camera, .smooth, .transition]),
      .choice("circle-translate-anchor", "map", of: ["map", "viewport"], .camera),
      .choice("circle-pitch-scale", "map", of: ["map", "viewport"], .camera),
      .choice("circle-pitch-alignment", "viewport", of: ["map", "viewport"], .camera),
      .number("circle-stroke-width", 0, min: 0, [.state, .smooth, .transition]),
      .color("circle-stroke-color", "#000000", [.state, .smooth, .transition]),
      .number("circle-stroke-opacity", 1, min: 0, max: 1, [.state, .smooth, .transition]),
    ])
}
