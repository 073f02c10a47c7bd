internal import DistrictPlan
internal import Messages

extension RenderedSheet {
  /// The sheet as SVG, its text as text.
  public var svg: [UInt8] { SVGWriter.svg(of: page) }

  /// Writes the sheet as SVG, its text as text, piece after piece: who writes a file of very many features need not
  /// have it in memory.
  public func writeSVG<Failure: Error>(
    to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try SVGWriter.write(page, to: put)
  }

  /// Whether the sheet draws so many features that its SVG is better written than kept.
  public var isLong: Bool { drawn.count > 10_000 }

  /// The sheet as SVG.
  ///
  /// - Throws: ``RenderError`` when outlines are asked for and this machine does not have the fonts.
  public func svg(text mode: TextMode) throws(RenderError) -> [UInt8] {
    try SVGWriter.svg(of: page, text: mode)
  }

  /// The sheet as a picture of true size, drawn by librsvg.
  ///
  /// - Throws: ``RenderError`` when this machine does not have the fonts, or the picture is too large.
  public func png(dotsPerInch: Double) throws(RenderError) -> [UInt8] {
    try MachineFonts.demand(SheetText(of: page.items).scalars.keys)
    return try PNGWriter(dotsPerInch: dotsPerInch)
      .png(of: svg, size: page.size, title: page.title)
  }

  /// Sheets as one PDF, a page and a bookmark each.
  ///
  /// - Parameters:
  ///   - title: The title of the document; `nil` for that of the first sheet.
  ///   - date: When the document says that it was made; `nil` for the latest day of its sheets.
  /// - Throws: ``RenderError`` when this machine does not have the fonts.
  public static func pdf(
    of sheets: [RenderedSheet], title: String? = nil, date: DocumentDate? = nil
  ) throws(RenderError) -> [UInt8] {
    guard let first = sheets.first else {
      throw RenderError(message: Wording("no sheet to write", zh: "没有要写的图纸"))
    }
    let writer = PDFWriter(
      title: title ?? first.page.title, languageTag: first.page.languageTag,
      date: date ?? sheets.compactMap(\.day).max().map { DocumentDate($0) })
    return try writer.pdf(of: sheets.map(\.page))
  }
}
