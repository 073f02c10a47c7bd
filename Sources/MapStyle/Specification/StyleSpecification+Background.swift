extension StyleSpecification {
  /// The properties of layers of type `background`.
  static let background = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], [])
    ],
    paint: [
      .color("background-color", "#000000", [.camera, .smooth, .transition]),
      .other("background-pattern", .image, .null, [.camera, .transition]),
      .number("background-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
    ])
}
