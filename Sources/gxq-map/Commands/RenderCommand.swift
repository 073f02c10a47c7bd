internal import ArgumentParser
internal import DistrictPlan
internal import MapRender
internal import Messages

struct RenderCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case svg
  }

  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the plan's map sheets.",
    discussion: """
      Draws every sheet into build/maps. Where no plan is found, draws the one the program comes with, \
      and says so.
      Example: gxq-map render --sheet works --as-of 2018-12 -o maps
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var sheets: SheetOptions

  @Option(name: .long, help: ArgumentHelp("Draw only this sheet; may repeat.", valueName: "id"))
  var sheet: [String] = []

  @Option(name: .long, help: "What to write: svg.")
  var format: Format = .svg

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to; - writes one sheet to standard output.", valueName: "dir"))
  var output = "build/maps"

  func run() throws {
    let language = options.language
    try reporting(language) {
      let folder = try planFolder(language)
      let plan = try PlanLoader.load(folder).faultless()
      let catalog = try sheets.catalog(forPlan: folder)
      let rendered = try draw(plan, catalog, language)
      try write(rendered, language)
    }
  }

  /// The plan here, or the one the program comes with.
  private func planFolder(_ language: Language) throws(PlanError) -> String {
    do {
      return try options.directory()
    } catch {
      guard options.named == nil, let bundled = Bundled.plan else { throw error }
      Terminal.note(
        language == .chinese
          ? "此处没有规划，改画自带的规划：\(bundled)"
          : "no plan here; drawing the one that comes with gxq-map: \(bundled)")
      return bundled
    }
  }

  private func draw(
    _ plan: Plan, _ catalog: SheetCatalog, _ language: Language
  ) throws -> [RenderedSheet] {
    let renderer = SheetRenderer(
      plan: plan, catalog: catalog,
      options: RenderOptions(
        asOf: time.asOf, works: try time.selection(of: plan), language: mapLanguage))
    let chosen = try sheets(in: catalog)
    return try chosen.map { try renderer.render($0) }
  }

  private func sheets(in catalog: SheetCatalog) throws(UsageError) -> [Sheet] {
    do {
      return try catalog.sheets(named: sheet)
    } catch {
      throw UsageError(error.message, help: error.help)
    }
  }

  /// Maps of a Chinese plan are Chinese unless the user says otherwise.
  private var mapLanguage: Language { options.lang ?? .chinese }

  /// The first layers that styles name and the plan does not have, and how many more there are.
  private func warn(_ rendered: [RenderedSheet], _ language: Language) {
    var seen: Set<Wording> = []
    let warnings = rendered.flatMap(\.warnings).filter { seen.insert($0.message).inserted }
    for warning in warnings.prefix(3) {
      let place = warning.location.map { "\($0): " } ?? ""
      let word = language == .chinese ? "警告" : "warning"
      Terminal.note("\(place)\(word): \(warning.message[language])")
    }
    guard warnings.count > 3 else { return }
    Terminal.note(
      language == .chinese
        ? "另有 \(warnings.count - 3) 个类似警告" : "and \(warnings.count - 3) more like these")
  }

  private func write(_ rendered: [RenderedSheet], _ language: Language) throws {
    warn(rendered, language)
    for sheet in rendered where !sheet.unplaced.isEmpty {
      let list = sheet.unplaced.joined(separator: ", ")
      Terminal.note(
        language == .chinese
          ? "\(sheet.id)：\(sheet.unplaced.count) 个注记放不下：\(list)"
          : "\(sheet.id): no room for \(sheet.unplaced.count) labels: \(list)")
    }
    if output == "-" {
      guard rendered.count == 1, let only = rendered.first else {
        throw UsageError(
          Wording(
            "standard output takes one sheet, asked for \(rendered.count)",
            zh: "标准输出只能写一张图，要求了 \(rendered.count) 张"),
          help: Wording(
            "name it with --sheet, or a folder with -o", zh: "用 --sheet 指定一张，或用 -o 指定文件夹"))
      }
      Terminal.output(only.svg)
      return
    }
    for sheet in rendered {
      let path = "\(output)/\(sheet.id).svg"
      try OutputFile.write(sheet.svg, to: path)
      Terminal.note(path)
    }
  }
}
