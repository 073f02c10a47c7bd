import Foundation
import PlanTestSupport
import Testing

/// `style check` and `style eval`.
struct StyleCommandTests {
  private static let sound =
    #"{"version": 8, "sources": {}, "layers": [{"id": "b", "type": "background"}]}"#
  private static let faulty = """
    {"version": 8,
     "sources": {"roads": {"type": "geojson", "data": "roads"}},
     "layers": [
      {"id": "r", "type": "line", "source": "raods",
       "paint": {"line-colour": "red"}}]}
    """

  @Test func ourStylesHaveNoFault() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try Program.shell("\"$GXQ\" style check styles/*.json", in: workspace.root)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output == "7 styles: 0 errors, 0 warnings\n" && outcome.errors.isEmpty)
  }

  @Test func eachFaultHasItsPlaceAndWhatMayBeMeant() throws {
    let workspace = try Workspace()
    try workspace.write(Self.faulty, to: "a.json")
    let outcome = try workspace.run("style", "check", "a.json")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        a.json:4:41: error: source 'raods' does not exist; did you mean 'roads'?
          4 |   {"id": "r", "type": "line", "source": "raods",
            |                                         ^~~~~~~
          in layers[0]
        a.json:5:14: error: unknown property 'line-colour'; did you mean 'line-color'?
          5 |    "paint": {"line-colour": "red"}}]}
            |              ^~~~~~~~~~~~~
          in layers[0].paint.line-colour
        1 style: 2 errors, 0 warnings

        """, "\(outcome)")
  }

  @Test func programsGetTheSameAsJSON() throws {
    let workspace = try Workspace()
    try workspace.write(Self.faulty, to: "a.json")
    try workspace.write(Self.sound, to: "b.json")
    let outcome = try workspace.run("style", "check", "a.json", "b.json", "--format", "json")
    #expect(outcome.status == 1)
    let report = try JSON.object(outcome.bytes)
    #expect(report.number("errors") == 2 && report.number("warnings") == 0)
    let files = report.list("files")
    #expect(files.map { $0.text("file") } == ["a.json", "b.json"])
    let fault = try #require(files[0].list("faults").last)
    #expect(
      fault.text("severity") == "error" && fault.text("path") == "layers[0].paint.line-colour")
    #expect(fault.number("line") == 5 && fault.number("column") == 14)
    #expect(files[1].list("faults").isEmpty)
  }

  @Test(arguments: [
    ("nowhere.json", "gxq-map: error: file 'nowhere.json' does not exist"),
    ("broken.json", "broken.json:1:14: error: "),
  ])
  func whatCannotBeReadStopsOnlyItself(file: String, message: String) throws {
    let workspace = try Workspace()
    try workspace.write(#"{"version": 8"#, to: "broken.json")
    try workspace.write(Self.faulty, to: "a.json")
    let outcome = try workspace.run("style", "check", file, "a.json")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix(message), "\(outcome)")
    #expect(outcome.output.hasSuffix("1 style: 2 errors, 0 warnings\n"))
  }

  @Test func standardInputIsAStyle() throws {
    let workspace = try Workspace()
    try workspace.write(Self.sound, to: "b.json")
    let outcome = try Program.shell("\"$GXQ\" style check - <b.json", in: workspace.root)
    #expect(outcome.status == 0 && outcome.output == "1 style: 0 errors, 0 warnings\n")
  }

  @Test func spritesBesideTheStyleMustBeThere() throws {
    let workspace = try Workspace()
    try workspace.write(
      #"{"version": 8, "sprite": "signs", "sources": {}, "layers": []}"#, to: "styles/a.json")
    try workspace.write("{}", to: "styles/signs.json")
    let outcome = try workspace.run("style", "check", "styles/a.json")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.first
        == "styles/a.json:1:26: error: sprite 'signs' has no file 'styles/signs.png'")
    try workspace.write("", to: "styles/signs.png")
    #expect(try workspace.run("style", "check", "styles/a.json").status == 0)
  }

  @Test func deepNestingIsAClearError() throws {
    let workspace = try Workspace()
    let deep =
      String(repeating: #"["-","#, count: 10_000) + "1" + String(repeating: "]", count: 10_000)
    try workspace.write(
      #"{"version": 8, "sources": {}, "layers": [{"id": "b", "type": "background", "paint": {"background-opacity": \#(deep)}}]}"#,
      to: "a.json")
    let outcome = try workspace.run("style", "check", "a.json")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("arrays and objects are nested more than 512 deep"))
    let medium = String(repeating: #"["-","#, count: 300) + "1" + String(repeating: "]", count: 300)
    let lone = try workspace.run("style", "eval", medium)
    #expect(lone.status == 2)
    #expect(lone.errors.contains("expressions are nested more than 100 deep"), "\(lone)")
    #expect(lone.errorLines.allSatisfy { $0.count < 200 })
  }

  @Test(arguments: [
    (["[\"+\", 1, 2]"], "value: 3\ntype: number\n"),
    (
      [#"["*", 2, ["get", "lanes"]]"#, "--properties", #"{"lanes": 2}"#],
      "value: 4\ntype: number\ndepends on: feature\n"
    ),
    ([#"["zoom"]"#, "--zoom", "11.5"], "value: 11.5\ntype: number\ndepends on: zoom\n"),
    ([#"["to-color", "red"]"#], "value: \"rgba(255,0,0,1)\"\ntype: color\n"),
    (
      [#"["==", "class", "rail"]"#, "--property", "filter", "--properties", #"{"class": "rail"}"#],
      "value: true\ntype: boolean\ndepends on: feature\n"
    ),
    (
      [#"{"stops": [[0, 0], [10, 5]]}"#, "--property", "line-width", "--zoom", "4"],
      "value: 2\ntype: number\ndepends on: zoom\n"
    ),
    (
      [
        #"["within", {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}]"#,
        "--geometry", #"{"type": "Point", "coordinates": [1, 1]}"#,
      ],
      "value: true\ntype: boolean\ndepends on: feature\n"
    ),
    ([#"["/", 1, 0]"#], "value: Infinity\ntype: number\n"),
    ([#"["get", "a"]"#], "value: null\ntype: null\ndepends on: feature\n"),
  ])
  func anExpressionHasAValue(arguments: [String], output: String) throws {
    let workspace = try Workspace()
    let outcome = try Program.run(["style", "eval"] + arguments, in: workspace.root)
    #expect(outcome.status == 0 && outcome.output == output, "\(outcome)")
    #expect(outcome.errors.isEmpty)
  }

  @Test func scaleStandsForZoom() throws {
    let workspace = try Workspace()
    let arguments = ["style", "eval", #"["zoom"]"#, "--scale", "1:25000", "--format", "json"]
    let north = try Program.run(arguments + ["--latitude", "35.4"], in: workspace.root)
    let zoom = try #require(JSON.object(north.bytes).number("value"))
    #expect(abs(zoom - (log2(559_082_264.028 * cos(35.4 * .pi / 180) / 25_000) - 1)) < 1e-9)
    let point = #"{"type": "LineString", "coordinates": [[116, 35.3], [116, 35.5]]}"#
    let middle = try Program.run(arguments + ["--geometry", point], in: workspace.root)
    #expect(try abs((JSON.object(middle.bytes).number("value") ?? 0) - zoom) < 1e-9)
    let equator = try Program.run(arguments, in: workspace.root)
    #expect(equator.status == 0 && equator.errors.contains("at the equator"))
  }

  @Test func aFeatureIsNamedByItsFileAndId() throws {
    let workspace = try Workspace.withStarter()
    let get = #"["get", "class"]"#
    let one = try workspace.run(
      "style", "eval", get, "--feature", "plan/roads.geojson#road.north")
    #expect(one.status == 0 && one.output.contains("type: string"), "\(one)")
    let lost = try workspace.run(
      "style", "eval", get, "--feature", "plan/roads.geojson#road.noth")
    #expect(lost.status == 2)
    #expect(lost.errors.contains("did you mean 'road.north'?"), "\(lost)")
    let several = try workspace.run("style", "eval", get, "--feature", "plan/roads.geojson")
    #expect(several.status == 2 && several.errors.contains("features"), "\(several)")
  }

  @Test func faultsAreMarkedUnderTheExpression() throws {
    let workspace = try Workspace()
    let outcome = try Program.run(
      ["style", "eval", #"["*", 2, ["upcase", 3], ["gte", "a"]]"#], in: workspace.root)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        expression:1:21: error: expected string, found number
          1 | ["*", 2, ["upcase", 3], ["gte", "a"]]
            |                     ^
          in [2][1]

        """, "\(outcome)")
  }

  @Test func whatFailsOnAFeatureIsMarkedToo() throws {
    let arguments = [
      "style", "eval", #"["*", 2, ["number", ["get", "lanes"]]]"#, "--properties",
      #"{"lanes": "two"}"#,
    ]
    let workspace = try Workspace()
    let outcome = try Program.run(arguments, in: workspace.root)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        expression:1:10: error: expected a value of type number, found string
          1 | ["*", 2, ["number", ["get", "lanes"]]]
            |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
          in [2]

        """, "\(outcome)")
  }

  @Test(arguments: [
    [#"["zoom"]"#, "--zoom", "1", "--scale", "1:5"], [#"["zoom"]"#, "--scale", "small"],
    [#"["zoom"]"#, "--scale", "1:0"], [#"["zoom"]"#, "--scale", "1:5", "--latitude", "95"],
    ["1", "--property", "line-colour"], ["1", "--feature", "a", "--properties", "{}"],
  ])
  func wrongUsage(arguments: [String]) throws {
    for language in ["en", "zh"] {
      let workspace = try Workspace()
      let outcome = try Program.run(
        ["style", "eval"] + arguments + ["--lang", language], in: workspace.root)
      #expect(outcome.status == 64, "\(outcome)")
      if language == "zh" {
        #expect(outcome.errorLines.allSatisfy { Speech.flaw(inChinese: $0) == nil }, "\(outcome)")
      }
    }
  }

  @Test(arguments: [
    ["style", "eval", "["], ["style", "eval", "1", "--properties", "[]"],
    ["style", "eval", "1", "--properties", "{"], ["style", "eval", "1", "--geometry", "{}"],
    ["style", "eval", "1", "--feature", "nowhere.geojson"], ["style", "check", "nowhere.json"],
    ["style", "eval", #"["at", 0]"#],
  ])
  func whatCannotBeReadIsSaidInChineseToo(arguments: [String]) throws {
    let workspace = try Workspace()
    let outcome = try Program.run(arguments + ["--lang", "zh"], in: workspace.root)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(!outcome.errors.isEmpty)
    let said = outcome.errorLines.filter { !$0.contains(" | ") && !$0.hasPrefix("  位于") }
    #expect(said.allSatisfy { Speech.flaw(inChinese: $0) == nil }, "\(outcome)")
  }
}
