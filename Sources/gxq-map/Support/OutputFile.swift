internal import DistrictPlan
internal import Foundation
internal import PlanFindings

/// Writes files whole or not at all.
enum OutputFile {
  /// Writes to a temporary name beside the file and renames it, so that an interrupted run leaves the
  /// old file as it was. Folders on the way are made.
  static func write(_ bytes: [UInt8], to path: String) throws(PlanError) {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw PlanError(
        message: Wording(
          "'\(path)' cannot be written: \(error.localizedDescription)",
          zh: "无法写入“\(path)”：\(error.localizedDescription)"),
        help: Wording("check that the folder exists and may be written to", zh: "检查文件夹是否存在、是否可写"))
    }
  }

  /// Writes to a file, or to standard output for `-`.
  static func write(_ bytes: [UInt8], toFileOrStream path: String) throws(PlanError) {
    if path == "-" { Terminal.output(bytes) } else { try write(bytes, to: path) }
  }
}
