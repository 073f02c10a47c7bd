internal import ArgumentParser
internal import DistrictPlan
internal import MapRender
internal import Messages

/// How sheets are drawn.
struct SheetOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The folder that holds sheets.yaml; else beside the plan.", valueName: "dir")
  )
  var styles: String?

  /// The sheets for a plan.
  func catalog(forPlan folder: String, theme: String? = nil) throws -> SheetCatalog {
    guard let directory = styles ?? Bundled.styles(forPlan: folder) else {
      throw PlanError(
        message: Wording(
          "no sheets.yaml beside the plan '\(folder)'", zh: "规划“\(folder)”旁没有 sheets.yaml"),
        help: Wording("name the folder that holds it with --styles", zh: "用 --styles 指定其文件夹"))
    }
    return try SheetCatalog.load(stylesDirectory: directory, theme: theme)
  }
}

/// Which sheets show which features.
enum SheetIndex {
  /// The ids of the sheets that draw each feature, by feature id; empty where there are no sheets.
  static func sheets(of plan: Plan, drawnBy options: SheetOptions, time: TimeOptions) throws
    -> [String: [String]]
  {
    // Sheets made for another plan say nothing about this one.
    guard options.styles != nil || Bundled.ownStyles(ofPlan: plan.directory) != nil else {
      return [:]
    }
    let catalog = try options.catalog(forPlan: plan.directory)
    let renderer = SheetRenderer(
      plan: plan, catalog: catalog,
      options: RenderOptions(asOf: time.asOf, works: try time.selection(of: plan)))
    var result: [String: [String]] = [:]
    for sheet in try catalog.sheets(named: []) {
      for feature in try renderer.render(sheet).drawn {
        result[feature, default: []].append(sheet.id)
      }
    }
    return result
  }
}
