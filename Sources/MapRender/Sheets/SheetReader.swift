internal import DistrictPlan
internal import FileShapes
internal import GeoJSONCoding
internal import MapStyle
internal import Messages
internal import PlanFindings

/// Reads the entries of `sheets.yaml`; the first fault ends it.
struct SheetReader {
  let directory: String
  private var log = FaultLog()
  private let library: SymbolLibrary
  private(set) var looks: SheetLooks
  private var styles: [String: (style: StyleDocument, symbols: SheetSymbols)] = [:]

  /// - Parameter theme: The look that all sheets take on instead of their own.
  init(directory: String, library: SymbolLibrary, theme: String? = nil) {
    (self.directory, self.library) = (directory, library)
    looks = SheetLooks(directory: directory, wanted: theme)
  }

  mutating func sheets(in source: SourceText) throws(RenderError) -> [Sheet] {
    let root: YAMLNode
    do {
      root = try YAMLFile.root(of: source)
    } catch {
      throw RenderError(location: error.location, message: error.message, help: error.help)
    }
    try checkVersion(of: root)
    let top = try object(root, as: SheetShapes.catalog)
    try looks.read(palettes: top["palettes"]?.items, themes: top.texts("themes"))
    let defaults = try top["defaults"].map { node throws(RenderError) in
      try object(node, as: SheetShapes.sheet.partial)
    }
    var result: [Sheet] = []
    for item in top["sheets"]?.items ?? [] {
      let entry = try object(item, as: SheetShapes.sheet, over: defaults)
      let sheet = try self.sheet(entry, number: result.count + 1)
      guard !result.contains(where: { $0.id == sheet.id }) else {
        throw RenderError(
          location: item.location,
          message: Wording("the sheet '\(sheet.id)' stands twice", zh: "图纸“\(sheet.id)”重复"))
      }
      result.append(sheet)
    }
    try looks.checkNames(of: styles.values.map(\.style))
    return result
  }

  /// Another version may have other keys, so it is looked at first.
  private func checkVersion(of root: YAMLNode) throws(RenderError) {
    let member = root.members?.first { $0.key.text == "gxq_sheets" }
    guard let version = member?.value, version.text != "1" else { return }
    let found = version.typeName
    throw RenderError(
      location: version.location,
      message: Wording(
        "the key 'gxq_sheets' is \(found.english); this program reads version 1",
        zh: "键“gxq_sheets”为\(found.chinese)，本程序读取版本 1"))
  }

  /// Holds a node against a shape.
  ///
  /// - Throws: The first fault.
  mutating func object(
    _ node: YAMLNode, as shape: ObjectShape, over defaults: ShapedObject? = nil
  ) throws(RenderError) -> ShapedObject {
    let object = log.object(node, as: shape, over: defaults)
    // A fault that has been said is the end, so the log never has more than those of one object.
    guard let object, log.faults.isEmpty else {
      throw RenderError(
        location: log.faults.first?.location ?? node.location,
        message: log.faults.first?.message ?? ValueShape.object(shape).title,
        help: log.faults.first?.help)
    }
    return object
  }

  private mutating func sheet(_ entry: ShapedObject, number: Int) throws(RenderError) -> Sheet {
    let title = entry.text("title") ?? ""
    let extent = entry["extent"]
    let theme = try looks.theme(entry["theme"])
    let (style, symbols) = try style(entry, under: theme)
    let paper = try paper(entry)
    return Sheet(
      id: entry.text("id") ?? "", number: number,
      title: Wording(entry.text("title_en") ?? title, zh: title),
      paper: paper, works: entry.word("works", as: SheetWorks.self) ?? .all,
      asOf: entry.text("as_of").flatMap { CalendarDay($0) },
      labels: entry.word("labels", as: LabelLanguage.self), location: entry.location,
      theme: theme, style: style, symbols: symbols,
      scale: entry.text("scale").flatMap { SheetScale($0) } ?? .fit,
      design: entry.text("design").flatMap { PaperSize($0) } ?? paper,
      bleed: entry.text("bleed").flatMap { SheetMeasure.number($0, unit: "mm") } ?? 0,
      hasCropMarks: entry.flag("crop_marks") ?? false,
      extent: Reference(
        names: extent?.texts ?? [], location: extent?.location ?? entry.location),
      panel: try panel(entry), numbered: entry.texts("numbered") ?? [],
      graticule: entry.text("graticule").flatMap { SheetMeasure.number($0, unit: "min") } ?? 2,
      grid: entry.text("grid").flatMap(SheetMeasure.metres),
      furniture: entry.texts("furniture").map { Set($0.compactMap(Furniture.init)) }
        ?? Set(Furniture.allCases),
      locator: try locator(entry), wind: try wind(entry), table: try table(entry),
      atlas: try atlas(entry),
      slogan: entry.text("slogan"), notes: wordings("notes", of: entry),
      severities: try severities(entry), marks: marks(entry),
      imprint: wordings("imprint", of: entry))
  }

  private func paper(_ entry: ShapedObject) throws(RenderError) -> PaperSize {
    guard let paper = entry.text("paper").flatMap({ PaperSize($0) }) else {
      throw RenderError(
        location: entry.location, message: Wording("the sheet has no paper", zh: "图纸没有纸张"))
    }
    return paper
  }

  private mutating func panel(_ entry: ShapedObject) throws(RenderError) -> SheetPanel {
    var panel = SheetPanel()
    guard let node = entry["panel"] else { return panel }
    let values = try object(node, as: SheetShapes.panel)
    panel.side = values.word("side", as: SheetPanel.Side.self) ?? panel.side
    panel.size =
      values.text("size").flatMap { SheetMeasure.number($0, unit: "mm") } ?? panel.size
    panel.columns = values.integer("columns") ?? panel.columns
    return panel
  }

  private mutating func severities(_ entry: ShapedObject) throws(RenderError) -> [String: Severity?]
  {
    guard let node = entry["lint"] else { return [:] }
    let values = try object(node, as: SheetShapes.lint)
    var result: [String: Severity?] = [:]
    for rule in LintRegistry.all {
      guard let word = values.text(rule.guide.code) else { continue }
      result[rule.guide.code] = .some(Severity(rawValue: word))
    }
    return result
  }

  private func wordings(_ key: String, of entry: ShapedObject) -> [Wording] {
    let chinese = entry.texts(key) ?? []
    let english = entry.texts("\(key)_en") ?? chinese
    return chinese.enumerated().map { index, text in
      Wording(english.indices.contains(index) ? english[index] : text, zh: text)
    }
  }

  private mutating func style(
    _ entry: ShapedObject, under theme: SheetTheme
  ) throws(RenderError) -> (style: StyleDocument, symbols: SheetSymbols) {
    let name = entry.text("style") ?? ""
    let key = "\(theme.id ?? "") \(name)"
    if let known = styles[key] { return known }
    let source = try SheetCatalog.read(name, in: directory, namedAt: entry["style"]?.location)
    let values = looks.values(under: theme)
    var style = try RenderError.wrapping { () throws(StyleError) in
      try StyleDocument.parse(source, with: values)
    }
    let names = Set(library.names)
    for index in style.layers.indices { style.layers[index].symbols = names }
    let symbols = SheetSymbols(
      library: library, places: StyleSymbols(library: library, locationsIn: source))
    try symbols.places.check(style)
    styles[key] = (style, symbols)
    return (style, symbols)
  }
}
