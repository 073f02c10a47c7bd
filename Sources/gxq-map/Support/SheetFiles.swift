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
    let path: String?
    let bytes: [UInt8]
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
      files.append(File(path: path, bytes: try bytes(of: sheet, as: format)))
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
          bytes: try RenderedSheet.pdf(of: pages, date: settings.date)))
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
          bytes: try RenderedSheet.pdf(of: sheets, title: title, date: settings.date))
      ]
    }
    for file in files {
      guard let path = file.path else {
        Terminal.output(file.bytes)
        continue
      }
      try OutputFile.write(file.bytes, to: path)
      Terminal.note(path)
    }
  }

  /// Whether all sheets go into one file.
  private var isBook: Bool {
    if case .folder = output.place { return false }
    return output.formats == [.pdf]
  }

  private func bytes(
    of sheet: RenderedSheet, as format: SheetFormat
  ) throws(RenderError) -> [UInt8] {
    switch format {
    case .svg: try sheet.svg(text: settings.text)
    case .png: try sheet.png(dotsPerInch: Double(settings.dotsPerInch))
    case .pdf: try RenderedSheet.pdf(of: [sheet], date: settings.date)
    }
  }
}
