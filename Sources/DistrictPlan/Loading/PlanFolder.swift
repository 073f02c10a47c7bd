internal import Foundation
public import GeoJSONCoding
internal import Messages

/// Where the files of a plan come from.
public protocol PlanSource {
  /// The folder that the files are in, for messages and for writing beside them.
  var directory: String { get }
  /// Reads a file by the name that the manifest gives it.
  ///
  /// - Parameter location: The place that names the file, for errors.
  func read(_ name: String, namedAt location: SourceLocation?) throws(PlanError) -> SourceText
}

/// A plan held in memory: small examples, and data that never was a file.
public struct PlanTexts: PlanSource {
  /// The texts by file name.
  public let files: [String: String]

  /// Creates a source from texts.
  public init(files: [String: String]) { self.files = files }

  /// The texts lie in no folder.
  public var directory: String { "." }

  /// Gives the text with that name.
  public func read(_ name: String, namedAt location: SourceLocation?) throws(PlanError)
    -> SourceText
  {
    if let text = files[name] { return SourceText(file: name, bytes: Array(text.utf8)) }
    throw PlanError(
      location: location,
      message: Wording("no file '\(name)'", zh: "没有文件“\(name)”"))
  }
}

/// The folder of a plan: finds it and reads files from it, and from nowhere else.
public struct PlanFolder: PlanSource {
  /// The folder that holds `plan.yaml`.
  public let directory: String

  /// Creates a source from a folder.
  public init(_ directory: String) { self.directory = directory }

  /// The name of the file that makes a folder a plan.
  public static let manifestName = "plan.yaml"

  /// The plan folder for a working directory: the folder itself, or `geodata` in it or above it.
  public static func find(from directory: String) -> String? {
    var url = URL(fileURLWithPath: directory).standardizedFileURL
    while true {
      for candidate in [url, url.appendingPathComponent("geodata")] {
        let manifest = candidate.appendingPathComponent(manifestName)
        if FileManager.default.fileExists(atPath: manifest.path) { return candidate.path }
      }
      let parent = url.deletingLastPathComponent().standardizedFileURL
      guard parent.path != url.path else { return nil }
      url = parent
    }
  }

  /// Reads a file that the manifest names; names that lead out of the folder are refused.
  public func read(
    _ name: String, namedAt location: SourceLocation?
  ) throws(PlanError) -> SourceText {
    let folder = URL(fileURLWithPath: directory).resolvingSymlinksInPath().standardizedFileURL
    let target = folder.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL
    guard !name.hasPrefix("/"), target.path.hasPrefix(folder.path + "/") else {
      throw PlanError(
        location: location,
        message: Wording(
          "the file '\(name)' lies outside the folder '\(directory)'",
          zh: "文件“\(name)”在文件夹“\(directory)”之外"),
        help: Wording("only files inside the folder are read", zh: "只读取该文件夹内的文件"))
    }
    let shown = (directory as NSString).appendingPathComponent(name)
    do {
      return try SourceFile.read(target.path, as: Self.displayPath(shown))
    } catch {
      throw PlanError(
        location: location, message: error.wording,
        help: Wording(
          "put the file there, or correct its name", zh: "放入该文件，或更正文件名"))
    }
  }

  /// The path as people see it: relative to the working directory where it lies below it.
  public static func displayPath(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    return whole.hasPrefix(here + "/") ? String(whole.dropFirst(here.count + 1)) : whole
  }
}
