import Foundation
import GeoJSONCoding
import MapStyle
import Messages
import DistrictPlan
import PlanTestSupport
import Testing

@testable import MapRender

/// The themes and palettes that the program comes with.
@Suite struct ThemeTests {
  static let names = ["print", "screen", "grey", "contrast", "dark"]
  static let styles = Repository.root.appendingPathComponent("styles").path

  private func catalog(_ theme: String) throws -> SheetCatalog {
    try SheetCatalog.load(stylesDirectory: Self.styles, theme: theme)
  }

  /// Every name of the sheets' styles with its colour under a theme.
  private func colors(_ theme: String) throws -> [String: StyleColor] {
    let catalog = try catalog(theme)
    var result: [String: StyleColor] = [:]
    for sheet in catalog.sheets {
      for (name, value) in sheet.style.named.state(over: sheet.style.state)
      where sheet.style.state[name] != nil {
        result[name] = value.string.flatMap { StyleColor(css: $0) }
      }
    }
    return result
  }

  private static func isName(_ name: String) -> Bool {
    name == "name" || name.hasPrefix("name-") || name.contains("-name")
  }

  @Test func differencesAgreeWithPublishedOnes() {
    // From the test data of Sharma, Wu and Dalal (2005).
    let pairs = [
      (Lab(l: 50, a: 2.6772, b: -79.7751), Lab(l: 50, a: 0, b: -82.7485), 2.0425),
      (Lab(l: 50, a: -1.3802, b: -84.2814), Lab(l: 50, a: 0, b: -82.7485), 1.0),
      (Lab(l: 50, a: 2.5, b: 0), Lab(l: 73, a: 25, b: -18), 27.1492),
      (Lab(l: 60.2574, a: -34.0099, b: 36.2677), Lab(l: 60.4626, a: -34.1751, b: 39.4387), 1.2644),
      (Lab(l: 2.0776, a: 0.0795, b: -1.1350), Lab(l: 0.9033, a: -0.0636, b: -0.5514), 0.9082),
    ]
    for (a, b, expected) in pairs { #expect(abs(a.difference(to: b) - expected) < 1e-4) }
  }

  @Test func oneNameIsOneColourInEveryStyle() throws {
    var seen: [String: StyleValue] = [:]
    for sheet in try catalog("print").sheets {
      for (name, value) in sheet.style.state {
        #expect(seen[name, default: value] == value, "\(name) in \(sheet.id)")
        seen[name] = value
      }
    }
    #expect(seen.count > 150)
  }

  /// A theme that forgot a name would show the colour of print.
  @Test(arguments: names.dropFirst())
  func aThemeGivesEveryName(theme: String) throws {
    let catalog = try catalog(theme)
    for sheet in catalog.sheets {
      let missing = sheet.style.state.keys.filter { sheet.theme.style.values[$0] == nil }
      #expect(missing.sorted() == [], "\(sheet.id)")
    }
    let sheet = try #require(catalog.sheets.first)
    for role in Ink.Role.allCases { #expect(sheet.theme.style.values[role.rawValue] != nil) }
  }

  @Test(arguments: names)
  func namesStandOutFromHaloAndGround(theme: String) throws {
    let colors = try colors(theme)
    let least = theme == "contrast" ? 7.0 : 4.5
    for ground in ["halo", "zone", "ground"] {
      let ground = try #require(colors[ground])
      for (name, color) in colors where Self.isName(name) {
        #expect(color.contrast(to: ground) >= least, "\(name) \(color.hex) on \(ground.hex)")
      }
    }
    let sheet = try #require(try catalog(theme).sheets.first)
    func ink(_ role: Ink.Role) -> StyleColor {
      let rgb = sheet.theme.ink(Ink(role)).rgb
      return StyleColor(
        red: Double(rgb >> 16) / 255, green: Double(rgb >> 8 & 255) / 255,
        blue: Double(rgb & 255) / 255)
    }
    for role in [Ink.Role.text, .muted, .soft, .accent] {
      #expect(ink(role).contrast(to: ink(.paper)) >= 4.5, "\(role)")
    }
    #expect(ink(.note).contrast(to: ink(.noteGround)) >= 4.5)
    for plate in [Ink.Role.muted, .accent] {
      #expect(ink(.onPlate).contrast(to: ink(plate)) >= 4.5, "on \(plate)")
    }
  }

  /// Colours that a reader must tell apart: those of one key, and those side by side on one map.
  static let sets: [[String]] = [
    (1...6).map { "district-\($0)" }, (1...6).map { "block-\($0)" },
    (1...3).map { "axis-\($0)" }, (1...3).map { "corridor-\($0)" },
    (1...3).map { "water-area-\($0)" } + (1...3).map { "green-corridor-\($0)" } + ["water-lake"],
    ["horizontal", "vertical"], ["site-valley", "site-port", "site-centre"],
    ["mooted", "prepared", "launched", "begun", "underway", "built", "unknown"]
      .map { "status-\($0)" },
    ["open", "extend", "cross", "build", "light", "green"].map { "work-\($0)" },
    ["park-sub", "park-special", "cluster", "quarter"], ["road", "river", "railway", "zone-edge"],
  ]

  /// A difference of 2 is just seen side by side; 9 is told apart from memory, as a key asks of a reader.
  @Test(arguments: sets)
  func contrastIsSafeForEveryColorVision(set: [String]) throws {
    let colors = try colors("contrast")
    for vision in ColorVision.allCases {
      let labs = try set.map { vision.lab(try #require(colors[$0])) }
      for (i, a) in labs.enumerated() {
        for (j, b) in labs.enumerated().dropFirst(i + 1) {
          let difference = a.difference(to: b)
          #expect(difference >= 9, "\(set[i]) and \(set[j]), \(vision): \(difference)")
        }
      }
    }
  }

  @Test func aSafePaletteIsNoMatterOfCourse() throws {
    let colors = try colors("print")
    var least = Double.infinity
    for set in Self.sets {
      for vision in ColorVision.allCases {
        let labs = try set.map { vision.lab(try #require(colors[$0])) }
        for (i, a) in labs.enumerated() {
          for b in labs.dropFirst(i + 1) { least = min(least, a.difference(to: b)) }
        }
      }
    }
    #expect(least < 5)
  }

  private func rendered(_ theme: String) throws -> [String] {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let catalog = try catalog(theme)
    let renderer = SheetRenderer(plan: plan, catalog: catalog)
    return try Thoroughness.chosen(of: catalog.sheets, oneIn: 7).map {
      String(decoding: try renderer.render($0).svg, as: UTF8.self)
    }
  }

  private func drawnColors(_ svg: String) -> Set<String> {
    Set(
      svg.matches(of: /(?:fill|stroke|color|stop-color)="(#[0-9a-f]{6}|#[0-9a-f]{3})"/)
        .map { String($0.output.1) })
  }

  @Test func greySheetsHoldNothingButGreys() throws {
    for svg in try rendered("grey") {
      let colors = drawnColors(svg)
      #expect(colors.count > 10)
      for color in colors {
        let value = try #require(StyleColor(css: color))
        #expect(value.red == value.green && value.green == value.blue, "\(color)")
      }
    }
  }

  @Test func darkSheetsAreDark() throws {
    for svg in try rendered("dark") {
      // The first area is the paper.
      let paper = try #require(svg.firstMatch(of: /<path[^>]*fill="(#[0-9a-f]{3,6})"/)).output.1
      #expect(try #require(StyleColor(css: String(paper))).luminance < 0.02)
      #expect(!drawnColors(svg).contains("#fff") && !drawnColors(svg).contains("#ffffff"))
    }
    let colors = try colors("dark")
    for name in ["ground", "zone", "halo"] {
      #expect(try #require(colors[name]).luminance < 0.02, "\(name)")
    }
  }

  @Test func landUseHasEveryClassOf2023() throws {
    let palette = try StylePalette.parse(
      SourceFile.read("\(Self.styles)/palettes/landuse-2023.json"))
    let codes = palette.entries.map(\.code)
    #expect([2, 4, 6].map { length in codes.count { $0.count == length } } == [24, 111, 40])
    #expect(codes == codes.sorted())
    for code in codes where code.count > 2 { #expect(codes.contains(String(code.dropLast(2)))) }
    func color(_ code: String) -> String? { palette.entries.first { $0.code == code }?.color }
    #expect(color("0701") == "#ffff2d" && color("070101") == "#ffff2d")
    #expect(color("0802") == "#e6005c" && color("1207") == "#a3a3a3" && color("1701") == "#338ec0")
    let values = palette.values()
    #expect(values["公园绿地"] == .string("#00ff00") && values["landuse-1401"] == .string("#00ff00"))
  }

  @Test func controlLinesAreFoundByNameInEveryStyle() throws {
    let sheet = try #require(try catalog("print").sheets.first)
    let state = sheet.style.named.state(over: sheet.style.state)
    for name in ["道路红线", "绿线", "蓝线", "紫线", "黄线", "规划范围线"] { #expect(state[name] != nil, "\(name)") }
    #expect(state["control-line-red"] == state["道路红线"])
    #expect(state["control-line-scope-dash"]?.array?.count == 4)
  }
}
