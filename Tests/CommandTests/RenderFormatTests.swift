import Foundation
import PlanTestSupport
import Testing

/// `render` to SVG, PDF and PNG: flags, files, streams; the pictures are judged in `Tests/deep`.
struct RenderFormatTests {
  private static let hasFonts = FileManager.default.fileExists(
    atPath: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")

  @Test(arguments: [
    (["--format", "pgn"], "unknown format 'pgn'; did you mean 'png'?"),
    (["--text", "outlines"], "unknown text mode 'outlines'; did you mean 'outline'?"),
    (["--format", "svg", "-o", "a.pdf"], "'a.pdf' is no file for svg"),
    (["-o", "a.jpg"], "no format for 'a.jpg'"),
    (["-o", "a.png"], "'a.png' takes one sheet, asked for 7"),
    (["--format", "png", "-o", "-"], "standard output takes one sheet, asked for 7"),
    (
      ["--format", "svg", "--format", "pdf", "-o", "-"],
      "standard output takes one format, asked for 2: svg, pdf"
    ),
    (["--dpi", "300"], "--dpi is for png, asked for svg"),
    (["--format", "png", "--dpi", "9"], "9 dpi is outside 10 to 1200"),
    (["--format", "png", "--dpi", "1000000"], "1000000 dpi is outside 10 to 1200"),
    (["--format", "pdf", "--text", "path"], "--text is for svg, asked for pdf"),
    (["--jobs", "0"], "'--jobs' is 0; expected 1 or more"),
  ])
  func wrongUsageIsNamed(arguments: [String], message: String) throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try Program.run(["render"] + arguments, in: workspace.root)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.errorLines.first == "gxq-map: error: \(message)", "\(outcome)")
    #expect(outcome.errorLines.contains { $0.hasPrefix("  help: ") })
    #expect(outcome.bytes.isEmpty)
    guard Thoroughness.isFull || arguments.first == "--dpi" else { return }
    let chinese = try Program.run(["render", "--lang", "zh"] + arguments, in: workspace.root)
    #expect(chinese.status == 64)
    #expect(chinese.errorLines.first?.hasPrefix("gxq-map: 错误: ") == true)
    // Nothing of the parser's own follows.
    #expect(chinese.errorLines.count == 2, "\(chinese)")
  }

  @Test(
    arguments: Thoroughness.chosen(
      of: [["--format", "pdf"], ["--format", "png"], ["--text", "outline"]], oneIn: 3))
  func aMissingFontIsNamedWithItsPackage(arguments: [String]) throws {
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.write(
      "<fontconfig><dir>none</dir><cachedir>cache</cachedir></fontconfig>", to: "fonts.conf")
    let environment = ["FONTCONFIG_FILE": workspace.path("fonts.conf")]
    let outcome = try Program.run(
      ["render", "--sheet", "structure", "-o", "maps"] + arguments, in: workspace.root,
      environment: environment)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(
      outcome.errors.contains("the font 'Noto Sans CJK SC' is not installed")
        && outcome.errors.contains("fonts-noto-cjk"), "\(outcome)")
    #expect(!workspace.exists("maps"))
  }

  @Test func svgNeedsNoFont() throws {
    let workspace = try Workspace.withPlan(styles: true)
    try workspace.write("<fontconfig/>", to: "fonts.conf")
    let outcome = try workspace.run(
      "render", "--sheet", "structure", "--text", "path", "-o", "a.svg",
      environment: ["FONTCONFIG_FILE": workspace.path("fonts.conf")])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try workspace.text("a.svg").contains("<textPath "))
  }

  @Test(.enabled(if: hasFonts && Thoroughness.isFull))
  func filesAreTheSameHoweverManyAreDrawnAtOnce() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let formats = ["--format", "svg", "--format", "pdf", "--format", "png", "--dpi", "40"]
    let sheets = ["--sheet", "structure", "--sheet", "water"]
    for jobs in ["1", "8"] {
      let outcome = try Program.run(
        ["render", "--jobs", jobs, "-o", jobs] + formats + sheets, in: workspace.root,
        environment: jobs == "1" ? [:] : ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Shanghai"])
      #expect(outcome.status == 0, "\(outcome)")
    }
    let files = workspace.files(below: "1")
    #expect(files.count == 6)
    #expect(files == workspace.files(below: "8"))
    for file in files {
      #expect(try workspace.data("1/\(file)") == workspace.data("8/\(file)"), "\(file)")
    }
  }

  @Test(.enabled(if: hasFonts)) func manySheetsGoIntoOnePDF() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let sheets = ["--sheet", "structure", "--sheet", "water"]
    let outcome = try Program.run(["render", "-o", "a.pdf"] + sheets, in: workspace.root)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errorLines.last == "a.pdf")
    let streamed = try Program.run(
      ["render", "--format", "pdf", "-o", "-"] + sheets, in: workspace.root)
    #expect(streamed.bytes == (try workspace.data("a.pdf")))
    let dated = try Program.run(
      ["render", "--format", "pdf", "-o", "-", "--sheet", "structure"], in: workspace.root,
      environment: ["SOURCE_DATE_EPOCH": "1582934400"])
    #expect(dated.bytes.range(of: Data("(D:20200229000000Z)".utf8)) != nil)
    let wrong = try Program.run(
      ["render", "--format", "pdf", "-o", "-"] + sheets, in: workspace.root,
      environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(wrong.status == 64 && wrong.bytes.isEmpty, "\(wrong)")
  }
}

/// A PDF as poppler reads it.
@Suite(
  .enabled("poppler-utils is not installed") {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
      || ProcessInfo.processInfo.environment["CI"] == "true"
  })
struct PDFJudgeTests {
  private func ask(_ arguments: String..., in workspace: Workspace) throws -> String {
    let outcome = try Program.run("/usr/bin/env", arguments, in: workspace.root)
    #expect(outcome.status == 0, "\(arguments) \(outcome)")
    return outcome.output
  }

  @Test func pageTitleFontsAndTextAreThere() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "render", "--sheet", "works", "--format", "pdf", "--format", "svg", "-o", "maps")
    #expect(outcome.status == 0, "\(outcome)")
    let info = try ask("pdfinfo", "maps/works.pdf", in: workspace)
    #expect(info.contains("(A3)") && info.contains("Tagged:          yes"), "\(info)")
    #expect(info.contains("道路工程实施图"))
    // Two lines of head; then name, type, encoding, embedded, subset, known characters.
    let fonts = try ask("pdffonts", "maps/works.pdf", in: workspace).split(separator: "\n")
    #expect(fonts.count > 3)
    for font in fonts.dropFirst(2) {
      #expect(font.contains("CID Type 0C") && font.contains("yes yes yes"), "\(font)")
    }
    #expect(
      try ask("pdfimages", "-list", "maps/works.pdf", in: workspace)
        .split(separator: "\n").count == 2)
    let text = try ask("pdftotext", "-raw", "maps/works.pdf", "-", in: workspace)
    let labels = try workspace.text("maps/works.svg")
      .matches(of: /<g id="[a-z-]*label-\d+" class="label"[^>]*>\s*<title>([^<]+)<\/title>/)
    #expect(labels.count > 50)
    for label in labels { #expect(text.contains(label.1), "\(label.1)") }
  }
}
