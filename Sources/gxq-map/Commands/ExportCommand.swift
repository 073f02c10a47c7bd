internal import ArgumentParser
internal import DistrictPlan
internal import PlanExchange
internal import Messages

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the plan as RFC 7946 GeoJSON for other programs.",
    discussion: """
      Without --layer every layer goes to a file of its own, and plan.geojson holds everything.
      Example: gxq-map export --layer districts -o - | ogrinfo -al -so /vsistdin/
      """)

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: ArgumentHelp("Write only this layer; may repeat.", valueName: "id"))
  var layer: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to; - writes one layer, or everything, to standard output.",
      valueName: "dir"))
  var output = "build/geojson"

  @Option(
    name: .long,
    help: ArgumentHelp("Statuses as the documents had told them by this day.", valueName: "date"))
  var asOf: CalendarDay?

  func run() throws {
    let language = options.language
    try reporting(language) {
      let plan = try options.load().faultless()
      let layers = try layer.map { try find($0, in: plan) }
      let export = GeoJSONExport(plan, asOf: asOf)
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
      for file in files { try OutputFile.write(file.bytes, to: "\(output)/\(file.name)") }
      Terminal.note(
        language == .chinese
          ? "已写入 \(files.count) 个文件：\(output)" : "wrote \(files.count) files to \(output)")
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
