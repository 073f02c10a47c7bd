extension StyleSpecification {
  /// The properties of layers of type `hillshade`.
  static let hillshade = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], [])
    ],
    paint: [
      .other(
        "hillshade-illumination-direction", .numberArray, .array([.number(335)]), min: 0, max: 359,
        [.camera, .smooth]),
      .other(
        "hillshade-illumination-altitude", .numberArray, .array([.number(45)]), min: 0, max: 90,
        [.camera, .smooth]),
      .choice("hillshade-illumination-anchor", "viewport", of: ["map", "viewport"], .camera),
      .number("hillshade-exaggeration", 0.5, min: 0, max: 1, [.camera, .smooth, .transition]),
      .other("hillshade-shadow-color", .colorArray, .null, [.camera, .smooth, .transition]),
      .other("hillshade-highlight-color", .colorArray, .null, [.camera, .smooth, .transition]),
      .color("hillshade-accent-color", "#000000", [.camera, .smooth, .transition]),
      .choice(
        "hillshade-method", "standard",
        of: ["standard", "basic", "combined", "igor", "multidirectional"], .camera),
      .choice("resampling", "linear", of: ["linear", "nearest"], .camera),
    ])
}
