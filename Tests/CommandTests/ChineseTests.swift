import PlanTestSupport
import Testing

/// With `--lang zh` whatever stops a command is said in Chinese, whole.
struct ChineseTests {
  private func holds(_ outcome: Program.Outcome, status: Int32) {
    #expect(outcome.status == status, "\(outcome)")
    #expect(!outcome.errors.isEmpty)
    for line in outcome.errorLines where !line.hasPrefix("用法：") {
      #expect(Speech.flaw(inChinese: line) == nil, "\(line)")
    }
  }

  private static let misuses = [
    ["chek"], ["check", "--fromat", "json"], ["check", "--format", "jsno"], ["check", "--plan"],
    ["check", "--fail-on", "nothing"], ["list", "--as-of", "x"], ["explain"], ["init"],
    ["rules", "extra"], ["rules", "one", "two"], ["check", "--accepted=1"], ["check", "-x"],
  ]

  @Test(arguments: Thoroughness.chosen(of: misuses, oneIn: 3))
  func wrongUsage(arguments: [String]) throws {
    let workspace = try Workspace()
    let outcome = try Program.run(
      arguments, in: workspace.root, environment: ["LC_ALL": "zh_CN.UTF-8"])
    holds(outcome, status: 64)
    #expect(outcome.errors.hasPrefix("gxq-map: 错误: "))
    #expect(outcome.errorLines.contains { $0.hasPrefix("  详见 gxq-map") })
  }

  @Test func theLanguageOfWrongUsageFollowsTheArguments() throws {
    let workspace = try Workspace()
    for arguments in [
      ["check", "--lang", "zh", "--frobnicate"], ["check", "--frobnicate", "--lang=zh"],
    ] {
      let outcome = try Program.run(arguments, in: workspace.root)
      #expect(outcome.errorLines.first == "gxq-map: 错误: 未知的选项“--frobnicate”")
    }
  }

  private static let misnomers = [
    ["check", "--rule", "D1O"], ["explain", "d10"], ["export", "--layer", "distrcits"],
    ["check", "--works", "work.nothing"], ["list", "road.haichaun"], ["trace", "S0O1"],
    ["export", "--layer", "core", "--layer", "roads", "-o", "-"], ["render", "--sheet", "plam"],
  ]

  @Test(arguments: Thoroughness.chosen(of: misnomers, oneIn: 4))
  func unknownNames(arguments: [String]) throws {
    let workspace = try Workspace.withPlan(styles: true)
    holds(try Program.run(arguments + ["--lang", "zh"], in: workspace.root), status: 64)
  }

  /// What is spoilt, and the command that meets it.
  private static let spoilt: [(String, String, [String])] = [
    ("plan.yaml", "gxq_map: 1\ncrs: EPSG:99999999\ntitle: x\n", ["check"]),
    ("plan.yaml", "gxq_map: 1\ncrs: EPSG:4490\ntitle: x\n", ["check"]),
    ("plan.yaml", "gxq_map: 1\ncrs: EPSG:2263\ntitle: x\n", ["check"]),
    ("plan.yaml", "gxq_map: 2\n", ["check"]), ("plan.yaml", "gxq_map: 1\n", ["check"]),
    ("plan.yaml", "- 1\n", ["check"]), ("plan.yaml", "", ["check"]),
    ("plan.yaml", "a: [1\n", ["check"]), ("plan.yaml", "a: 1\na: 2\n", ["check"]),
    (
      "plan.yaml",
      "gxq_map: 1\ncrs: EPSG:4548\ntitle: x\nlayers: [{id: a, file: ../a, kind: road}]\n", ["list"]
    ),
    (
      "plan.yaml",
      "gxq_map: 1\ncrs: EPSG:4548\ntitle: x\nlayers: [{id: a, file: a, kind: road}]\n", ["list"]
    ),
    ("roads.geojson", "{", ["export"]), ("roads.geojson", "[NaN]", ["fmt"]),
    ("roads.geojson", "7", ["list"]),
    ("styles/sheets.yaml", "gxq_sheets: 1\nsheets: [\n", ["render"]),
    ("styles/sheets.yaml", "gxq_sheets: 1\ngxq_sheets: 1\n", ["render"]),
    ("styles/sheets.yaml", "gxq_sheets: 3\n", ["render"]), ("styles/sheets.yaml", "", ["render"]),
    (
      "styles/sheets.yaml",
      """
      gxq_sheets: 1
      sheets: [{id: a, title: x, style: a.json, paper: A3 landscape, scale: fit, extent: zone}]
      """, ["render"]
    ),
  ]

  @Test(arguments: Thoroughness.chosen(of: Array(spoilt.indices), oneIn: 4))
  func filesThatCannotBeRead(index: Int) throws {
    let (name, text, command) = Self.spoilt[index]
    let workspace = try Workspace.withStarter()
    try workspace.write(text, to: "plan/\(name)")
    holds(
      try Program.run(command + ["--plan", "plan", "--lang", "zh"], in: workspace.root), status: 2)
  }

  @Test(arguments: [
    #"{"version": 8, "sources": {}, "layers": [{"id": "a", "type": "lin"}]}"#, "{", "[]",
  ])
  func stylesThatCannotBeRead(style: String) throws {
    let workspace = try Workspace.withStarter()
    try workspace.write(style, to: "plan/styles/a.json")
    try workspace.write(
      """
      gxq_sheets: 1
      sheets: [{id: a, title: x, style: a.json, paper: A3 landscape, scale: fit, extent: zone}]
      """, to: "plan/styles/sheets.yaml")
    holds(try workspace.run("render", "--plan", "plan", "--lang", "zh"), status: 2)
  }

  private static let wrongPaths = [
    ["check", "nowhere"], ["check", "file"], ["check", "."], ["fmt", "nowhere.geojson"],
    ["fmt", "folder"], ["list", "--plan", "nowhere"], ["init", "plan"], ["init", "file/plan"],
    ["export", "--plan", "plan", "-o", "file/x"],
    ["render", "--plan", "plan", "--styles", "folder"],
  ]

  @Test(arguments: Thoroughness.chosen(of: wrongPaths, oneIn: 4))
  func pathsThatLeadNowhere(arguments: [String]) throws {
    let workspace = try Workspace.withStarter()
    try workspace.write("x", to: "file")
    try workspace.makeFolder("folder")
    holds(try Program.run(arguments + ["--lang", "zh"], in: workspace.root), status: 2)
  }

  @Test func textsThatAreNotThere() throws {
    let workspace = try Workspace.withPlan()
    try workspace.makeFolder("texts")
    for folder in ["nowhere", "texts"] {
      let outcome = try workspace.run("trace", "--documents", folder, "--lang", "zh")
      #expect(outcome.status != 0)
      for line in outcome.lines + outcome.errorLines {
        #expect(Speech.flaw(inChinese: line) == nil, "\(line)")
      }
    }
  }
}
