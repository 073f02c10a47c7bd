internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import MapRender
internal import Messages
internal import Workforce

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the plan's map sheets.",
    discussion: """
      Draws every sheet into build/maps as SVG, PDF or PNG. Where no plan is found, draws the one the \
      program comes with, and says so. SVG needs no font; PDF, PNG and --text outline need the sheets' \
      own on this machine.
      Examples:
        gxq-map render --sheet works --as-of 2018-12 -o maps
        gxq-map render --format svg --format pdf --format png --dpi 300
        gxq-map render -o atlas.pdf
        gxq-map render --report --report-json lint.json
        gxq-map render --sheet water --format png -o - > water.png
        gxq-map render --paper A1 --bleed '3 mm' --crop-marks --format pdf
        gxq-map render --atlas districts -o districts.pdf
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var sheets: SheetOptions
  @OptionGroup var look: ThemeOptions
  @OptionGroup var page: PaperOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Draw only this sheet or page of an atlas; may repeat.", valueName: "id"))
  var sheet: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to write: svg, pdf or png; may repeat. Else what the file's name says, or svg.",
      valueName: "format"),
    completion: .list(SheetFormat.allCases.map(\.rawValue)))
  var format: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Dots per inch of PNG, \(Self.resolutions.lowerBound) to \(Self.resolutions.upperBound); 150 unless given.",
      valueName: "n"))
  var dpi: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      How SVG carries text: glyphs, the same in every program; path, a name on a curve as one text \
      to edit; outline, shapes that need no font. Else glyphs.
      """, valueName: "mode"),
    completion: .list(TextMode.allCases.map(\.rawValue)))
  var text: String?

  @Flag(
    name: .long,
    help: "Say on standard error what the rules of sheets find, and how many names found a place.")
  var report = false

  @Option(
    name: .long,
    help: ArgumentHelp("Write that report there as JSON; - is standard output.", valueName: "file"))
  var reportJson: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      The language of the names on the maps: zh, en, or zh+en for English below Chinese. Else what \
      the sheet says, or --lang.
      """, valueName: "language"),
    completion: .list(LabelLanguage.allCases.map(\.rawValue)))
  var labels: String?

  @OptionGroup var work: JobOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      The folder to write to; or a file, .pdf for all sheets in one, .svg or .png for one sheet; - is \
      standard output.
      """, valueName: "path"))
  var output = "build/maps"

  func run() throws {
    let language = options.language
    try reporting(language) {
      MemoryWatch.start(language)
      try work.apply()
      let output = try SheetOutput(formats: format, output: output)
      let settings = try self.settings(output)
      try refuseMixture(output)
      let folder = try planFolder(language)
      let plan = try PlanLoader.load(folder).faultless()
      let catalog = try sheets.catalog(forPlan: folder, theme: look.theme)
      let renderer = SheetRenderer(
        plan: plan, catalog: catalog,
        options: RenderOptions(
          asOf: time.asOf, works: try time.selection(of: plan), language: mapLanguage,
          labels: try labelLanguage()))
      let chosen = try sheets(of: renderer)
      try output.take(chosen.count)
      let writer = SheetFiles(
        output: output, settings: settings,
        bookTitle: mapLanguage == .english
          ? plan.manifest.titleEnglish ?? plan.manifest.title : plan.manifest.title)
      let isReported = report || reportJson != nil
      let rendered = try Workers.map(chosen, atOnce: Workers.count) { sheet in
        let rendered = try renderer.render(sheet)
        return (
          sheet: rendered, files: try writer.files(of: rendered),
          lint: isReported ? rendered.lint() : nil
        )
      }
      Kept.keep((plan, renderer, rendered))
      warn(rendered.map(\.sheet), language)
      try writer.write(rendered.map(\.sheet), rendered.flatMap(\.files))
      if isReported {
        let lints = SheetReport(plan: plan, sheets: chosen, lints: rendered.compactMap(\.lint))
        if report { lints.say(language) }
        if let reportJson { try lints.write(to: reportJson, language) }
      }
    }
  }

  static let resolutions = 10...1200

  /// Refuses a report where the sheets go.
  private func refuseMixture(_ output: SheetOutput) throws(UsageError) {
    guard reportJson == "-", output.place == .standardOutput else { return }
    throw UsageError(
      Wording(
        "standard output takes the sheet or the report, asked for both",
        zh: "标准输出只能写图纸或报告之一，两者都要求了"),
      help: Wording("name a file for --report-json", zh: "为 --report-json 指定文件"))
  }

  /// What was asked of each format, held against the formats that are written.
  private func settings(_ output: SheetOutput) throws(UsageError) -> SheetFiles.Settings {
    if let dpi {
      guard output.formats.contains(.png) else {
        throw UsageError(
          Wording(
            "--dpi is for png, asked for \(output.words)", zh: "--dpi 只用于 png，要求的是 \(output.words)"),
          help: Wording("add --format png", zh: "加上 --format png"))
      }
      guard Self.resolutions.contains(dpi) else {
        let (low, high) = (Self.resolutions.lowerBound, Self.resolutions.upperBound)
        throw UsageError(
          Wording(
            "\(dpi) dpi is outside \(low) to \(high)", zh: "\(dpi) dpi 不在 \(low) 至 \(high) 之间"),
          help: Wording("150 is fit for a screen, 300 for print", zh: "屏幕可用 150，打印可用 300"))
      }
    }
    var mode = TextMode.glyphs
    if let text {
      mode = try WordArgument.value(
        text, Wording("text mode", zh: "文字方式"), Wording("text modes", zh: "可用的文字方式"))
      guard output.formats.contains(.svg) else {
        throw UsageError(
          Wording(
            "--text is for svg, asked for \(output.words)",
            zh: "--text 只用于 svg，要求的是 \(output.words)"),
          help: Wording("add --format svg", zh: "加上 --format svg"))
      }
    }
    return SheetFiles.Settings(
      text: mode, dotsPerInch: dpi ?? 150,
      date: output.formats.contains(.pdf) ? try Self.buildDate() : nil)
  }

  /// `SOURCE_DATE_EPOCH`, so that builds repeat.
  private static func buildDate() throws(UsageError) -> DocumentDate? {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      return nil
    }
    guard let date = Int(text).flatMap({ DocumentDate(epoch: $0) }) else {
      throw UsageError(
        Wording(
          "SOURCE_DATE_EPOCH is '\(text)', no seconds since 1970",
          zh: "SOURCE_DATE_EPOCH 为“\(text)”，不是自 1970 年起的秒数"),
        help: Wording("set it to a whole number, or unset it", zh: "设为整数，或取消设置"))
    }
    return date
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

  private func sheets(of renderer: SheetRenderer) throws -> [Sheet] {
    do {
      let change = try page.change()
      return try renderer.sheets(named: sheet, atlas: page.atlas).map { sheet throws(RenderError) in
        try sheet.on(change)
      }
    } catch let error as RenderError where error.location == nil {
      throw UsageError(error.message, help: error.help)
    }
  }

  /// Maps of a Chinese plan are Chinese unless the user says otherwise.
  private var mapLanguage: Language { options.lang ?? .chinese }

  private func labelLanguage() throws(UsageError) -> LabelLanguage? {
    guard let labels else { return nil }
    return try WordArgument.value(
      labels, Wording("language of names", zh: "注记语言"), Wording("languages", zh: "可用的语言"))
  }

  /// The first layers that styles name and the plan does not have, how many more there are, and the names
  /// that found no place.
  private func warn(_ rendered: [RenderedSheet], _ language: Language) {
    var seen: Set<Wording> = []
    let warnings = rendered.flatMap(\.warnings).filter { seen.insert($0.message).inserted }
    for warning in warnings.prefix(3) {
      let place = warning.location.map { "\($0): " } ?? ""
      let word = language == .chinese ? "警告" : "warning"
      Terminal.note("\(place)\(word): \(warning.message[language])")
    }
    if warnings.count > 3 {
      Terminal.note(
        language == .chinese
          ? "另有 \(warnings.count - 3) 个类似警告" : "and \(warnings.count - 3) more like these")
    }
    for sheet in rendered {
      let names = sheet.labels.unplaced
      guard !names.isEmpty else { continue }
      let list = names.map { "'\($0.text)' (\($0.feature))" }.joined(separator: ", ")
      let chinese = names.map { "“\($0.text)”（\($0.feature)）" }.joined(separator: "、")
      let count = "\(names.count)/\(sheet.labels.wanted)"
      Terminal.note(
        language == .chinese
          ? "\(sheet.id)：\(count) 个注记放不下：\(chinese)"
          : "\(sheet.id): no room for \(count) names: \(list)")
    }
  }
}
