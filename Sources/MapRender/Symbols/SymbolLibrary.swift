#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import GeoJSONCoding
internal import Messages

/// The symbols of a styles folder: each file in its folder `symbols`, by name.
final class SymbolLibrary: Sendable {
  static let folder = "symbols"
  static let empty = SymbolLibrary([:])

  private let symbols: [String: SymbolGraphic]

  init(_ symbols: [String: SymbolGraphic]) { self.symbols = symbols }

  subscript(name: String) -> SymbolGraphic? { symbols[name] }

  /// Ascending.
  var names: [String] { symbols.keys.sorted() }

  /// Reads every `*.svg` in the folder; no folder, no symbols.
  static func load(stylesDirectory: String) throws(RenderError) -> SymbolLibrary {
    let folder =
      stylesDirectory.hasSuffix("/")
      ? stylesDirectory + Self.folder : "\(stylesDirectory)/\(Self.folder)"
    var symbols: [String: SymbolGraphic] = [:]
    for file in files(in: folder) {
      let name = String(file.dropLast(4))
      let path = "\(folder)/\(file)"
      guard isName(name) else {
        throw RenderError(
          location: SourceLocation(file: path, line: 1, column: 1),
          message: Wording("a symbol named '\(name)'", zh: "符号名“\(name)”"),
          help: Wording(
            "name the file with lower-case letters, digits and '-', a letter first",
            zh: "文件名请用小写字母、数字和“-”，以字母开头"))
      }
      symbols[name] = try SymbolReader.read(source(path), named: name)
    }
    return SymbolLibrary(symbols)
  }

  private static func source(_ path: String) throws(RenderError) -> SourceText {
    do {
      return try SourceFile.read(path, limit: 262_144)
    } catch {
      throw RenderError(message: error.wording)
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  private static func files(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".svg"), !name.hasPrefix(".") { result.append(name) }
    }
    return result.sorted()
  }
}
