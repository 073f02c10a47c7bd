internal import Foundation
internal import GeoJSONCoding
internal import PlanFindings

/// The folder of a plan: finds it and reads files from it, and from nowhere else.
public enum PlanFolder {
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
  static func read(
    _ name: String, in directory: String, namedAt location: SourceLocation?
  ) throws(PlanError) -> SourceText {
    let folder = URL(fileURLWithPath: directory).resolvingSymlinksInPath().standardizedFileURL
    let target = folder.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL
    guard !name.hasPrefix("/"), target.path.hasPrefix(folder.path + "/") else {
      throw PlanError(
        location: location,
        message: Wording(
          "the file '\(name)' lies outside the plan folder", zh: "文件“\(name)”在规划文件夹之外"),
        help: Wording("name files inside the folder of plan.yaml", zh: "只能引用 plan.yaml 所在文件夹内的文件"))
    }
    let shown = (directory as NSString).appendingPathComponent(name)
    do {
      return try SourceFile.read(target.path, as: displayPath(shown))
    } catch {
      throw PlanError(
        location: location, message: Wording("\(error)", zh: "\(error)"))
    }
  }

  /// The path as people see it: relative to the working directory where it lies below it.
  static func displayPath(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    return whole.hasPrefix(here + "/") ? String(whole.dropFirst(here.count + 1)) : whole
  }
}
