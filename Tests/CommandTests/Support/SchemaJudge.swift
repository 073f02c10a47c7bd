import Foundation
import PlanTestSupport

/// Python's jsonschema, as the judge of our schemas.
enum SchemaJudge {
  /// Whether the tests can run; where everything must run, its absence is a failure.
  static let isExpected: Bool =
    isInstalled || ProcessInfo.processInfo.environment["CI"] == "true"

  private static let isInstalled =
    (try? Program.run("/usr/bin/env", ["python3", "-c", "import jsonschema, yaml"], in: "/"))?
    .status == 0

  /// Why a file does not follow a schema of `docs/schemas`; `nil` when it does.
  static func refusal(of path: String, by schema: String) throws -> String? {
    try refusals(of: [path], by: schema).first
  }

  /// A line for each file that does not follow a schema.
  static func refusals(of paths: [String], by schema: String) throws -> [String] {
    let judge = Repository.root.appendingPathComponent("Tests/deep/schema_judge.py").path
    let file = Repository.root.appendingPathComponent("docs/schemas/\(schema).json").path
    let outcome = try Program.run("/usr/bin/env", ["python3", judge, file] + paths, in: "/")
    guard [0, 1].contains(outcome.status), outcome.errors.isEmpty else {
      throw Failure(description: outcome.description)
    }
    return outcome.output.split(separator: "\n").map { String($0) }
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Adds to the starter plan what it has none of.
  static func furnish(_ workspace: Workspace) throws {
    try workspace.write(
      "exceptions:\n  - {rule: A01, features: [district.east, district.west], reason: 示例}\n",
      to: "plan/exceptions.yaml")
  }
}

extension Workspace {
  /// Replaces the first occurrence of a text.
  func replaceFirst(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    guard let range = text.range(of: old) else { throw Missing(text: old, file: name) }
    try write(text.replacingCharacters(in: range, with: new), to: name)
  }
}
