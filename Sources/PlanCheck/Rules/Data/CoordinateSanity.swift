internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

/// D08: coordinates are longitude and latitude, in this order, where the working CRS is meant for.
struct CoordinateSanity: Rule {
  static let description = RuleDescription(
    code: "D08",
    name: "crs-sanity",
    summary: Wording(
      "Coordinates are swapped, are metres, or lie where the working CRS is not meant for.",
      zh: "坐标颠倒、单位为米，或位于工作坐标系的适用范围之外。"),
    rationale: Wording(
      "GeoJSON is longitude and latitude; anything else puts the plan on another continent.",
      zh: "GeoJSON 为经纬度；否则规划会落到别的大洲。"),
    fix: Wording(
      "write longitude first, in degrees; convert other files first", zh: "先写经度、以度为单位；其他坐标须先转换"),
    trap: Wording(
      "Swapped numbers may both be possible: near 40° east and north only the CRS's area of use tells.",
      zh: "颠倒后的数值也可能合法，只有坐标系的适用范围才能辨别。"),
    accepts: [RuleExample("degrees", zh: "单位为度") { [.square("a", x: 0)] }],
    flags: [
      RuleExample(
        "latitude first", zh: "纬度写在前面",
        .of("{\"type\":\"Point\",\"coordinates\":[35.4,116.6]}", kind: "facility")
      ),
      RuleExample(
        "metres", zh: "单位为米",
        .of("{\"type\":\"Point\",\"coordinates\":[500123.4,3923456.7]}", kind: "facility")
      ),
      RuleExample(
        "metres with the number of the zone", zh: "带带号的米制坐标",
        .of("{\"type\":\"Point\",\"coordinates\":[39500123.4,3923456.7]}", kind: "facility")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task) + task.features.compactMap { strayed($0, task, context) }
  }

  /// A feature of which nothing lies in the CRS's area of use, give or take two degrees.
  private func strayed(
    _ feature: PlanFeature, _ task: RuleTask, _ context: CheckContext
  ) -> Finding? {
    guard let area = context.plan.crs.areaOfUse, let box = feature.geometry?.bounds,
      !area.touches(box, margin: 2)
    else { return nil }
    let phrase = feature.phrase
    let name = context.plan.crs.code ?? context.plan.crs.name
    let swapped = Bounds(
      GeoPosition(longitude: box.minimum.latitude, latitude: box.minimum.longitude),
      GeoPosition(longitude: box.maximum.latitude, latitude: box.maximum.longitude))
    return task.finding(
      Wording(
        "\(phrase.english) lies outside the area of use of \(name)",
        zh: "\(phrase.chinese)位于 \(name) 的适用范围之外"),
      parties: [feature.party(atVertex: 0)], place: context.place(of: feature),
      help: area.touches(swapped)
        ? Wording(
          "latitude and longitude look swapped; GeoJSON writes longitude first",
          zh: "经纬度似乎颠倒；GeoJSON 先写经度")
        : nil)
  }
}
