#if os(Linux)
  import Testing

  /// Libraries that are opened when they are needed: what the program says where one is not there.
  struct MissingLibraryTests {
    /// A workspace in which a library is a file that is none, and what makes the system find it first.
    private func workspace(without library: String) throws -> (Workspace, [String: String]) {
      let workspace = try Workspace.withPlan(styles: true)
      try workspace.write("", to: "lib/\(library)")
      return (workspace, ["LD_LIBRARY_PATH": workspace.path("lib")])
    }

    @Test(arguments: [
      ("librsvg-2.so.2", "png", "librsvg cannot be loaded", "librsvg2-2"),
      ("libcairo.so.2", "pdf", "cairo cannot be loaded", "libcairo2"),
      ("libharfbuzz-subset.so.0", "pdf", "HarfBuzz cannot be loaded", "libharfbuzz-subset0"),
    ])
    func aMissingLibraryIsNamedWithItsPackage(
      library: String, format: String, message: String, package: String
    ) throws {
      let (workspace, environment) = try workspace(without: library)
      let outcome = try Program.run(
        ["render", "--sheet", "structure", "--format", format, "-o", "maps"],
        in: workspace.root, environment: environment)
      #expect(outcome.status == 2, "\(outcome)")
      #expect(outcome.errors.contains(message) && outcome.errors.contains(library), "\(outcome)")
      #expect(outcome.errors.contains(package), "\(outcome)")
      #expect(!workspace.exists("maps"))
      let svg = try Program.run(
        ["render", "--sheet", "structure", "-o", "maps"], in: workspace.root,
        environment: environment)
      #expect(svg.status == 0, "\(svg)")
      #expect(workspace.exists("maps/structure.svg"))
    }

    @Test func withoutPROJNoPlanIsReadAndTheVersionIsStillTold() throws {
      let (workspace, environment) = try workspace(without: "libproj.so.25")
      let outcome = try Program.run(["list"], in: workspace.root, environment: environment)
      #expect(outcome.status == 2, "\(outcome)")
      #expect(
        outcome.errors.contains("PROJ cannot be loaded") && outcome.errors.contains("libproj25"),
        "\(outcome)")
      let version = try Program.run(["--version"], in: workspace.root, environment: environment)
      #expect(version.status == 0, "\(version)")
    }
  }
#endif
