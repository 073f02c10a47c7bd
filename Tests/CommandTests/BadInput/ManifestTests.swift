import Foundation
import PlanTestSupport
import Testing

/// YAML files that are not what they should be, and files that are not there.
struct ManifestTests {
  static let syntax =
    "indent with spaces, close every bracket, put texts with ': ' or ' #' in quotes"
  static let missing = "put the file there, or correct its name"
  static let outside = "only files inside the folder are read"

  static let readable: [BadInput] = [
    .finding(
      "an unknown key", "plan/plan.yaml:8:1", "D01",
      "unknown key 'precission'; did you mean 'precision'?",
      help:
        "known keys: gxq_map, title, title_en, author, period, crs, precision, tolerance, purpose, "
        + "documents, statements, exceptions, status_words, structures, layers, rules"
    ) { try $0.replace("precision:", with: "precission:", in: "plan/plan.yaml") },
    .finding(
      "an unknown kind of claim", "plan/statements.yaml:7:17", "D01",
      "unknown value 'cuont'; did you mean 'count'?",
      help:
        "known values: count, members, area, follows, orientation, intersects-each, joined, drains, "
        + "dead-end, extends, direction, crosses, inside, overlaps-not, near, class, status-at, "
        + "deadline, alias, unlocated, date, coverage-share, classes, connected, exists, sited"
    ) { try $0.replace("claim: count", with: "claim: cuont", in: "plan/statements.yaml") },
  ]

  static let unreadable: [BadInput] = [
    .unreadable(
      "a missing file", "plan/plan.yaml:24:27", "file 'plan/roads.geojson' does not exist",
      help: missing
    ) { try $0.remove("plan/roads.geojson") },
    .unreadable(
      "a missing statements file", "plan/plan.yaml:12:13",
      "file 'plan/statements.yaml' does not exist", help: missing
    ) { try $0.remove("plan/statements.yaml") },
    .unreadable(
      "a directory for a file", "plan/plan.yaml:24:27", "'plan/roads.geojson' is a directory",
      help: missing
    ) {
      try $0.remove("plan/roads.geojson")
      try $0.makeFolder("plan/roads.geojson")
    },
    .unreadable(
      "a directory for plan.yaml", "gxq-map", "'plan/plan.yaml' is a directory", help: missing
    ) {
      try $0.remove("plan/plan.yaml")
      try $0.makeFolder("plan/plan.yaml")
    },
    .unreadable(
      "no plan.yaml", "gxq-map", "no plan.yaml in 'plan'", help: "'gxq-map init DIR' starts a plan"
    ) { try $0.remove("plan/plan.yaml") },
    .unreadable(
      "an open bracket", "plan/plan.yaml:4:1",
      "YAML syntax error: did not find expected ',' or ']'", help: syntax
    ) { try $0.write("gxq_map: 1\ntitle: x\nlayers: [a\n", to: "plan/plan.yaml") },
    .unreadable(
      "two colons in a line", "plan/statements.yaml:3:17",
      "YAML syntax error: mapping values are not allowed in this context", help: syntax
    ) { try $0.replace("document: D1", with: "document: D1: x", in: "plan/statements.yaml") },
    .unreadable(
      "a tab", "plan/plan.yaml:1:1",
      "YAML syntax error: found character that cannot start any token", help: syntax
    ) { try $0.write("\tgxq_map: 1\n", to: "plan/plan.yaml") },
    .unreadable(
      "a key that stands twice", "plan/plan.yaml:2:1",
      "the key 'gxq_map' stands twice", help: "delete one of them"
    ) {
      try $0.replace("gxq_map: 1\n", with: "gxq_map: 1\ngxq_map: 1\n", in: "plan/plan.yaml")
    },
    .unreadable(
      "an empty manifest", "plan/plan.yaml:1:1", "the file is empty",
      help: "write its keys, or remove its name from plan.yaml"
    ) { try $0.write("", to: "plan/plan.yaml") },
    .unreadable(
      "an empty statements file", "plan/statements.yaml:1:1", "the file is empty",
      help: "write its keys, or remove its name from plan.yaml"
    ) { try $0.write("", to: "plan/statements.yaml") },
    .unreadable(
      "bytes that are not UTF-8", "plan/plan.yaml:1:1", "the file is not UTF-8",
      help: "save it as UTF-8"
    ) { try $0.write($0.data("plan/plan.yaml") + [0xFF], to: "plan/plan.yaml") },
    .unreadable(
      "a list 100 000 deep", "plan/statements.yaml:1:14",
      "lists and mappings nest deeper than 1000 levels", help: "plan files nest 5 deep at most"
    ) {
      try $0.write(
        "statements: " + String(repeating: "[", count: 100_000), to: "plan/statements.yaml")
    },
    .unreadable(
      "a list 100 000 deep, line by line", "plan/statements.yaml:1:1999",
      "lists and mappings nest deeper than 1000 levels", help: "plan files nest 5 deep at most"
    ) { try $0.write(String(repeating: "- ", count: 100_000) + "x", to: "plan/statements.yaml") },
    .unreadable(
      "aliases that double one another", "plan/statements.yaml:18:12",
      "the file has more than 32 aliases",
      help: "write the values out"
    ) { workspace in
      let lines = (1..<64).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }
      let text = "a0: &a0 [x]\n" + lines.joined() + "? *a63\n: x\n"
      try workspace.write(text.replacing(", *a", with: ",*a"), to: "plan/statements.yaml")
    },
    .unreadable(
      "another version", "plan/plan.yaml:2:10",
      "the format version 'gxq_map' is '2'; this program reads 1", help: "write 'gxq_map: 1'"
    ) { try $0.replace("gxq_map: 1", with: "gxq_map: 2", in: "plan/plan.yaml") },
    .unreadable(
      "an unknown CRS", "plan/plan.yaml:7:6",
      "unknown CRS 'EPSG:999999': proj_create: crs not found",
      help: "name a projected CRS in metres, such as 'EPSG:4547'"
    ) { try setCRS($0, "EPSG:999999") },
    .unreadable(
      "a CRS without a plane", "plan/plan.yaml:7:6", "CRS 'WGS 84' has no map plane",
      help: "name a projected CRS in metres, such as 'EPSG:4547'"
    ) { try setCRS($0, "EPSG:4326") },
    .unreadable(
      "a file above the folder", "plan/plan.yaml:24:27",
      "the file '../roads.geojson' lies outside the folder 'plan'", help: outside
    ) {
      try $0.write($0.data("plan/roads.geojson"), to: "roads.geojson")
      try $0.replace("roads.geojson", with: "../roads.geojson", in: "plan/plan.yaml")
    },
    .unreadable(
      "an absolute path", "plan/plan.yaml:24:27",
      "the file '/etc/passwd' lies outside the folder 'plan'", help: outside
    ) { try $0.replace("roads.geojson", with: "/etc/passwd", in: "plan/plan.yaml") },
    .unreadable(
      "a statements file above the folder", "plan/plan.yaml:12:13",
      "the file '../statements.yaml' lies outside the folder 'plan'", help: outside
    ) { try $0.replace(": statements.yaml", with: ": ../statements.yaml", in: "plan/plan.yaml") },
    .unreadable(
      "a link out of the folder", "plan/plan.yaml:24:27",
      "the file 'roads.geojson' lies outside the folder 'plan'", help: outside
    ) { try link($0, to: "../elsewhere.geojson") },
    .unreadable(
      "a link to a link out of the folder", "plan/plan.yaml:24:27",
      "the file 'roads.geojson' lies outside the folder 'plan'", help: outside
    ) { workspace in
      try link(workspace, to: "step.geojson")
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path("plan/step.geojson"),
        withDestinationPath: workspace.path("elsewhere.geojson"))
    },
    .unreadable(
      "a folder that is a link out of the folder", "plan/plan.yaml:24:27",
      "the file 'away/elsewhere.geojson' lies outside the folder 'plan'", help: outside
    ) { workspace in
      try link(workspace, to: "../elsewhere.geojson")
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path("plan/away"), withDestinationPath: workspace.root)
      try workspace.replace("roads.geojson", with: "away/elsewhere.geojson", in: "plan/plan.yaml")
    },
    .unreadable(
      "a link that leads nowhere", "plan/plan.yaml:24:27",
      "file 'plan/roads.geojson' does not exist", help: missing
    ) {
      try link($0, to: "nothing.geojson")
    },
  ]

  @Test(arguments: readable)
  func faultIsAFinding(_ input: BadInput) throws { try BadInputExpectation.check(input) }

  @Test(arguments: unreadable)
  func unreadablePlanIsRefused(_ input: BadInput) throws { try BadInputExpectation.check(input) }

  @Test(arguments: Thoroughness.chosen(of: readable + unreadable, oneIn: 5))
  func nothingIsWritten(_ input: BadInput) throws { try BadInputExpectation.writing(input) }

  @Test func linksInsideTheFolderAreFollowed() throws {
    let workspace = try Workspace.withStarter()
    try FileManager.default.moveItem(
      atPath: workspace.path("plan/roads.geojson"), toPath: workspace.path("plan/real.geojson"))
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("plan/roads.geojson"), withDestinationPath: "real.geojson")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("linked"), withDestinationPath: "plan")
    #expect(try workspace.run("list", "--plan", "plan").status == 0)
    #expect(try workspace.run("list", "--plan", "linked").status == 0)
  }

  @Test func planThatMayNotBeReadIsStatus2() throws {
    // Permissions mean nothing to root.
    guard getuid() != 0 else { return }
    let workspace = try Workspace.withStarter()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: workspace.path("plan/plan.yaml"))
    let outcome = try workspace.run("check", "plan")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'plan/plan.yaml' cannot be read: Permission denied"))
  }

  @Test(arguments: [
    ("nowhere", "no folder 'nowhere'"),
    ("plan/plan.yaml", "'plan/plan.yaml' is a file, not a plan folder"),
  ])
  func pathWithoutAPlanIsNamed(path: String, message: String) throws {
    let workspace = try Workspace.withStarter()
    for command in [["check", path], ["check", "--plan", path], ["fmt", "--plan", path]] {
      let outcome = try Program.run(command, in: workspace.root)
      #expect(outcome.status == 2)
      #expect(
        outcome.errorLines == [
          "gxq-map: error: \(message)", "  help: name the folder that holds plan.yaml",
        ])
    }
  }

  private static func setCRS(_ workspace: Workspace, _ crs: String) throws {
    let text = try workspace.text("plan/plan.yaml")
    try workspace.write(text.replacing(/crs: .*/, with: "crs: \(crs)"), to: "plan/plan.yaml")
  }

  private static func link(_ workspace: Workspace, to target: String) throws {
    try workspace.write(workspace.data("plan/roads.geojson"), to: "elsewhere.geojson")
    try workspace.remove("plan/roads.geojson")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("plan/roads.geojson"), withDestinationPath: target)
  }
}
