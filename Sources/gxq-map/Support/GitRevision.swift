internal import DistrictPlan
internal import Foundation
internal import GeoJSONCoding
internal import Messages

/// The files of a folder as they were in a git revision.
struct GitRevision: PlanSource {
  /// The folder in the working tree.
  let directory: String
  /// The revision: a commit, branch or tag.
  let name: String

  /// Creates a source after making sure that the revision exists.
  ///
  /// - Throws: ``PlanError`` when the folder is in no git repository or the revision is none.
  init(_ name: String, of directory: String) throws(PlanError) {
    self.name = name
    self.directory = directory
    // A name with a dash first would be read as an option.
    let found =
      name.hasPrefix("-")
      ? nil : try Self.git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"], in: directory)
    guard found != nil else {
      let isRepository = try Self.git(["rev-parse", "--git-dir"], in: directory) != nil
      throw PlanError(
        message: isRepository
          ? Wording("git knows no revision '\(name)'", zh: "git 中没有版本“\(name)”")
          : Wording("'\(directory)' is in no git repository", zh: "“\(directory)”不在 git 仓库中"),
        help: isRepository
          ? Wording(
            "name a commit, branch or tag, such as 'HEAD~1' or 'origin/main'",
            zh: "写明提交、分支或标签，例如 HEAD~1、origin/main")
          : Wording(
            "check without --since, or keep the folder in git", zh: "去掉 --since，或将文件夹纳入 git"))
    }
  }

  /// Reads a file as it was; names that lead out of the folder are refused.
  func read(_ name: String, namedAt location: SourceLocation?) throws(PlanError) -> SourceText {
    let parts = name.split(separator: "/")
    guard !name.hasPrefix("/"), !parts.contains(".."), let bytes = try bytes(of: name) else {
      throw PlanError(
        location: location,
        message: Wording(
          "no file '\(name)' in revision '\(self.name)'", zh: "版本“\(self.name)”中没有文件“\(name)”"))
    }
    return SourceText(file: "\(self.name):\(name)", bytes: bytes)
  }

  /// The bytes of a file as it was; `nil` when it was not there.
  func bytes(of path: String) throws(PlanError) -> [UInt8]? {
    try Self.git(["show", "\(name):./\(path)"], in: directory)
  }

  /// What a git command prints; `nil` when it fails.
  private static func git(
    _ arguments: [String], in directory: String
  ) throws(PlanError) -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", directory] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw PlanError(
        message: Wording(
          "git cannot be run: \(error)", zh: "无法运行 git：\(Wording(of: error).chinese)"),
        help: Wording("--since needs git", zh: "--since 需要 git"))
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? [UInt8](bytes) : nil
  }
}
