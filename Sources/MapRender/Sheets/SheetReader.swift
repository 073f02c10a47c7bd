internal import DistrictPlan
internal import GeoJSONCoding
internal import MapStyle
internal import Messages

/// Reads the entries of `sheets.yaml`.
struct SheetReader {
  let directory: String
  private let library: SymbolLibrary
  private var looks: SheetLooks
  private var styles: [String: (style: StyleDocument, symbols: SheetSymbols)] = [:]

  /// - Parameter theme: The look that all sheets take on instead of their own.
  init(directory: String, library: SymbolLibrary, theme: String? = nil) {
    (self.directory, self.library) = (directory, library)
    looks = SheetLooks(directory: directory, wanted: theme)
  }

  private static let keys = [
    "id", "title", "title_en", "style", "paper", "scale", "extent", "works", "as_of", "panel",
    "numbered", "slogan", "graticule", "furniture", "notes", "notes_en", "imprint", "imprint_en",
    "theme",
  ]

  mutating func sheets(in root: SheetYAML) throws(RenderError) -> [Sheet] {
    let top = try root.mapping(
      known: ["gxq_sheets", "defaults", "sheets", "palettes", "themes"])
    guard let version = top["gxq_sheets"] else { throw root.missing("gxq_sheets") }
    guard try version.text() == "1" else {
      throw RenderError(
        location: version.location,
        message: Wording(
          "the key 'gxq_sheets' is '\(try version.text())'; this program reads version 1",
          zh: "键“gxq_sheets”为“\(try version.text())”，本程序读取版本 1"))
    }
    try looks.read(palettes: top["palettes"], themes: top["themes"])
    let defaults = try top["defaults"]?.mapping(known: Self.keys) ?? [:]
    guard let list = top["sheets"] else { throw root.missing("sheets") }
    var result: [Sheet] = []
    for item in try list.items() {
      let own = try item.mapping(known: Self.keys)
      let entry = Entry(node: item, values: defaults.merging(own) { _, own in own })
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

  /// One sheet's keys, with the defaults filled in.
  private struct Entry {
    let node: SheetYAML
    let values: [String: SheetYAML]

    func required(_ key: String) throws(RenderError) -> SheetYAML {
      guard let value = values[key] else { throw node.missing(key) }
      return value
    }

    func wordings(_ key: String) throws(RenderError) -> [Wording] {
      let chinese = try values[key]?.texts() ?? []
      let english = try values["\(key)_en"]?.texts() ?? chinese
      return chinese.enumerated().map { index, text in
        Wording(english.indices.contains(index) ? english[index] : text, zh: text)
      }
    }
  }

  private mutating func sheet(_ entry: Entry, number: Int) throws(RenderError) -> Sheet {
    let id = try identifier(entry.required("id"))
    let title = try entry.required("title").text()
    let furniture = try entry.values["furniture"].map { node throws(RenderError) in
      var words: Set<Furniture> = []
      for item in try node.items() { words.insert(try item.word(Furniture.self)) }
      return words
    }
    let extent = try entry.required("extent")
    let theme = try looks.theme(entry.values["theme"])
    let (style, symbols) = try style(entry.required("style"), under: theme)
    return Sheet(
      id: id, number: number,
      title: Wording(try entry.values["title_en"]?.text() ?? title, zh: title),
      paper: try paper(entry.required("paper")),
      works: try entry.values["works"]?.word(SheetWorks.self) ?? .all,
      asOf: try entry.values["as_of"].map { node throws(RenderError) in try day(node) },
      location: entry.node.location, theme: theme, style: style, symbols: symbols,
      denominator: try denominator(entry.required("scale")),
      extent: Reference(names: try extent.texts(), location: extent.location),
      panel: try entry.values["panel"].map { node throws(RenderError) in try panel(node) }
        ?? SheetPanel(),
      numbered: try entry.values["numbered"]?.texts() ?? [],
      graticule: try entry.values["graticule"]?.number(unit: "min", in: 0.1...600) ?? 2,
      furniture: furniture ?? Set(Furniture.allCases),
      slogan: try entry.values["slogan"]?.text(), notes: try entry.wordings("notes"),
      imprint: try entry.wordings("imprint"))
  }

  /// Ids become file names and XML ids.
  private func identifier(_ node: SheetYAML) throws(RenderError) -> String {
    let text = try node.text()
    let isName = text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isName, text.utf8.first.map({ (97...122).contains($0) }) == true else {
      throw node.expected(
        Wording("an id of lower-case letters, digits and '-'", zh: "由小写字母、数字和“-”组成的标识"))
    }
    return text
  }

  private func paper(_ node: SheetYAML) throws(RenderError) -> PaperSize {
    let text = try node.text()
    guard let paper = PaperSize(text) else { throw node.unknown(text, known: PaperSize.names) }
    return paper
  }

  private func denominator(_ node: SheetYAML) throws(RenderError) -> Double? {
    let text = try node.text()
    if text == "fit" { return nil }
    let parts = text.split(separator: ":")
    if parts.count == 2, parts[0] == "1", let number = Double(parts[1]),
      (100...100_000_000).contains(number)
    {
      return number
    }
    throw node.expected(
      Wording("a scale such as '1:70000', or 'fit'", zh: "比例尺，例如“1:70000”，或“fit”"))
  }

  private func day(_ node: SheetYAML) throws(RenderError) -> CalendarDay {
    let text = try node.text()
    guard let day = CalendarDay(text) else {
      throw node.expected(Wording("a day such as '2018-10-02'", zh: "日期，例如“2018-10-02”"))
    }
    return day
  }

  private func panel(_ node: SheetYAML) throws(RenderError) -> SheetPanel {
    let values = try node.mapping(known: ["side", "size", "columns"])
    var panel = SheetPanel()
    if let side = values["side"] { panel.side = try side.word(SheetPanel.Side.self) }
    if let size = values["size"] { panel.size = try size.number(unit: "mm", in: 30...400) }
    if let columns = values["columns"] {
      panel.columns = Int(try columns.number(unit: "", in: 1...8))
    }
    return panel
  }

  private mutating func style(
    _ node: SheetYAML, under theme: SheetTheme
  ) throws(RenderError) -> (style: StyleDocument, symbols: SheetSymbols) {
    let name = try node.text()
    let key = "\(theme.id ?? "") \(name)"
    if let known = styles[key] { return known }
    let source = try SheetCatalog.read(name, in: directory, namedAt: node.location)
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
