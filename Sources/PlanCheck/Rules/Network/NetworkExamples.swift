extension ExampleFeature {
  /// A line of the kind that takes any property.
  static func pipe(
    _ id: String, _ points: [(Double, Double)], _ properties: String = ""
  ) -> ExampleFeature {
    .line(id, points, kind: "feature", properties)
  }

  /// A point of the kind that takes any property.
  static func spot(
    _ id: String, _ x: Double, _ y: Double, _ properties: String = ""
  ) -> ExampleFeature {
    .point(id, x, y, kind: "feature", properties)
  }

  /// A square of the kind that takes any property.
  static func plot(
    _ id: String, x: Double, y: Double = 0, side: Double = 10, _ properties: String = ""
  ) -> ExampleFeature {
    .square(id, x: x, y: y, side: side, kind: "feature", properties)
  }
}
