import Foundation
import PlanTestSupport
import Testing

/// `render`: which sheets go where; what is on them is for the tests of the maps.
struct RenderCommandTests {
  @Test func oneSheetGoesToAFile() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run("render", "--sheet", "structure", "-o", "maps")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.contains("maps/structure.svg"))
    #expect(workspace.files(below: "maps") == ["structure.svg"])
    let written = try workspace.data("maps/structure.svg")
    let printed = try workspace.run(
      "render", "--sheet", "structure", "-o", "-",
      environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(printed.status == 0)
    #expect(printed.bytes == written)
  }

  @Test func unknownSheetIsAskedBack() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run("render", "--sheet", "strcuture")
    #expect(outcome.status == 64)
    #expect(
      outcome.errorLines.first
        == "gxq-map: error: unknown sheet 'strcuture'; did you mean 'structure'?", "\(outcome)")
    #expect(!workspace.exists("build"))
  }

  @Test func aThemeChangesColoursAndNothingElse() throws {
    let workspace = try Workspace.withPlan(styles: true)
    func svg(_ theme: String) throws -> String {
      let outcome = try workspace.run(
        "render", "--sheet", "structure", "--theme", theme, "-o", "-")
      #expect(outcome.status == 0, "\(outcome)")
      return String(decoding: outcome.bytes, as: UTF8.self)
        .replacing(/#[0-9a-f]{6}|#[0-9a-f]{3}/, with: "#")
    }
    let own = try workspace.run("render", "--sheet", "structure", "-o", "-")
    let print = try workspace.run(
      "render", "--sheet", "structure", "--theme", "print", "-o", "-")
    #expect(own.bytes == print.bytes)
    #expect(try svg("dark").count == svg("print").count)
  }

  /// As styles/README.md shows it.
  @Test func aSheetInAThemeBecomesAPDF() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "render", "--sheet", "water", "--theme", "contrast", "--format", "pdf", "-o", "water.pdf")
    #expect(outcome.status == 0 && outcome.errorLines.contains("water.pdf"), "\(outcome)")
    let file = FileManager.default.contents(atPath: "\(workspace.root)/water.pdf")
    #expect(file?.starts(with: Data("%PDF-".utf8)) == true)
  }

  @Test func unknownThemeIsAskedBack() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run("render", "--theme", "gray", "-o", "maps")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("unknown theme 'gray'; did you mean 'grey'?"), "\(outcome)")
    #expect(!workspace.exists("maps"))
  }

  @Test func aThemeThatNamesNothingIsRefusedInItsPlace() throws {
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.replace("\"zone\":", with: "\"zoen\":", in: "styles/themes/dark.json")
    let outcome = try workspace.run("render", "--theme", "dark", "-o", "maps")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errorLines.first?.hasPrefix("styles/themes/dark.json:") == true)
    #expect(outcome.errors.contains("has the name 'zoen'; did you mean 'zone'?"))
  }

  @Test func standardOutputTakesOneSheet() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "render", "--sheet", "structure", "--sheet", "water", "-o", "-")
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("standard output takes one sheet, asked for 2"))
  }

  @Test func faultyStyleIsNamedAndNothingIsWritten() throws {
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.write("before", to: "maps/structure.svg")
    try workspace.replace("\"layers\"", with: "\"layres\"", in: "styles/water.json")
    let outcome = try workspace.run("render", "-o", "maps")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errorLines.first?.hasPrefix("styles/water.json:") == true, "\(outcome)")
    #expect(workspace.files(below: "maps") == ["structure.svg"])
    #expect(try workspace.text("maps/structure.svg") == "before")
  }

  @Test(arguments: ["sheets.yaml", "structure.json"])
  func damagedStylesAreDrawnOrRefused(file: String) throws {
    for seed in Thoroughness.chosen(of: Array(2000..<(2006 as UInt64)), oneIn: 6) {
      let workspace = try Workspace.withPlan(styles: true)
      var random = DamageGenerator(seed: seed)
      let whole = [UInt8](try workspace.data("styles/\(file)"))
      try workspace.write(Data(random.damaged(whole)), to: "styles/\(file)")
      let outcome = try workspace.run("render", "--sheet", "structure", "-o", "maps")
      #expect([0, 2, 64].contains(outcome.status), "seed \(seed): \(outcome)")
      #expect((outcome.status == 0) == workspace.exists("maps/structure.svg"))
    }
  }

  @Test func withoutAPlanTheBundledOneIsDrawnAndNamed() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("render", "--sheet", "structure", "-o", "maps")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(
      outcome.errorLines.first?.hasPrefix("no plan here; drawing the one that comes with gxq-map: ")
        == true)
    #expect(workspace.files() == ["maps/structure.svg"])
    // Only where no plan was asked for.
    let asked = try workspace.run("render", "--plan", "nowhere", "-o", "other")
    #expect(asked.status == 2)
    let named = try workspace.run("render", "-o", "other", environment: ["GXQ_PLAN": "nowhere"])
    #expect(named.status == 2)
    #expect(!workspace.exists("other"))
  }
}
