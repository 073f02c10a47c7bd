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

  /// The folders and cases that are expected to fail: a line `# reason`, then those it holds for.
  static func expectedFailures(_ name: String) throws -> ExpectedFailures {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
      return ExpectedFailures(folders: [])
    }
    let text = try String(contentsOf: url, encoding: .utf8)
    return ExpectedFailures(
      folders: text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
  }
}

/// What is expected to fail, by folder or by case.
struct ExpectedFailures {
  var folders: [String]

  func contains(_ name: String) -> Bool {
    folders.contains { name == $0 || name.hasPrefix($0 + "/") }
  }

  /// Those of which nothing fails any more, though the suite has them.
  func passing(failed: [String], all: [String]) -> [String] {
    folders.filter { folder in
      func isInside(_ name: String) -> Bool { name == folder || name.hasPrefix(folder + "/") }
      return all.contains(where: isInside) && !failed.contains(where: isInside)
    }
  }
}
