extension StyleSpecification {
  /// The properties of layers of type `color-relief`.
  static let colorRelief = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], [])
    ],
    paint: [
      .number("color-relief-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .color("color-relief-color", nil, [.ramp, .smooth]),
      .choice("resampling", "linear", of: ["linear", "nearest"], .camera),
    ])
}
