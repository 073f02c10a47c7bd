import Foundation
import PlanExchange

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for one test; it is removed with the value.
final class Workspace {
  /// The folder's path, without symbolic links.
  let root: String

  init() throws {
    var template = Array((NSTemporaryDirectory() + "/gxq-map-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    root = URL(fileURLWithPath: name).resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The repository that the tests belong to.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A workspace with a copy of our plan in `geodata`.
  ///
  /// - Parameter styles: Whether its styles lie beside it; drawing sheets takes a while.
  static func withPlan(styles: Bool = false) throws -> Workspace {
    let workspace = try Workspace()
    for folder in styles ? ["geodata", "styles"] : ["geodata"]
    where FileManager.default.fileExists(atPath: "\(repository)/\(folder)") {
      try FileManager.default.copyItem(
        atPath: "\(repository)/\(folder)", toPath: workspace.path(folder))
    }
    return workspace
  }

  /// A workspace with the small plan that `init` writes, in `plan`.
  static func withStarter() throws -> Workspace {
    let workspace = try Workspace()
    for file in StarterPlan.files { try workspace.write(file.text, to: "plan/\(file.name)") }
    return workspace
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(root)/\(name)" }

  /// The bytes of a file.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// Writes a file, and the folders on the way.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file, and the folders on the way.
  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Makes a folder.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  /// Removes a file or folder.
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// Whether a file or folder is there.
  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The paths of all files below, relative to the folder, in order.
  func files(below name: String = "") -> [String] {
    let start = name.isEmpty ? root : path(name)
    guard let all = FileManager.default.enumerator(atPath: start) else { return [] }
    return all.compactMap { $0 as? String }.filter { file in
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(start)/\(file)", isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue
    }.sorted()
  }

  /// Replaces a text that stands in a file.
  ///
  /// - Throws: ``Missing`` when it does not stand there, so that no edit passes by unseen.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    guard text.contains(old) else { throw Missing(text: old, file: name) }
    try write(text.replacing(old, with: new), to: name)
  }

  /// Changes the line of the feature with an id.
  func edit(_ id: String, in name: String, _ change: (String) -> String) throws {
    var lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard let index = lines.firstIndex(where: { $0.contains("\"id\":\"\(id)\"") }) else {
      throw Missing(text: id, file: name)
    }
    let changed = change(lines[index])
    guard changed != lines[index] else { throw Missing(text: id, file: name) }
    lines[index] = changed
    try write(lines.joined(separator: "\n"), to: name)
  }

  /// Runs the program here.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, in: root, environment: environment)
  }

  /// A text that an edit looked for in vain.
  struct Missing: Error {
    let text: String
    let file: String
  }
}
