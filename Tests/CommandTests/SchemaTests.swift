import Foundation
import PlanTestSupport
import Testing

/// The schemas say what the readers say: of good files, and of files with a fault.
@Suite(.enabled(if: SchemaJudge.isExpected, "python3 lacks jsonschema or yaml"))
struct SchemaTests {
  static let names = [
    "plan", "documents", "statements", "exceptions", "sheets", "features", "findings",
    "findings-line", "baseline",
  ]

  private static let docs = Repository.root.appendingPathComponent("docs/schemas")

  @Test func everySchemaIsListed() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("schema")
    let listed = outcome.lines.dropFirst().compactMap { $0.split(separator: " ").first }
    #expect(listed.map(String.init) == Self.names)
    let files = Repository.files(below: "docs/schemas", extension: "json")
    #expect(
      files.map { $0.deletingPathExtension().lastPathComponent }.sorted() == Self.names.sorted())
  }

  @Test func allSchemasAreWrittenAtOnce() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("schema", "--all", "a/schemas")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome)")
    let goldens = Goldens(Self.names.map { "\($0).json" }, in: Self.docs)
    for name in Self.names {
      let text = try workspace.text("a/schemas/\(name).json")
      #expect(goldens.difference(of: text, from: "\(name).json") == nil)
    }
    #expect(try workspace.run("schema", "plan", "--all", "a").status == 64)
  }

  @Test(arguments: Thoroughness.chosen(of: names, oneIn: 4))
  func docsHoldWhatTheProgramPrints(name: String) throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("schema", name)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("\"$id\": \"urn:gxq-map:schema:\(name)\""))
    let goldens = Goldens(Self.names.map { "\($0).json" }, in: Self.docs)
    #expect(goldens.difference(of: outcome.output, from: "\(name).json") == nil)
  }

  /// The files of a plan by the schema that they follow.
  private static func files(of plan: URL) -> [(schema: String, path: String)] {
    let names = ["plan", "documents", "statements", "exceptions"]
    let found = (try? FileManager.default.contentsOfDirectory(atPath: plan.path)) ?? []
    return found.sorted().compactMap { file in
      let path = plan.appendingPathComponent(file).path
      if file.hasSuffix(".geojson") { return ("features", path) }
      return names.first { "\($0).yaml" == file }.map { ($0, path) }
    }
  }

  /// Holds files against their schemas; the judge takes its time to start, so once for each schema.
  private static func expectNoRefusal(of files: [(schema: String, path: String)]) throws {
    for (schema, group) in Dictionary(grouping: files, by: \.schema) {
      #expect(try SchemaJudge.refusals(of: group.map(\.path), by: schema) == [])
    }
  }

  @Test(arguments: Thoroughness.chosen(of: ["Tests/Fixtures/second-plan", "geodata"], oneIn: 2))
  func plansOfOursFollowTheSchemas(folder: String) throws {
    let files = Self.files(of: Repository.root.appendingPathComponent(folder))
    #expect(files.count > 8)
    try Self.expectNoRefusal(of: files)
  }

  @Test func sheetsOfOursFollowTheSchema() throws {
    let sheets = Repository.root.appendingPathComponent("styles/sheets.yaml").path
    #expect(try SchemaJudge.refusal(of: sheets, by: "sheets") == nil)
  }

  @Test func aNewPlanFollowsTheSchemas() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("init", "plan").status == 0)
    let files = Self.files(of: URL(fileURLWithPath: workspace.path("plan")))
    #expect(
      Set(files.map(\.schema)).isSuperset(of: ["plan", "documents", "statements", "features"]))
    try Self.expectNoRefusal(of: files)
  }

  @Test func reportsFollowTheSchema() throws {
    let workspace = try Workspace.withPlan()
    // Spoilt, so that there are findings of several sorts.
    try workspace.replace(
      "\"kind\":\"core\"", with: "\"kind\":\"cor\"", in: "geodata/layout.geojson")
    let report = try workspace.run("check", "--format", "json", "--fail-on", "never")
    #expect(report.status == 0, "\(report)")
    try workspace.write(report.bytes, to: "report.json")
    #expect(try SchemaJudge.refusal(of: workspace.path("report.json"), by: "findings") == nil)
    let lines = try workspace.run("check", "--format", "ndjson", "--fail-on", "never")
    try workspace.write(lines.bytes, to: "report.ndjson")
    #expect(
      try SchemaJudge.refusal(of: workspace.path("report.ndjson"), by: "findings-line") == nil)
    let known = try workspace.run(
      "check", "--write-baseline", "known.json", "--fail-on", "never")
    #expect(known.status == 0, "\(known)")
    #expect(try SchemaJudge.refusal(of: workspace.path("known.json"), by: "baseline") == nil)
  }

  /// What is done to a file of the starter plan, and the file.
  private static let damages: [(file: String, old: String, new: String)] = [
    // unknown keys
    ("plan.yaml", "title:", "tilte:"), ("plan.yaml", "    slogan:", "    slogen:"),
    ("plan.yaml", "{word:", "{wrod:"), ("documents.yaml", "{id: D1,", "{id: D1, publischer: x,"),
    ("statements.yaml", "terms:", "term:"), ("exceptions.yaml", "reason:", "raison:"),
    ("roads.geojson", "\"class\"", "\"clas\""), ("roads.geojson", "\"basis\"", "\"base\""),
    ("plan.yaml", "kind: road,", "kind: road, geomtry: line,"),
    ("plan.yaml", "{rule: A01,", "{rule: A01, min_aera: 1 m2,"),
    ("plan.yaml", "kind: road,", "kind: road, where: {clas: 支路},"),
    ("statements.yaml", "{claim: count,", "{claim: count, off: roads,"),
    // wrong types and unknown words
    ("plan.yaml", "precision: 8", "precision: eight"),
    ("plan.yaml", "precision: 8", "precision: 40"),
    ("plan.yaml", "tolerance: 0.002 m", "tolerance: 0.002"),
    ("plan.yaml", "kind: road,", "kind: raod,"),
    ("plan.yaml", "layers:", "layers: all\nstatus_words:"),
    ("documents.yaml", "sequence: 1", "sequence: first"),
    ("documents.yaml", "'2026-01-01'", "soon"),
    ("statements.yaml", "{claim: count,", "{claim: cuont,"),
    ("statements.yaml", "says:", "says: [a] #"),
    ("plan.yaml", "{rule: A01,", "{rule: A01, severity: fatal,"),
    ("plan.yaml", "{rule: A01,", "{rule: A0,"),
    ("plan.yaml", "{rule: A01,", "{rule: A01, min_area: 1 m,"),
    ("roads.geojson", "主干路", "主干"), ("roads.geojson", "\"LineString\"", "\"MultiPoint\""),
    // missing keys
    ("plan.yaml", "title:", "#"), ("plan.yaml", "crs:", "#"), ("plan.yaml", "gxq_map: 1", "#"),
    ("plan.yaml", "{rule: A01, on: districts", "{rule: A01"),
    ("documents.yaml", "title: 规划文件,", ""),
    ("statements.yaml", "document:", "#"), ("statements.yaml", "claims:", "x:"),
    ("exceptions.yaml", "rule: A01,", ""), ("plan.yaml", "kind: road,", ""),
    ("roads.geojson", "\"basis\":\"assumed\"", "\"basis\":null"),
    ("statements.yaml", "claim: count, ", ""),
    ("statements.yaml", layout, "{claim: count, of: districts}"),
    ("statements.yaml", layout, "{claim: status-at, of: roads}"),
    ("statements.yaml", layout, "{claim: class, of: roads}"),
    ("statements.yaml", layout, "{claim: members, structure: layout, names: [a]}"),
    // bad dates
    ("documents.yaml", "'2026-01-01'", "2026-13-01"),
    ("documents.yaml", "'2026-01-01'", "2026-02-29"),
    ("documents.yaml", "'2026-01-01'", "2026/01/01"),
    ("documents.yaml", "sequence: 1", "earliest: 2026-01"),
    ("exceptions.yaml", "reason: 示例", "reason: 示例, until: 明天"),
    ("statements.yaml", layout, "{claim: exists, of: districts, at: 昨天}"),
    ("statements.yaml", layout, "{claim: deadline, of: roads, status: 建成, by: '2018-02'}"),
    // bad units and bounds
    ("plan.yaml", "tolerance: 0.002 m", "tolerance: 2 m2"),
    ("plan.yaml", "tolerance: 0.002 m", "tolerance: 2 mu"),
    ("plan.yaml", "tolerance: 0.002 m", "tolerance: -1 m"),
    ("statements.yaml", layout, "{claim: area, of: districts, is: 5}"),
    ("statements.yaml", layout, "{claim: near, of: districts, to: roads, within: 5 km2}"),
    ("statements.yaml", layout, "{claim: coverage-share, of: roads, by: 绿化, at_least: 80}"),
    ("statements.yaml", layout, "{claim: count, of: districts, is: -1}"),
    ("exceptions.yaml", "reason: 示例", "reason: 示例, area: [1, 2, 3]"),
    ("exceptions.yaml", "reason: 示例", "reason: 示例, area: [1, 2, 3, 91]"),
    // words that are none, and empty values
    ("plan.yaml", "kind: road,", "kind: road, where: {class: 主干},"),
    ("plan.yaml", "kind: road,", "kind: road, where: {class: },"),
    ("plan.yaml", "kind: road,", "kind: road, geometry: lines,"),
    ("plan.yaml", "purpose: 示意", "status_words: {推进: 快了}"),
    ("plan.yaml", "{rule: A01, on: districts", "{rule: A01, on: districts, where: {}"),
    ("plan.yaml", "{rule: A01, on: districts", "{rule: A01, on: districts, where: all"),
    ("statements.yaml", layout, "{claim: direction, of: roads, is: 东北}"),
    ("statements.yaml", layout, "{claim: coverage-share, of: roads, by: 拆除, at_least: 80 %}"),
    ("exceptions.yaml", "[district.east, district.west]", "[]"),
    ("exceptions.yaml", "reason: 示例", "reason: ' '"),
    ("roads.geojson", "\"kind\":\"road\"", "\"kind\":\"raod\""),
    ("roads.geojson", "\"basis\":\"assumed\"", "\"basis\":\"guessed\""),
    ("roads.geojson", "\"start\"", "\"accuracy_m\":\"far\",\"start\""),
    ("roads.geojson", "[[0,-0.004],[0,0],[0,0.004]]", "[[[0,-0.004],[0,0],[0,0.004]]]"),
    // keys that do not go together
    ("statements.yaml", layout, "{claim: count, structure: layout, is: 2}"),
    ("statements.yaml", layout, "{claim: count, of: districts, is: 2, at_least: 1}"),
    ("statements.yaml", layout, "{claim: status-at, of: roads, status: 在建, word: 推进}"),
    ("statements.yaml", "terms:", "out_of_scope: {because: none, note: 无}\n    terms:"),
  ]

  private static let layout = "{claim: count, structure: layout}"

  @Test(.enabled(if: Thoroughness.isFull)) func whatIsDamagedIsWholeBefore() throws {
    let workspace = try Workspace.withStarter()
    try SchemaJudge.furnish(workspace)
    #expect(try workspace.run("check", "plan").status == 0)
    try Self.expectNoRefusal(of: Self.files(of: URL(fileURLWithPath: workspace.path("plan"))))
    #expect(Self.damages.count > 60)
  }

  /// What may be left out may be left empty.
  @Test(arguments: [
    ("plan.yaml", "author: ''", "author:"), ("plan.yaml", "tolerance: 0.002 m", "tolerance: ~"),
    ("documents.yaml", "sequence: 1", "publisher: , earliest: null"),
    ("statements.yaml", "terms: [两片区]", "terms:\n    out_of_scope:"),
    ("plan.yaml", "precision: 8", "precision:"),
    ("documents.yaml", "sequence: 1", "inferred: True"),
    ("exceptions.yaml", "reason: 示例", "reason: 2018, date: ~, conflict: null"),
  ])
  func anEmptyValueIsAsGoodAsAbsent(file: String, old: String, new: String) throws {
    let workspace = try Workspace.withStarter()
    try SchemaJudge.furnish(workspace)
    try workspace.replaceFirst(old, with: new, in: "plan/\(file)")
    let outcome = try workspace.run("check", "plan")
    #expect(outcome.status == 0, "\(outcome)")
    let path = workspace.path("plan/\(file)")
    #expect(try SchemaJudge.refusal(of: path, by: String(file.dropLast(5))) == nil)
  }

  /// A program is run for each; all of them in the deep tests.
  private static let tried = Thoroughness.chosen(of: Array(damages.indices), oneIn: 16)

  @Test(arguments: tried)
  func aFaultIsRefusedByTheSchemaAndByTheReader(index: Int) throws {
    let (file, old, new) = Self.damages[index]
    let workspace = try Workspace.withStarter()
    try SchemaJudge.furnish(workspace)
    try workspace.replaceFirst(old, with: new, in: "plan/\(file)")
    let outcome = try workspace.run("check", "plan")
    #expect(outcome.status != 0, "\(file): \(new)\n\(outcome)")
    let said = outcome.output + outcome.errors
    #expect(said.contains("plan/\(file):"), "\(file): \(new)\n\(outcome)")
    #expect(Self.refusedBySchema.contains(index), "\(file): \(new)")
  }

  /// The damages that the schemas refuse: judged together, because the judge takes its time to start.
  private static let refusedBySchema: Set<Int> = {
    do {
      return try judged()
    } catch {
      Issue.record(error)
      return []
    }
  }()

  private static func judged() throws -> Set<Int> {
    let workspace = try Workspace.withStarter()
    try SchemaJudge.furnish(workspace)
    var paths: [String: [String]] = [:]
    for (index, damage) in damages.enumerated() {
      let copy = "damaged/\(index)-\(damage.file)"
      try workspace.write(try workspace.text("plan/\(damage.file)"), to: copy)
      try workspace.replaceFirst(damage.old, with: damage.new, in: copy)
      paths[damage.file, default: []].append(workspace.path(copy))
    }
    var refused: Set<Int> = []
    for (file, paths) in paths {
      let schema = file.hasSuffix(".geojson") ? "features" : String(file.dropLast(5))
      for line in try SchemaJudge.refusals(of: paths, by: schema) {
        guard let path = paths.first(where: { line.hasPrefix("\($0): ") }),
          let number = path.split(separator: "/").last?.split(separator: "-").first
        else { continue }
        refused.formUnion(Int(number).map { [$0] } ?? [])
      }
    }
    return refused
  }

  /// What is done to the sheets of ours.
  private static let sheetDamages: [(old: String, new: String)] = [
    ("title:", "titel:"), ("scale: 1:70000", "scale: 70000:1"), ("- id:", "- #"), ("style:", "#"),
    ("paper: A3 landscape", "paper: A3"), ("scale: 1:70000", ""), ("size: 88 mm", "size: wide"),
    ("gxq_sheets: 1", "gxq_sheets: 2"), ("works: all", "works: some"), ("sheets:", "sheet:"),
    ("scale: 1:70000", "scale: 1:5"), ("works: all", "works:"), ("works: all", "as_of: 2018-02-30"),
    ("graticule: 2 min", "graticule: 2 km"), ("extent: zone", "extent: {zone: 1}"),
    ("furniture: [title,", "furniture: [titel,"), ("side: right", "side: rigth"),
    ("grid: 2 km", "grid: 2 miles"), ("locator: {layers:", "locator: {layer:"),
    ("locator: {layers: [surrounding-areas, zone]}", "bleed: 3 km"),
    ("locator: {layers: [surrounding-areas, zone]}", "crop_marks: perhaps"),
    ("panel: {side: right, size: 88 mm}", "design: A9 portrait"),
  ]

  @Test(arguments: Thoroughness.chosen(of: Array(sheetDamages.indices), oneIn: 7))
  func aFaultOfSheetsIsRefusedByTheSchemaAndByTheReader(index: Int) throws {
    let (old, new) = Self.sheetDamages[index]
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.replaceFirst(old, with: new, in: "styles/sheets.yaml")
    let outcome = try workspace.run("render", "--sheet", "structure", "-o", "maps")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.hasPrefix("styles/sheets.yaml:"), "\(outcome)")
  }

  @Test func everyFaultOfSheetsIsRefusedByTheSchema() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let paths = try Self.sheetDamages.indices.map { index in
      let copy = "damaged/\(index)-sheets.yaml"
      try workspace.write(try workspace.text("styles/sheets.yaml"), to: copy)
      try workspace.replaceFirst(
        Self.sheetDamages[index].old, with: Self.sheetDamages[index].new, in: copy)
      return workspace.path(copy)
    }
    let refused = try SchemaJudge.refusals(of: paths, by: "sheets")
    for path in paths {
      #expect(refused.contains { $0.hasPrefix("\(path): ") }, "\(path)")
    }
  }

  @Test func unknownSchemaIsAskedBack() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("schema", "plann")
    #expect(outcome.status == 64)
    #expect(
      outcome.errorLines.first == "gxq-map: error: unknown schema 'plann'; did you mean 'plan'?")
  }
}
