import Foundation
import Testing

/// GDAL's programs, as the judge of what other programs make of our files.
enum GDAL {
  /// Whether the tests can run; where everything must run, their absence is a failure.
  static let isExpected: Bool =
    isInstalled || ProcessInfo.processInfo.environment["CI"] == "true"

  private static let isInstalled =
    (try? Program.run("/bin/sh", ["-c", "ogrinfo --version && ogr2ogr --version"], in: "/"))?
    .status == 0

  /// Runs one of its programs.
  static func run(_ command: String..., in workspace: Workspace) throws -> String {
    let outcome = try Program.run("/usr/bin/env", command, in: workspace.root)
    // GDAL says what it could not do on standard error, and often leaves with 0.
    guard outcome.status == 0, !outcome.errors.contains("ERROR") else {
      throw Refusal(command: command, outcome: outcome)
    }
    return outcome.output
  }

  /// What GDAL says of the one layer in a file.
  static func summary(of file: String, in workspace: Workspace) throws -> Summary {
    let text = try run("ogrinfo", "-ro", "-al", "-so", file, in: workspace)
    func value(_ key: String) -> Substring? {
      text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }?.dropFirst(key.count + 2)
    }
    let numbers = value("Extent").map { extent in
      extent.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
    }
    return Summary(
      count: value("Feature Count").flatMap { Int($0) },
      geometry: value("Geometry").map(String.init),
      extent: numbers?.filter { $0 != 0 } ?? [], isWGS84: text.contains("WGS 84"))
  }

  /// The plane areas that SpatiaLite measures, by feature id.
  static func areas(in file: String, crs: Int, _ workspace: Workspace) throws -> [String: Double] {
    let layer = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let text = try run(
      "ogrinfo", "-ro", "-q", file, "-dialect", "sqlite", "-sql",
      "SELECT id, ST_Area(ST_Transform(geometry, \(crs))) AS area FROM \"\(layer)\" "
        + "WHERE GeometryType(geometry) LIKE '%POLYGON'", in: workspace)
    var result: [String: Double] = [:]
    var id: String?
    for line in text.split(separator: "\n") {
      if let match = line.firstMatch(of: /id \(String\) = (.+)/) { id = String(match.1) }
      if let match = line.firstMatch(of: /area \(Real\) = (.+)/), let id {
        result[id] = Double(match.1)
      }
    }
    return result
  }

  /// What `ogrinfo -so` prints.
  struct Summary {
    let count: Int?
    let geometry: String?
    let extent: [Double]
    let isWGS84: Bool
  }

  /// A command that GDAL refused.
  struct Refusal: Error {
    let command: [String]
    let outcome: Program.Outcome
  }
}
