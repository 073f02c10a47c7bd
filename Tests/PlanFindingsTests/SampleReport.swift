import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings

/// A small report with every case that reporters tell apart.
enum SampleReport {
  static let layout = SourceText(
    file: "geodata/布局 1.geojson",
    """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"district.east","properties":{"name":"东片区"},"geometry":{"type":"Polygon","coordinates":\
    [[[120,30],[120.004,30],[120.004,30.003],[119.9998,30.003],[120,30]]]}},
    {"type":"Feature","id":"district.west","properties":{"name":"西片区"},"geometry":{"type":"Polygon","coordinates":\
    [[[119.996,30],[120,30],[120,30.003],[119.996,30.003],[119.996,30]]]}},
    {"type":"Feature","id":"road.spur","properties":{"name":"支路"},"geometry":{"type":"LineString","coordinates":\
    [[119.997,30.0005],[119.9985,30.0012],[119.9994,30.0011]]}}
    ]}

    """)

  static let plan = SourceText(
    file: "geodata/plan.yaml",
    """
    gxq_map: 1
    title: "样本, 一"
    rules:
      - {rule: A01, on: districts}
      - {rule: A04, on: districts, severity: off}
      - {rule: K17}
      - {rule: L09, on: roads, with: roads}
      - {rule: L09, on: roads, with: roads, max: 30 m}
      - {rule: N01, on: [roads, 水网]}

    """)

  /// Names that a format could trip over.
  static let hostile = "\"><script>alert('1')</script>\n::error::%0A\u{202E}| @all #1 [a](b) 🚧"

  /// Where a text stands in a file.
  static func place(of text: String, in source: SourceText) -> SourceLocation {
    let bytes = Array(text.utf8)
    let offset = source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) } ?? 0
    return source.location(at: offset)
  }

  static func position(_ longitude: Double, _ latitude: Double) -> GeoPosition {
    GeoPosition(longitude: longitude, latitude: latitude)
  }

  static func polygon(_ points: (Double, Double)...) throws -> GeoGeometry {
    .polygon(Polygon(exterior: try Ring(points.map(position))))
  }

  static let east = Finding.Party(
    id: "district.east", name: "东片区", location: place(of: "[119.9998", in: layout),
    vertex: Finding.VertexPath(part: 0, ring: 0, vertex: 3), layer: "districts")
  static let west = Finding.Party(
    id: "district.west", name: "西片区", location: place(of: "[120,30.003]", in: layout),
    vertex: Finding.VertexPath(part: 0, ring: 0, vertex: 2), layer: "districts")
  static let spur = Finding.Party(
    id: "road.spur", name: "支路", location: place(of: "[119.9994", in: layout),
    vertex: Finding.VertexPath(part: 0, ring: 0, vertex: 2), layer: "roads")

  static func findings() throws -> [Finding] {
    [try overlap(), hostileFault, unfinished] + undershoots() + [regression, deadline]
  }

  static func overlap() throws -> Finding {
    Finding(
      code: "A01", ruleName: "polygon-no-overlap", severity: .error,
      message: Wording(
        "district '东片区' overlaps district '西片区' by 3211 m² (limit 0.01 m²)",
        zh: "片区“东片区”与“西片区”重叠 3211 m²（限值 0.01 m²）"),
      parties: [east, west], measure: Measure(3211.25, .squareMetres, limit: 0.01),
      geometry: try polygon((119.9998, 30.003), (120, 30), (120, 30.003), (119.9998, 30.003)),
      anchor: position(119.99995, 30.0015), statements: ["S004", "S010"],
      help: Wording("give both outlines the same vertices", zh: "让两条边界使用相同的顶点"),
      isDegraded: true)
  }

  static let hostileFault = Finding(
    code: "D01", ruleName: "schema", severity: .error,
    message: Wording("unknown key '\(hostile)'", zh: "未知的键“\(hostile)”"),
    parties: [
      Finding.Party(id: "plan.yaml", name: nil, location: place(of: "title", in: plan)),
      Finding.Party(id: "x<y>&z", name: hostile, location: place(of: "\"样本", in: plan)),
    ])

  /// A finding of a rule that names nobody; it is reported where the rule is declared.
  static let unfinished = Finding(
    code: "N01", ruleName: "connected", severity: .error,
    message: Wording("rule N01 could not finish", zh: "规则 N01 未能完成"), parties: [])

  /// Two findings at the same place, so that their fingerprints are told apart by a number.
  static func undershoots() -> [Finding] {
    ["18 m", "19 m"].map { gap in
      var finding = Finding(
        code: "L09", ruleName: "undershoot", severity: .warning,
        message: Wording("road '支路' ends \(gap) short", zh: "道路“支路”差 \(gap) 未接上"),
        parties: [spur], measure: Measure(gap == "18 m" ? 18 : 19, .metres, limit: 20),
        geometry: .point(position(119.9994, 30.0011)), anchor: position(119.9994, 30.0011),
        help: Wording("move the end onto the line", zh: "把端点移到线上"),
        fix: SuggestedFix(
          Wording("move the end by \(gap)", zh: "移动端点 \(gap)"),
          edits: [
            .move(feature: "road.spur", vertex: 2, to: position(119.9996, 30.0011)),
            .insert(feature: "district.west", after: 1, at: position(120, 30.0011)),
            .remove(feature: "road.spur", vertex: 1),
            .reverse(feature: "district.west", first: 0, last: 4),
          ]))
      finding.lapsed = Acceptance(
        reason: "临时", owner: nil, conflict: nil, until: "2024-06-30",
        location: SourceLocation(file: "geodata/exceptions.yaml", line: 9, column: 5))
      return finding
    }
  }

  static var regression: Finding {
    var finding = Finding(
      code: "K17", ruleName: "status-regression", severity: .warning,
      message: Wording("'公寓' goes back to 启动", zh: "“公寓”退回启动"),
      parties: [Finding.Party(id: "project.flats", name: "公寓", location: nil)])
    finding.acceptance = Acceptance(
      reason: "两份文件都如实记录", owner: "编制组", conflict: "C12", until: "2030-01-01",
      location: SourceLocation(file: "geodata/exceptions.yaml", line: 3, column: 5))
    return finding
  }

  static let deadline = Finding(
    code: "K18", ruleName: "deadline-unknown", severity: .info,
    message: Wording("no document reports the road", zh: "没有文件报告该道路"),
    parties: [
      Finding.Party(
        id: "road.spur", name: "支路",
        location: place(of: "{\"type\":\"Feature\",\"id\":\"road", in: layout),
        layer: "roads")
    ], statements: ["S053"])

  static func report() throws -> CheckReport {
    let findings = try findings()
    var report = CheckReport(
      findings: findings, summary: summary(of: findings), version: "1.2.3", titles: ["样本 <一>"],
      guides: [
        RuleGuide(
          code: "A01", name: "polygon-no-overlap", severity: .error,
          summary: Wording("Two polygons cover the same ground.", zh: "两个面覆盖同一块地。"),
          rationale: Wording("Ground belongs to one district.", zh: "一块地只属于一个片区。"),
          fix: Wording("give both outlines the same vertices", zh: "让两条边界使用相同的顶点"),
          trap: Wording("Containment counts.", zh: "包含也算重叠。")),
        RuleGuide(
          code: "K18", name: "deadline-unknown", severity: .info,
          summary: Wording("A deadline without a result.", zh: "期限已过而无结果。"),
          rationale: Wording("Silence is no result.", zh: "没有报告不等于完成。"),
          fix: Wording("add the statement", zh: "补上陈述")),
      ])
    let outlines: [String: GeoGeometry] = [
      east.id: try polygon(
        (120, 30), (120.004, 30), (120.004, 30.003), (119.9998, 30.003), (120, 30)),
      west.id: try polygon(
        (119.996, 30), (120, 30), (120, 30.003), (119.996, 30.003), (119.996, 30)),
      spur.id: .line(
        try Line([
          position(119.997, 30.0005), position(119.9985, 30.0012), position(119.9994, 30.0011),
        ])),
    ]
    report.background = ReportBackground { outlines[$0.id] }
    for source in [layout, plan] { report.background.files[source.file] = source }
    return report
  }

  /// The report held against a baseline that knows the second undershoot and one that is gone.
  static func compared() throws -> CheckReport {
    var report = try report()
    let known = report.items.last { $0.finding.code == "L09" }
    report.compare(
      with: Baseline([
        Baseline.Entry(fingerprint: known?.fingerprint ?? "", code: "L09", ids: ["road.spur"]),
        Baseline.Entry(fingerprint: "0123456789abcdef", code: "A02", ids: ["a|b", "区"]),
        Baseline.Entry(fingerprint: "fedcba9876543210", code: "G02", ids: ["not.asked"]),
      ])
    ) { $0 != "G02" }
    return report
  }

  private static func summary(of findings: [Finding]) -> CheckSummary {
    var summary = CheckSummary()
    (summary.rules, summary.features, summary.pairs) = (5, 12, 7)
    (summary.claims, summary.statements, summary.belowNoiseFloor) = (78, 70, 1)
    let runs: [(String, String, [String], [String], String)] = [
      ("A01", "polygon-no-overlap", ["districts"], [], "{rule: A01"),
      ("A04", "edge-matched", ["districts"], [], "{rule: A04"),
      ("K17", "status-regression", [], [], "{rule: K17"),
      ("L09", "undershoot", ["roads"], ["roads"], "{rule: L09"),
      ("L09", "undershoot", ["roads"], ["roads"], "{rule: L09, on: roads, with: roads, max"),
      ("N01", "connected", ["roads", "水网"], [], "{rule: N01"),
    ]
    summary.runs = runs.enumerated().map { index, run in
      let (code, name, on, with, text) = run
      return RuleRun(
        code: code, name: name, isOff: code == "A04", on: on, with: with,
        layers: on.isEmpty
          ? ["districts", "roads", "water"] : on == ["districts"] ? on : ["roads"],
        location: place(of: text, in: plan), features: index, partners: with.count,
        pairs: index * 2, belowNoiseFloor: index == 0 ? 1 : 0,
        // The second declaration of L09 is the one that finds.
        found: index == 3 ? [] : findings.filter { $0.code == code }.map(\.fingerprint),
        seconds: Double(index))
    }
    return summary
  }
}
