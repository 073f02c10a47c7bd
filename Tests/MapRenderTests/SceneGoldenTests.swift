import PlanTestSupport
import Testing

@testable import MapRender

/// Each property that a style can set, drawn small and kept as a file to look at.
struct SceneGoldenTests {
  private static let areas = [
    SmallScene.area("a.one", -1200, -700, 1000, 1400, v: "1"),
    SmallScene.area("a.two", -200, -700, 700, 900, v: "2"),
    SmallScene.area("a.three", 100, -200, 1100, 900, v: "3"),
  ]
  private static let lines = [
    SmallScene.line("l.one", (-1300, -600), (-300, 500), (0, -500), (1300, 600), v: "1"),
    SmallScene.line("l.two", (-1300, 700), (0, 200), (1300, 700), v: "2"),
    SmallScene.line("l.three", (-1300, -800), (1300, -800), v: "3"),
  ]
  private static let points = [
    SmallScene.point("p.one", -700, 0, v: "1"), SmallScene.point("p.two", 0, 0, v: "2"),
    SmallScene.point("p.three", 700, 0, v: "3"), SmallScene.point("p.four", 150, 100, v: "0"),
  ]

  private static func fill(_ paint: String, _ layout: String = "") -> String {
    "\"type\":\"fill\",\"layout\":{\(layout)},\"paint\":{\(paint)}"
  }
  private static func line(_ paint: String, _ layout: String = "") -> String {
    "\"type\":\"line\",\"layout\":{\(layout)},\"paint\":{\(paint)}"
  }
  private static func circle(_ paint: String, _ layout: String = "") -> String {
    "\"type\":\"circle\",\"layout\":{\(layout)},\"paint\":{\"circle-radius\":9,\(paint)}"
  }
  private static func icon(_ layout: String, _ paint: String = "") -> String {
    "\"type\":\"symbol\",\"layout\":{\(layout)},\"paint\":{\(paint)}"
  }
  private static let colors =
    "[\"match\",[\"get\",\"v\"],1,\"#c0504d\",2,\"#4f81bd\",3,\"#9bbb59\",\"#8064a2\"]"
  private static let plain = line("\"line-width\":0.6,\"line-color\":\"#555\"")

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let layers: [String]
    let features: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = areaCases + lineCases + pointCases

  private static let areaCases = [
    Case(
      name: "background-pattern",
      layers: [
        "\"type\":\"background\",\"paint\":{\"background-pattern\":\"dots-0-3-0.5\",\"background-color\":\"#7fa7c9\"}",
        fill("\"fill-color\":\"#fff\""),
      ], features: [areas[0]]),
    Case(
      name: "fill-color", layers: [fill("\"fill-color\":\(colors),\"fill-opacity\":0.6")],
      features: areas),
    Case(
      name: "fill-outline-color",
      layers: [fill("\"fill-color\":\"#eee\",\"fill-outline-color\":\(colors)")], features: areas),
    Case(
      name: "fill-pattern",
      layers: [
        fill(
          "\"fill-color\":\(colors),\"fill-pattern\":[\"match\",[\"get\",\"v\"],1,\"hatch-45-1.6-0.2\",2,\"cross-30-2-0.15\",\"reeds\"]"
        ), plain,
      ], features: areas),
    Case(
      name: "fill-sort-key",
      layers: [
        fill("\"fill-color\":\(colors)", "\"fill-sort-key\":[\"-\",[\"get\",\"v\"]]")
      ], features: areas),
    Case(
      name: "fill-translate",
      layers: [
        fill("\"fill-color\":\"#bbb\",\"fill-translate\":[6,4]"),
        fill("\"fill-color\":\(colors)"),
      ], features: [areas[2]]),
    Case(
      name: "hatch",
      layers: [
        "\"metadata\":{\"gxq:hatch\":\"135 1.5 0.16\"},"
          + fill("\"fill-color\":\"#fde9d9\",\"fill-outline-color\":\(colors)")
      ], features: areas),
  ]

  private static let lineCases = [
    Case(
      name: "line-width",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":[\"*\",4,[\"get\",\"v\"]],\"line-opacity\":[\"/\",[\"get\",\"v\"],3]"
        )
      ], features: lines),
    Case(
      name: "line-cap-join",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":12",
          "\"line-cap\":[\"match\",[\"get\",\"v\"],1,\"round\",2,\"square\",\"butt\"],\"line-join\":[\"match\",[\"get\",\"v\"],1,\"bevel\",\"miter\"]"
        ), plain,
      ], features: lines),
    Case(
      name: "line-dasharray",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":4,\"line-dasharray\":[\"match\",[\"get\",\"v\"],1,[\"literal\",[3,1]],2,[\"literal\",[1,1,4,1]],[\"literal\",[0.5,2]]]"
        )
      ], features: lines),
    Case(
      name: "line-gap-width",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":2,\"line-gap-width\":[\"*\",3,[\"get\",\"v\"]]",
          "\"line-join\":\"round\""), plain,
      ], features: lines),
    Case(
      name: "line-offset",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":3,\"line-offset\":[\"match\",[\"get\",\"v\"],1,8,2,-8,4]"
        ), plain,
      ], features: lines + [areas[2]]),
    Case(
      name: "line-blur",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":20,\"line-blur\":[\"*\",4,[\"get\",\"v\"]]",
          "\"line-cap\":\"round\",\"line-join\":\"round\""), plain,
      ], features: lines),
    Case(
      name: "line-pattern",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":[\"+\",6,[\"*\",2,[\"get\",\"v\"]]],\"line-pattern\":[\"match\",[\"get\",\"v\"],3,\"tree\",\"wall\"]"
        ), plain,
      ], features: lines),
    Case(
      name: "line-gradient",
      layers: [
        "\"filter\":[\"==\",[\"get\",\"v\"],3],"
          + line(
            "\"line-width\":14,\"line-gradient\":[\"interpolate\",[\"linear\"],[\"line-progress\"],0,\"#2166ac\",1,\"rgba(178,24,43,0.4)\"]"
          ),
        "\"filter\":[\"!=\",[\"get\",\"v\"],3],"
          + line(
            "\"line-width\":6,\"line-dasharray\":[4,2],\"line-gradient\":[\"step\",[\"line-progress\"],\"#2166ac\",0.4,\"#762a83\",0.7,\"transparent\",0.85,\"#b2182b\"]",
            "\"line-join\":\"round\""), plain,
      ], features: lines),
    Case(
      name: "line-sort-key",
      layers: [
        line(
          "\"line-color\":\(colors),\"line-width\":14", "\"line-sort-key\":[\"-\",[\"get\",\"v\"]]")
      ], features: lines),
    Case(
      name: "line-translate",
      layers: [
        line("\"line-color\":\"#bbb\",\"line-width\":5,\"line-translate\":[5,5]"),
        line("\"line-color\":\(colors),\"line-width\":5"),
      ], features: lines),
    Case(
      name: "line-smooth",
      layers: [
        plain,
        "\"metadata\":{\"gxq:smooth\":\"true\"},"
          + line("\"line-color\":\(colors),\"line-width\":3"),
      ], features: lines),
  ]

  private static let pointCases = [
    Case(
      name: "circle-radius",
      layers: [
        circle(
          "\"circle-color\":\(colors),\"circle-opacity\":0.7,\"circle-stroke-width\":[\"get\",\"v\"],\"circle-stroke-color\":\"#333\""
        ).replacing("\"circle-radius\":9", with: "\"circle-radius\":[\"*\",6,[\"get\",\"v\"]]")
      ], features: points),
    Case(
      name: "circle-blur",
      layers: [
        circle("\"circle-color\":\(colors),\"circle-blur\":[\"/\",[\"get\",\"v\"],3]")
          .replacing("\"circle-radius\":9", with: "\"circle-radius\":24")
      ], features: points),
    Case(
      name: "circle-sort-key",
      layers: [
        circle("\"circle-color\":\(colors)", "\"circle-sort-key\":[\"-\",[\"get\",\"v\"]]")
          .replacing("\"circle-radius\":9", with: "\"circle-radius\":34")
      ], features: points),
    Case(
      name: "circle-translate",
      layers: [
        circle("\"circle-color\":\"#bbb\",\"circle-translate\":[5,-5]"),
        circle("\"circle-color\":\(colors)"),
      ], features: points),
    Case(
      name: "marker",
      layers: [
        "\"metadata\":{\"gxq:marker\":\"tree\"}," + circle("\"circle-color\":\(colors)"),
        "\"metadata\":{\"gxq:marker\":\"star\"},\"filter\":[\"==\",[\"get\",\"v\"],2],"
          + circle("\"circle-color\":\"#fc0\"").replacing(
            "\"circle-radius\":9", with: "\"circle-radius\":4"),
      ], features: points),
    Case(
      name: "icon-image",
      layers: [
        icon(
          "\"icon-image\":[\"match\",[\"get\",\"v\"],1,\"tree\",2,\"wall\",\"reeds\"],\"icon-size\":[\"max\",1,[\"get\",\"v\"]],\"icon-rotate\":[\"*\",20,[\"get\",\"v\"]]",
          "\"icon-color\":\(colors),\"icon-opacity\":[\"/\",[\"get\",\"v\"],3]")
      ], features: points),
    Case(
      name: "icon-anchor",
      layers: [
        icon(
          "\"icon-image\":\"tree\",\"icon-size\":2,\"icon-anchor\":[\"match\",[\"get\",\"v\"],1,\"bottom\",2,\"top-left\",3,\"right\",\"center\"],\"icon-offset\":[\"match\",[\"get\",\"v\"],0,[\"literal\",[8,-8]],[\"literal\",[0,0]]]"
        ),
        circle("\"circle-color\":\"#d00\"").replacing(
          "\"circle-radius\":9", with: "\"circle-radius\":1"),
      ], features: points),
    Case(
      name: "symbol-placement",
      layers: [
        plain,
        icon(
          "\"symbol-placement\":\"line\",\"symbol-spacing\":40,\"icon-image\":\"wall\"",
          "\"icon-color\":\(colors)"),
      ], features: lines),
    Case(
      name: "symbol-sort-key",
      layers: [
        icon(
          "\"icon-image\":\"tree\",\"icon-size\":5,\"symbol-sort-key\":[\"-\",[\"get\",\"v\"]]",
          "\"icon-color\":\(colors)")
      ], features: points),
    Case(
      name: "zoom-range",
      layers: [
        "\"maxzoom\":12," + fill("\"fill-color\":\"#d00\""),
        "\"minzoom\":12,\"maxzoom\":12.5," + line("\"line-color\":\(colors),\"line-width\":2"),
        "\"minzoom\":12.5," + circle("\"circle-color\":\"#d00\""),
      ], features: areas + points),
  ]

  @Test(arguments: cases) func itIsDrawnAsInTheGolden(_ scene: Case) throws {
    let text = try SmallScene(layers: scene.layers, features: scene.features).svg()
    let goldens = Goldens(Self.cases.map { "\($0.name).svg" })
    #expect(goldens.difference(of: text, from: "\(scene.name).svg") == nil)
    #expect(DrawnSheet(Array(text.utf8)).isWellFormed)
  }

  @Test func noGoldenIsWithoutATest() {
    let names = Self.cases.map { "\($0.name).svg" } + FurnitureGoldenTests.files
    #expect(Goldens(names).strays == [])
  }

  @Test(arguments: cases) func aSecondRunGivesTheSameBytes(_ scene: Case) throws {
    let small = SmallScene(layers: scene.layers, features: scene.features)
    #expect(try small.svg() == small.svg())
  }

  /// Every property that can depend on the feature: its type, the key, two values.
  static let properties: [(String, String, String, String)] = [
    ("fill", "fill-color", "\"red\"", "\"blue\""), ("fill", "fill-opacity", "0.5", "1"),
    ("fill", "fill-outline-color", "\"red\"", "\"blue\""),
    ("fill", "fill-pattern", "\"reeds\"", "\"hatch-0-2-0.1\""),
    ("line", "line-color", "\"red\"", "\"blue\""), ("line", "line-opacity", "0.5", "1"),
    ("line", "line-width", "3", "5"), ("line", "line-gap-width", "3", "5"),
    ("line", "line-offset", "3", "-5"), ("line", "line-blur", "1", "0"),
    ("line", "line-dasharray", "[\"literal\",[1,2]]", "[\"literal\",[2,1]]"),
    ("line", "line-pattern", "\"wall\"", "\"tree\""),
    ("line", "line-cap", "\"round\"", "\"butt\""), ("line", "line-join", "\"round\"", "\"bevel\""),
    ("line", "line-miter-limit", "2", "3"),
    ("circle", "circle-radius", "3", "5"), ("circle", "circle-color", "\"red\"", "\"blue\""),
    ("circle", "circle-blur", "0.2", "1"), ("circle", "circle-opacity", "0.5", "1"),
    ("circle", "circle-stroke-width", "1", "2"),
    ("symbol", "icon-image", "\"wall\"", "\"tree\""), ("symbol", "icon-size", "1", "2"),
    ("symbol", "icon-rotate", "30", "60"), ("symbol", "icon-anchor", "\"left\"", "\"top\""),
    ("symbol", "icon-offset", "[\"literal\",[1,2]]", "[\"literal\",[2,1]]"),
    ("symbol", "icon-color", "\"red\"", "\"blue\""), ("symbol", "icon-opacity", "0.5", "1"),
  ]

  @Test(arguments: properties)
  func theSameExpressionDrawsFeaturesDifferently(
    type: String, key: String, one: String, other: String
  ) throws {
    let isLayout = ["cap", "join", "limit", "image", "size", "rotate", "anchor", "icon-offset"]
      .contains { key.hasSuffix($0) }
    let expression = "\"\(key)\":[\"case\",[\"==\",[\"get\",\"v\"],1],\(one),\(other)]"
    let image = type == "symbol" && key != "icon-image" ? "\"icon-image\":\"tree\"" : ""
    let layout = [image, isLayout ? expression : ""].filter { !$0.isEmpty }
    let layer =
      "\"type\":\"\(type)\",\"layout\":{\(layout.joined(separator: ","))},"
      + "\"paint\":{\(isLayout ? "" : expression)}"
    func drawn(_ value: String) throws -> [DrawItem] {
      let feature =
        switch type {
        case "fill": SmallScene.area("a", -500, -500, 900, 800, v: value)
        case "line": SmallScene.line("a", (-900, -300), (0, 400), (900, -300), v: value)
        default: SmallScene.point("a", 0, 0, v: value)
        }
      return try SmallScene(layers: [layer], features: [feature]).scene().groups
    }
    let first = try drawn("1")
    #expect(!first.isEmpty)
    #expect(try first == drawn("1"))
    // `key` must be the only reason.
    #expect(try first != drawn("2"), "\(key)")
    #expect(try drawn("2") == drawn("3"))
  }
}
