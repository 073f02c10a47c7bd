extension StyleSpecification {
  /// The properties of layers of type `heatmap`.
  static let heatmap = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], [])
    ],
    paint: [
      .number("heatmap-radius", 30, min: 1, [.state, .smooth, .transition]),
      .number("heatmap-weight", 1, min: 0, [.state, .smooth]),
      .number("heatmap-intensity", 1, min: 0, [.camera, .smooth, .transition]),
      .color("heatmap-color", nil, [.ramp, .smooth]),
      .number("heatmap-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
    ])
}
