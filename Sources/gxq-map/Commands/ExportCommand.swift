internal import ArgumentParser
internal import DistrictPlan
internal import MapRender
internal import Messages
internal import PlanExchange

struct ExportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case geojson, maplibre
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the plan for other programs: GeoJSON, or web maps for MapLibre.",
    discussion: """
      GeoJSON is RFC 7946: without --layer every layer goes to a file of its own, and plan.geojson holds \
      everything. --simplestyle adds how the sheets draw each feature, so that web pages show it in colour.
      A web map is a folder for each sheet: style, data, icons, and a page that opens them.
      Example: gxq-map export --layer districts -o - | ogrinfo -al -so /vsistdin/
      Example: gxq-map export --format maplibre --sheet overview --theme dark -o web
      """)

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: "What to write: geojson or maplibre.")
  var format: Format = .geojson

  @Option(name: .long, help: ArgumentHelp("Write only this layer; may repeat.", valueName: "id"))
  var layer: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The sheet whose style counts; may repeat. Else all.", valueName: "id"))
  var sheet: [String] = []

  @Flag(name: .long, help: "Add simplestyle properties (stroke, fill, marker-color) to GeoJSON.")
  var simplestyle = false

  @OptionGroup var sheets: SheetOptions
  @OptionGroup var look: ThemeOptions
  @OptionGroup var time: TimeOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to, build/geojson or build/maplibre unless said; - writes one layer, or everything, to standard output.",
      valueName: "dir"))
  var output: String?

  func run() throws {
    let language = options.language
    try reporting(language) {
      let plan = try options.load().faultless()
      switch format {
      case .geojson: try writeGeoJSON(of: plan, language)
      case .maplibre: try writeWebMaps(of: plan, language)
      }
    }
  }

  private func writeGeoJSON(of plan: Plan, _ language: Language) throws {
    let layers = try layer.map { try find($0, in: plan) }
    let output = output ?? "build/geojson"
    var export = GeoJSONExport(plan, asOf: time.asOf)
    if simplestyle {
      let style = try SimpleStyle(
        of: plan, drawnBy: chosenSheets(for: plan), options: drawing(of: plan))
      export = GeoJSONExport(plan, asOf: time.asOf, hints: style.members)
    }
    if output == "-" {
      guard layers.count <= 1 else {
        throw UsageError(
          Wording(
            "standard output takes one layer, asked for \(layers.count)",
            zh: "标准输出只能写一个图层，要求了 \(layers.count) 个"),
          help: Wording("name a folder with -o", zh: "用 -o 指定文件夹"))
      }
      Terminal.output(layers.first.map(export.bytes) ?? export.everything())
      return
    }
    // Everything is made before anything is written.
    var files = (layers.isEmpty ? plan.layers : layers).map {
      (name: "\($0.id).geojson", bytes: export.bytes(of: $0))
    }
    if layers.isEmpty { files.append((name: "plan.geojson", bytes: export.everything())) }
    try write(files, to: output, language)
  }

  private func writeWebMaps(of plan: Plan, _ language: Language) throws {
    guard layer.isEmpty else {
      throw UsageError(
        Wording("a web map has the layers of its style", zh: "网页地图的图层由样式决定"),
        help: Wording(
          "choose a sheet with --sheet instead of --layer", zh: "用 --sheet 选择图纸，不用 --layer"))
    }
    let output = output ?? "build/maplibre"
    guard output != "-" else {
      throw UsageError(
        Wording("a web map is a folder of files", zh: "网页地图是一个文件夹"),
        help: Wording("name a folder with -o", zh: "用 -o 指定文件夹"))
    }
    let export = WebMapExport(plan: plan, options: try drawing(of: plan))
    let chosen = try chosenSheets(for: plan)
    let maps = try chosen.map { ($0.id, try export.map(of: $0)) }
    let files = maps.flatMap { id, map in
      map.files.map { (name: sheet.count == 1 ? $0.path : "\(id)/\($0.path)", bytes: $0.bytes) }
    }
    for (id, map) in maps {
      for omission in map.omissions { Terminal.note("\(id): \(omission[language])") }
    }
    try write(files, to: output, language)
  }

  private func write(
    _ files: [(name: String, bytes: [UInt8])], to folder: String, _ language: Language
  ) throws {
    for file in files { try OutputFile.write(file.bytes, to: "\(folder)/\(file.name)") }
    Terminal.note(
      language == .chinese
        ? "已写入 \(files.count) 个文件：\(folder)" : "wrote \(files.count) files to \(folder)")
  }

  /// Maps of a Chinese plan are Chinese unless the user says otherwise.
  private func drawing(of plan: Plan) throws -> RenderOptions {
    RenderOptions(
      asOf: time.asOf, works: try time.selection(of: plan), language: options.lang ?? .chinese)
  }

  private func chosenSheets(for plan: Plan) throws -> [Sheet] {
    let catalog = try sheets.catalog(forPlan: plan.directory, theme: look.theme)
    do {
      return try catalog.sheets(named: sheet)
    } catch {
      throw UsageError(error.message, help: error.help)
    }
  }

  private func find(_ id: String, in plan: Plan) throws(UsageError) -> Layer {
    if let layer = plan.layer(id) { return layer }
    let question = Suggestion.question(for: id, in: plan.layers.map(\.id))
    throw UsageError(
      Wording(
        "unknown layer '\(id)'\(question.english)", zh: "没有图层“\(id)”\(question.chinese)"),
      help: Wording(
        "layers: \(plan.layers.map(\.id).joined(separator: ", "))",
        zh: "图层：\(plan.layers.map(\.id).joined(separator: "、"))"))
  }
}
