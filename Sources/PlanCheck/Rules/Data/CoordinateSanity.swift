internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

/// D08: coordinates are longitude and latitude of the plan's datum, in this order, where the working
/// CRS is meant for.
struct CoordinateSanity: Rule {
  static let description = RuleDescription(
    code: "D08",
    name: "crs-sanity",
    summary: Wording(
      "Coordinates are swapped, are metres, are shifted by a map service, or lie where the working CRS is not meant for.",
      zh: "坐标颠倒、单位为米、经地图服务偏移，或位于工作坐标系的适用范围之外。"),
    rationale: Wording(
      "GeoJSON is longitude and latitude of WGS 84; anything else puts the plan on another continent, or into the next street.",
      zh: "GeoJSON 为 WGS 84 经纬度；否则规划会落到别的大洲，或偏到另一条街上。"),
    fix: Wording(
      "write longitude first, in degrees; convert other files first", zh: "先写经度、以度为单位；其他坐标须先转换"),
    trap: Wording(
      "Swapped numbers may both be possible: near 40° east and north only the CRS's area of use tells. A shift of GCJ-02 or BD-09 is some hundred metres and looks like a bad survey; only a control layer tells.",
      zh: "颠倒后的数值也可能合法，只有坐标系的适用范围才能辨别；GCJ-02、BD-09 的偏移为数百米，看起来像测量误差，须与控制图层比较。"),
    parameters: [
      RuleParameter(
        "within", .quantity(.length), default: "20 m",
        Wording(
          "how near to the control layer 'with' a feature must lie to agree with it",
          zh: "与控制图层（with）相距多近视为相符")),
      RuleParameter(
        "key", .text, default: "name",
        Wording(
          "the property that tells which control feature is the same; without a match the nearest counts",
          zh: "用于匹配控制要素的属性；没有匹配时取最近者")),
    ],
    takesPartner: true,
    accepts: [
      RuleExample("degrees", zh: "经纬度") { [.square("a", x: 0)] },
      RuleExample("on the control points", zh: "与控制点重合", .controlled(by: .wgs84)),
      RuleExample(
        "400 m off in a direction of its own", zh: "自行偏离 400 m", .controlled(by: .wgs84, east: 400)),
    ],
    flags: [
      RuleExample(
        "latitude first", zh: "先写纬度",
        .of("{\"type\":\"Point\",\"coordinates\":[35.4,116.6]}", kind: "facility")),
      RuleExample(
        "metres", zh: "以米为单位",
        .of("{\"type\":\"Point\",\"coordinates\":[500123.4,3923456.7]}", kind: "facility")),
      RuleExample(
        "metres with the number of the zone", zh: "带带号的米制坐标",
        .of("{\"type\":\"Point\",\"coordinates\":[39500123.4,3923456.7]}", kind: "facility")),
      RuleExample(
        "points of a map service in GCJ-02", zh: "来自地图服务的 GCJ-02 坐标",
        .controlled(by: .gcj02)),
      RuleExample(
        "points of a map service in BD-09", zh: "来自地图服务的 BD-09 坐标",
        .controlled(by: .bd09)),
      RuleExample(
        "GCJ-02 without names to match", zh: "没有名称可匹配的 GCJ-02 坐标",
        .controlled(by: .gcj02, isNamed: false)),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let shifted =
      task.partners.isEmpty
      ? [] : DatumShift(task, context).findings()
    return (task.isPlain ? context.faultFindings(for: task) : [])
      + strays(task, context) + shifted
  }

  private func strays(_ task: RuleTask, _ context: CheckContext) -> [Finding] {
    guard let area = context.plan.crs.areaOfUse else { return [] }
    // Where all of them together are well inside, none needs to be looked at by itself.
    let box = Bounds(joining: task.features.lazy.map { $0.plane?.bounds })
    let isInside = box.map { area.surelyHolds($0, on: context.plan.transformer) } ?? false
    return task.features.compactMap { feature in
      isInside && feature.plane != nil ? nil : strayed(feature, area, task, context)
    }
  }

  /// A feature of which nothing lies in the CRS's area of use, give or take two degrees.
  private func strayed(
    _ feature: PlanFeature, _ area: Bounds<GeoPosition>, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    guard let box = feature.geometry?.bounds, !area.touches(box, margin: 2) else { return nil }
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

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    (task.gives("within") || task.gives("key")) && task.with.isEmpty
      ? [task.missing("with", example: "control-points")] : []
  }
}

extension Bounds<GeoPosition> {
  /// Whether a box on the plane lies in these bounds, give or take a degree.
  fileprivate func surelyHolds(_ box: Bounds<PlanePoint>, on transformer: Transformer) -> Bool {
    let shares = (0...8).map { Double($0) / 8 }
    let (low, high) = (box.minimum, box.maximum)
    let outline = shares.flatMap { share in
      let (x, y) = (low.x + share * box.width, low.y + share * box.height)
      return [
        PlanePoint(x: x, y: low.y), PlanePoint(x: x, y: high.y), PlanePoint(x: low.x, y: y),
        PlanePoint(x: high.x, y: y),
      ]
    }
    guard let positions = try? transformer.unproject(outline) else { return false }
    let wide = insetBy(-1)
    return positions.allSatisfy(wide.contains)
  }
}

extension ExamplePlan {
  /// Facilities about 114° E, 30.5° N in a datum, and the same as control points.
  fileprivate static func controlled(
    by datum: ChineseDatum, east: Double = 0, isNamed: Bool = true
  ) -> ExamplePlan {
    func point(_ id: String, _ kind: String, _ position: GeoPosition, _ name: String) -> String {
      let (x, y) = (
        DecimalText.trimmed(position.longitude, decimals: 8),
        DecimalText.trimmed(position.latitude, decimals: 8)
      )
      return """
        {"type":"Feature","id":"\(id)","properties":{"id":"\(id)","kind":"\(kind)"\(name),\
        "basis":"assumed"},"geometry":{"type":"Point","coordinates":[\(x),\(y)]}}
        """
    }
    let features = (0..<4).flatMap { place in
      let truth = GeoPosition(
        longitude: 114 + Double(place) * 0.004, latitude: 30.5 + Double(place * place) * 0.003)
      let name = isNamed ? ",\"name\":\"甲\(place)\"" : ""
      // Metres as degrees at this latitude.
      var drawn = datum.fromWGS84(truth)
      drawn.longitude += east / 95_900
      return [
        point("f\(place)", "facility", drawn, name),
        point("l\(place)", "landmark", truth, name),
      ]
    }
    return ExamplePlan(
      [],
      files: [
        "plan.yaml": """
        gxq_map: 1
        title: example
        crs: EPSG:4547
        layers:
          - {id: facilities, file: plan.geojson, kind: facility}
          - {id: control, file: plan.geojson, kind: landmark}
        rules:
          - {rule: D08, on: facilities, with: control}

        """,
        "plan.geojson":
          "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n",
      ])
  }
}
