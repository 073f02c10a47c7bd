internal import CCairo
internal import Messages
internal import PlanFindings

/// Writes sheets as one PDF: a page and a bookmark each, fonts embedded, every text found whole.
///
/// cairo draws; layers, language, the text of labels, dates and identifier are written into its file
/// afterwards, because it has no words for them.
struct PDFWriter {
  /// The title of the document.
  let title: String
  /// The language of the text, such as `zh-CN`.
  let languageTag: String
  /// `nil` where nothing is dated.
  let date: DocumentDate?

  func pdf(of pages: [SheetPage]) throws(RenderError) -> [UInt8] {
    let (drawn, notes) = try draw(pages)
    var file = try PDFFile(drawn)
    let numbers = try file.pages()
    guard numbers.count == pages.count else {
      throw PDFFile.strange("\(numbers.count) pages of \(pages.count)")
    }
    var groups: [String] = []
    var all: [Int] = []
    for (index, page) in numbers.enumerated() {
      let marker = notes[index]
      let layers = marker.layers.map {
        file.add("\n<< /Type /OCG /Name \(PDFText.string($0.name)) >>\n")
      }
      all += layers
      let order = Self.order(marker.layers, layers, below: nil)
      groups.append(pages.count > 1 ? "\(PDFText.string(pages[index].title)) [ \(order) ]" : order)
      let contents = try file.reference("/Contents", of: page)
      let named = try PDFContent.named(try file.stream(contents), marker.marks) { "oc\($0)" }
      try file.replaceStream(contents, with: named)
      try file.extend(page, with: Self.boxes(of: pages[index]))
      guard !layers.isEmpty else { continue }
      let names = layers.enumerated().map { "/oc\($0) \($1) 0 R" }.joined(separator: " ")
      try file.extend(
        try file.reference("/Resources", of: page), with: "   /Properties << \(names) >>\n")
    }
    try Self.gather(&file, languageTag: languageTag)
    let references = all.map { "\($0) 0 R" }.joined(separator: " ")
    try file.extend(
      file.root,
      with: """
           /Lang (\(languageTag))
           \(file.has("/MarkInfo", in: file.root) ? "" : "/MarkInfo << /Marked true >>")
           /ViewerPreferences << /DisplayDocTitle true >>
           /PageMode /\(pages.count > 1 ? "UseOutlines" : "UseOC")
           /OCProperties << /OCGs [ \(references) ]
              /D << /BaseState /ON /Order [ \(groups.joined(separator: " ")) ] >> >>

        """)
    let producer = cairo.cairo_version_string().map { String(cString: $0) } ?? ""
    file.replace(
      file.info,
      with: """

        << /Title \(PDFText.string(title))
           /Creator (gxq-map)
           /Producer (cairo \(producer))
           \(date.map { "/CreationDate (\($0.pdf))" } ?? "")
        >>

        """)
    return file.bytes()
  }

  /// What printers read of a page that is cut: the finished sheet, and how far ink reaches over its edge.
  private static func boxes(of page: SheetPage) -> String {
    guard let trim = page.trim else { return "" }
    func entry(_ name: String, _ box: PaperBox) -> String {
      // Points, y up.
      let corners = [
        box.minX, page.size.height - box.maxY, box.maxX, page.size.height - box.minY,
      ].map { DecimalText.trimmed($0 * scale, decimals: 3) }
      return "   /\(name) [ \(corners.joined(separator: " ")) ]\n"
    }
    return entry("TrimBox", trim) + entry("BleedBox", trim.grown(by: page.bleed))
  }

  /// Puts everything of the structure into one element, as readers of tagged files ask for.
  ///
  /// The root's number becomes the document's, because all that lies in it points there.
  private static func gather(_ file: inout PDFFile, languageTag: String) throws(RenderError) {
    let number = try file.reference("/StructTreeRoot", of: file.root)
    guard let list = file.list("/K", of: number) else { return }
    let parents = try file.reference("/ParentTree", of: number)
    let root = file.add(
      """

      << /Type /StructTreeRoot
         /ParentTree \(parents) 0 R
         /K [ \(number) 0 R ]
      >>

      """)
    file.replace(
      number,
      with: """

        << /Type /StructElem
           /S /Document
           /P \(root) 0 R
           /Lang (\(languageTag))
           /K [ \(list) ]
        >>

        """)
    try file.redirect("/StructTreeRoot", of: file.root, to: root)
  }

  /// The layers as a viewer lists them.
  private static func order(
    _ layers: [PDFMarker.Layer], _ numbers: [Int], below parent: Int?
  ) -> String {
    layers.indices.filter { layers[$0].parent == parent }.map { index in
      let inner = order(layers, numbers, below: index)
      return "\(numbers[index]) 0 R" + (inner.isEmpty ? "" : " [ \(inner) ]")
    }.joined(separator: " ")
  }

  /// What cairo makes of the pages, and what their contents are.
  private func draw(_ pages: [SheetPage]) throws(RenderError) -> ([UInt8], [PDFMarker]) {
    try DrawingLibrary.demand(.cairo)
    let sink = ByteSink()
    // Each page says its own size.
    guard
      let surface = cairo.cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, 1, 1)
    else { throw PDFFile.strange("there is none") }
    defer { cairo.cairo_surface_destroy(surface) }
    cairo.cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    let fonts = try MachineFonts(for: SheetText(of: pages.flatMap(\.items)).scalars)
    var notes: [PDFMarker] = []
    var chapters: [String: Int32] = [:]
    for (index, page) in pages.enumerated() {
      cairo.cairo_pdf_surface_set_size(
        surface, page.size.width * Self.scale, page.size.height * Self.scale)
      let parent = page.chapter.flatMap { chapters[$0] } ?? CAIRO_PDF_OUTLINE_ROOT
      let outline = cairo.cairo_pdf_surface_add_outline(
        surface, parent, page.title, "page=\(index + 1)",
        page.chapter != nil && parent == CAIRO_PDF_OUTLINE_ROOT
          ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0))
      if let chapter = page.chapter, chapters[chapter] == nil { chapters[chapter] = outline }
      let painter = try CairoPainter(surface: surface, scale: Self.scale, fonts: fonts)
      let marker = PDFMarker()
      painter.marker = marker
      try painter.draw(page.items)
      marker.end(on: painter.context)
      cairo.cairo_show_page(painter.context)
      try RenderError.check(cairo.cairo_status(painter.context))
      notes.append(marker)
    }
    cairo.cairo_surface_finish(surface)
    try RenderError.check(cairo.cairo_surface_status(surface))
    return (sink.bytes, notes)
  }

  /// Points in a millimetre.
  private static let scale = 72 / 25.4
}
