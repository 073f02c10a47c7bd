import Foundation
import PlanTestSupport
import Testing

/// `render` on other paper, at other scales, and as an atlas.
struct PaperCommandTests {
  private func svg(_ arguments: String...) throws -> (Program.Outcome, String) {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try Program.run(["render", "-o", "-"] + arguments, in: workspace.root)
    return (outcome, String(decoding: outcome.bytes, as: UTF8.self))
  }

  @Test func aSheetIsDrawnOnAnotherPaper() throws {
    let (outcome, svg) = try svg("--sheet", "structure", "--paper", "A1", "--portrait")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(svg.contains("width=\"594mm\" height=\"841mm\" viewBox=\"0 0 594 841\""))
    #expect(svg.contains("比例尺 1:40\u{A0}000"))
  }

  @Test(.enabled(if: Thoroughness.isFull)) func bleedAndMarksMakeThePageLarger() throws {
    let (outcome, svg) = try svg(
      "--sheet", "structure", "--bleed", "3mm", "--crop-marks", "--scale", "fit")
    #expect(outcome.status == 0, "\(outcome)")
    // 3 mm of bleed, marks of 5 mm beyond it, 1 mm to the edge.
    #expect(svg.contains("viewBox=\"0 0 438 315\""))
    #expect(svg.contains("id=\"crop-marks\""))
    // The ground reaches over the paper by the bleed.
    #expect(svg.contains("d=\"M6,6 432,6 432,309 6,309Z\""))
  }

  @Test func aPDFSaysWhereItIsCut() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "render", "--sheet", "structure", "--bleed", "3 mm", "--crop-marks", "-o", "a.pdf")
    #expect(outcome.status == 0, "\(outcome)")
    let pdf = String(decoding: try workspace.data("a.pdf"), as: UTF8.self)
    // 9 and 6 mm from the edge of 438 × 315 mm.
    #expect(pdf.contains("/TrimBox [ 25.512 25.512 1216.063 867.402 ]"))
    #expect(pdf.contains("/BleedBox [ 17.008 17.008 1224.567 875.906 ]"))
  }

  @Test(.enabled(if: Thoroughness.isFull)) func anAtlasIsOnePDFWithABookmarkForEveryPage() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "render", "--atlas", "districts", "--format", "pdf", "-o", "maps")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(workspace.files(below: "maps") == ["districts.pdf"])
    let pdf = String(decoding: try workspace.data("maps/districts.pdf"), as: UTF8.self)
    #expect(pdf.matches(of: /\/Type \/Page %/).count == 7)
    // The pages stand below the index, open.
    #expect(pdf.matches(of: /\/Dest \[/).count == 7)
    #expect(pdf.contains("/Count 6\n"))
  }

  @Test func aPageOfAnAtlasIsASheet() throws {
    let (outcome, svg) = try svg("--sheet", "districts-3", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(svg.contains("District atlas: "))
    #expect(svg.contains("Sheet 08-3"))
  }

  private static let refused: [([String], Int, String)] = [
    (["--paper", "A9"], 64, "unknown paper 'A9'; did you mean 'A0'?"),
    (["--scale", "1:5"], 64, "the scale '1:5' cannot be read"),
    (["--bleed", "x"], 64, "the bleed 'x' cannot be read"),
    (["--landscape", "--portrait"], 64, "--landscape and --portrait stand together"),
    (["--atlas", "district"], 64, "the plan has no layer 'district'; did you mean 'districts'?"),
    (
      ["--atlas", "railway"], 64, "the plan has no layer 'railway'; did you mean 'railways'?"
    ),
    (["--scale", "1:30000"], 2, "'zone' does not fit into the map frame of sheet 'structure'"),
  ]

  @Test(arguments: Thoroughness.chosen(of: refused, oneIn: 3))
  func whatCannotBeDrawnIsNamed(arguments: [String], status: Int, message: String) throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try Program.run(
      ["render", "--sheet", "structure", "-o", "maps"] + arguments, in: workspace.root)
    #expect(outcome.status == Int32(status), "\(outcome)")
    #expect(outcome.errors.contains(message), "\(outcome)")
    #expect(!workspace.exists("maps"))
  }

  @Test(arguments: [
    ("layers: [works, innovation", "layers: [wroks, innovation", "did you mean 'works'?"),
    ("atlas: {by: districts", "atlas: {by: distrikts", "did you mean 'districts'?"),
  ])
  func unknownLayersAreNamedInTheirPlace(old: String, new: String, message: String) throws {
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.replace(old, with: new, in: "styles/sheets.yaml")
    let outcome = try workspace.run(
      "render", "--sheet", "wall", "--sheet", "districts", "-o", "maps")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errorLines.first?.hasPrefix("styles/sheets.yaml:") == true, "\(outcome)")
    #expect(outcome.errors.contains(message))
  }
}
