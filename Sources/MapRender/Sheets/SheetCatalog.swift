internal import DistrictPlan
internal import GeoJSONCoding
internal import MapStyle
internal import Messages

/// The map sheets that a styles folder declares.
public struct SheetCatalog: Sendable {
  /// The name of the file that declares them.
  public static let fileName = "sheets.yaml"

  /// The sheets in the order of the file.
  public let sheets: [Sheet]
  /// The themes that the file names, in its order.
  public let themes: [String]

  /// Reads `sheets.yaml`, the styles it names and the symbols beside it.
  ///
  /// - Parameter theme: The look that all sheets take on instead of their own.
  /// - Throws: ``RenderError`` with the place of the first fault.
  public static func load(
    stylesDirectory: String, theme: String? = nil
  ) throws(RenderError) -> SheetCatalog {
    let source = try read(fileName, in: stylesDirectory, namedAt: nil)
    var reader = SheetReader(
      directory: stylesDirectory,
      library: try SymbolLibrary.load(stylesDirectory: stylesDirectory), theme: theme)
    let sheets = try reader.sheets(in: source)
    return SheetCatalog(sheets: sheets, themes: reader.looks.names)
  }

  /// The sheet with an id.
  public func sheet(_ id: String) -> Sheet? { sheets.first { $0.id == id } }

  /// The sheets with some ids, in the order of the catalogue; all that are no atlas when there are none.
  ///
  /// - Throws: ``RenderError`` for an id that no sheet has.
  public func sheets(named ids: [String]) throws(RenderError) -> [Sheet] {
    guard !ids.isEmpty else { return sheets.filter { $0.atlas == nil } }
    let known = sheets.map(\.id)
    for id in ids where !known.contains(id) { throw Self.unknown(id, known: known) }
    return sheets.filter { ids.contains($0.id) }
  }

  static func unknown(_ id: String, known: [String]) -> RenderError {
    let question = Suggestion.question(for: id, in: known)
    return RenderError(
      message: Wording(
        "unknown sheet '\(id)'\(question.english)", zh: "没有名为“\(id)”的图纸\(question.chinese)"),
      help: Wording(
        "known sheets: \(known.joined(separator: ", "))",
        zh: "可用的图纸：\(known.joined(separator: "、"))"))
  }

  static func read(
    _ name: String, in directory: String, namedAt location: SourceLocation?
  ) throws(RenderError) -> SourceText {
    let isInside =
      !name.hasPrefix("/") && !name.split(separator: "/").contains("..") && !name.isEmpty
    guard isInside else {
      throw RenderError(
        location: location,
        message: Wording(
          "the file '\(name)' lies outside the styles folder", zh: "文件“\(name)”在样式文件夹之外"),
        help: Wording(
          "name files inside the folder of sheets.yaml", zh: "只能引用 sheets.yaml 所在文件夹内的文件"))
    }
    let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
    do {
      return try SourceFile.read(path)
    } catch {
      throw RenderError(location: location, message: error.wording)
    }
  }
}
