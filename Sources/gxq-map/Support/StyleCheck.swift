internal import Foundation
internal import GeoJSONCoding
internal import MapStyle
internal import Messages
internal import PlanFindings

/// One style document and its faults.
struct StyleCheck {
  let source: SourceText
  let faults: [StyleError]

  /// How many faults keep the style from being used.
  var errors: Int { faults.count { !$0.isWarning } }
  /// How many are only to be known.
  var warnings: Int { faults.count - errors }

  /// Why there is nothing to check.
  enum Failure: Error {
    case unreadable(SourceFileError)
    case noJSON(StyleError, SourceText)

    func text(_ language: Language) -> String {
      switch self {
      case .unreadable(let error):
        let word = language == .chinese ? "错误" : "error"
        return PlainText.line("gxq-map: \(word): \(error.wording[language])")
      case .noJSON(let error, let source):
        return StyleFaultText(source: source, language: language).block(for: error)
      }
    }
  }

  /// Reads a document and looks for its faults.
  init(_ path: String) throws(Failure) {
    do throws(SourceFileError) {
      source = path == "-" ? try SourceFile.readStandardInput() : try SourceFile.read(path)
    } catch {
      throw .unreadable(error)
    }
    do throws(JSONError) {
      let root = try JSONParser.parse(source)
      let folder = path == "-" ? "." : (path as NSString).deletingLastPathComponent
      faults = (StyleDocument.faults(in: source) + Self.lostSprites(root, in: folder, source))
        .sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
    } catch {
      throw .noJSON(StyleError(error), source)
    }
  }

  /// Sprites beside the style whose files are not there; those on the web are not looked for.
  private static func lostSprites(
    _ root: JSONValue, in folder: String, _ source: SourceText
  ) -> [StyleError] {
    guard let sprite = root["sprite"] else { return [] }
    let parts = sprite.array?.enumerated().map { ("sprite[\($0.offset)].url", $0.element["url"]) }
    return (parts ?? [("sprite", sprite)]).compactMap { path, value in
      guard let value, let name = value.text, !name.isEmpty, !name.contains(":") else { return nil }
      let base = name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
      let lost = ["json", "png"].map { "\(base).\($0)" }
        .filter { !FileManager.default.fileExists(atPath: $0) }
      guard !lost.isEmpty else { return nil }
      let (files, and) = (lost.map { "'\($0)'" }, lost.map { "“\($0)”" })
      return StyleError(
        location: source.location(at: value.offset), path: path,
        message: Wording(
          "sprite '\(name)' has no file \(files.joined(separator: " and no file "))",
          zh: "sprite“\(name)”缺少文件\(and.joined(separator: "和"))"))
    }
  }
}
