extension StyleSpecification {
  /// The properties of layers of type `raster`.
  static let raster = LayerSpecification(
    layout: [
      .choice("visibility", "visible", of: ["visible", "none"], [])
    ],
    paint: [
      .number("raster-opacity", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .number("raster-hue-rotate", 0, [.camera, .smooth, .transition]),
      .number("raster-brightness-min", 0, min: 0, max: 1, [.camera, .smooth, .transition]),
      .number("raster-brightness-max", 1, min: 0, max: 1, [.camera, .smooth, .transition]),
      .number("raster-saturation", 0, min: -1, max: 1, [.camera, .smooth, .transition]),
      .number("raster-contrast", 0, min: -1, max: 1, [.camera, .smooth, .transition]),
      .choice("resampling", "linear", of: ["linear", "nearest"], .camera),
      .choice("raster-resampling", "linear", of: ["linear", "nearest"], .camera),
      .number("raster-fade-duration", 300, min: 0, [.camera, .smooth]),
    ])
}
