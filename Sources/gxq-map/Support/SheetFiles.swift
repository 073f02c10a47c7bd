internal import DistrictPlan
internal import MapRender
internal import Messages

/// Turns sheets into files and puts them where they belong.
struct SheetFiles {
  /// What was asked of each format.
  struct Settings {
    let text: TextMode
    let dotsPerInch: Int
    /// When a PDF says that it was made; `nil` for the day that its sheets show.
    let date: DocumentDate?
  }

  /// A file that waits to be written; `path` is `nil` for standard output.
  struct File {
    enum Content {
      case bytes([UInt8])
      /// The SVG of a sheet, which is made while it is written.
      case svg(RenderedSheet)
    }

    let path: String?
    let content: Content
  }

  let output: SheetOutput
  let settings: Settings
  /// The title of a PDF of many sheets.
  let bookTitle: String

  /// The files of one sheet; none where all sheets go into one PDF.
  func files(of sheet: RenderedSheet) throws(RenderError) -> [File] {
    guard !isBook else { return [] }
    var files: [File] = []
    for format in output.formats where format != .pdf || sheet.atlas == nil {
      let path: String? =
        switch output.place {
        case .standardOutput: nil
        case .file(let path): path
        case .folder(let folder):
          "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(sheet.id).\(format.rawValue)"
        }
      files.append(File(path: path, content: try content(of: sheet, as: format)))
    }
    return files
  }

  /// The atlases among some sheets as one PDF each.
  private func atlases(_ sheets: [RenderedSheet]) throws(RenderError) -> [File] {
    guard case .folder(let folder) = output.place, output.formats.contains(.pdf) else { return [] }
    var files: [File] = []
    var seen: Set<String> = []
    for case let atlas? in sheets.map(\.atlas) where seen.insert(atlas).inserted {
      let pages = sheets.filter { $0.atlas == atlas }
      files.append(
        File(
          path: "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(atlas).pdf",
          content: .bytes(try RenderedSheet.pdf(of: pages, date: settings.date))))
    }
    return files
  }

  /// Writes the files, or all sheets as one PDF.
  func write(_ sheets: [RenderedSheet], _ files: [File]) throws {
    var files = files + (try atlases(sheets))
    if isBook {
      let path: String? = if case .file(let path) = output.place { path } else { nil }
      let title = sheets.count > 1 ? bookTitle : nil
      files = [
        File(
          path: path,
          content: .bytes(
            try RenderedSheet.pdf(of: sheets, title: title, date: settings.date)))
      ]
    }
    for file in files {
      guard let path = file.path else {
        file.content.write { Terminal.output($0) }
        continue
      }
      try OutputFile.write(to: path) { (sink) throws(PlanError) in
        try file.content.write { (bytes) throws(PlanError) in try sink.put(bytes) }
      }
      Terminal.note(path)
    }
  }

  /// Whether all sheets go into one file.
  private var isBook: Bool {
    if case .folder = output.place { return false }
    return output.formats == [.pdf]
  }

  private func content(
    of sheet: RenderedSheet, as format: SheetFormat
  ) throws(RenderError) -> File.Content {
    switch format {
    case .svg where sheet.isLong && settings.text == .glyphs: .svg(sheet)
    case .svg: .bytes(try sheet.svg(text: settings.text))
    case .png: .bytes(try sheet.png(dotsPerInch: Double(settings.dotsPerInch)))
    case .pdf: .bytes(try RenderedSheet.pdf(of: [sheet], date: settings.date))
    }
  }
}

extension SheetFiles.File.Content {
  /// Writes what the file holds, piece after piece.
  fileprivate func write<Failure: Error>(
    to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .bytes(let bytes): try put(bytes)
    case .svg(let sheet): try sheet.writeSVG(to: put)
    }
  }
}
