import Foundation
import GeoJSONCoding

/// The cases of MapLibre's own suite, read in place where `GXQ_CONFORMANCE` says.
enum Conformance {
  /// The folder of the style cases; `nil` when the tests are to be skipped.
  static let folder = ProcessInfo.processInfo.environment["GXQ_CONFORMANCE"].map { $0 + "/style" }

  /// The paths of files below a folder of the suite, in order, relative to it.
  static func files(below name: String, suffix: String) -> [String] {
    guard let folder, let walk = FileManager.default.enumerator(atPath: "\(folder)/\(name)") else {
      return []
    }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
  }

  static func read(_ path: String) throws -> (source: SourceText, value: JSONValue) {
    let source = try SourceFile.read("\(folder ?? "")/\(path)")
    return (source, try JSONParser.parse(source))
  }

  /// The cases that are expected to fail: a line `# reason`, then the cases it holds for.
  static func expectedFailures(_ name: String) throws -> Set<String> {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    let text = try String(contentsOf: url, encoding: .utf8)
    return Set(
      text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.isEmpty })
  }
}
