import DistrictPlan
import Foundation
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

/// The sheets that come with the program, under every theme, against every rule of sheets.
@Suite struct ShippedSheetLintTests {
  @Test(arguments: Thoroughness.chosen(of: ThemeTests.names, oneIn: ThemeTests.names.count))
  func everySheetPasses(theme: String) throws {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let catalog = try SheetCatalog.load(stylesDirectory: ThemeTests.styles, theme: theme)
    let renderer = SheetRenderer(plan: plan, catalog: catalog)
    for sheet in try renderer.sheets(named: []) {
      let lint = try renderer.render(sheet).lint()
      for finding in lint.findings {
        Issue.record("\(finding.code) \(finding.message.english) (\(theme))")
      }
      let seen = lint.statistics
      #expect(seen.placed > 20 && seen.texts > 60 && seen.entries > 5, "\(sheet.id)")
      #expect(try #require(seen.faintest).value >= 3, "\(sheet.id)")
      #expect(seen.theme == theme && seen.sheet == sheet.id)
    }
  }

  /// In English, where words are long and letters low, and in both languages.
  @Test(
    arguments: Thoroughness.chosen(
      of: ["projects", "works", "innovation", "structure", "overview"], oneIn: 5))
  func sheetsPassInEnglish(id: String) throws {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let catalog = try SheetCatalog.load(stylesDirectory: ThemeTests.styles)
    let sheet = try #require(catalog.sheet(id))
    let both: [(Language, LabelLanguage)] = Thoroughness.isFull ? [(.chinese, .both)] : []
    for (language, labels) in [(Language.english, LabelLanguage.english)] + both {
      let options = RenderOptions(language: language, labels: labels)
      let renderer = SheetRenderer(plan: plan, catalog: catalog, options: options)
      let rendered = try renderer.render(sheet)
      for finding in rendered.lint().findings {
        Issue.record("\(finding.code) \(finding.message.english) (\(labels.rawValue))")
      }
      let labels = rendered.labels
      #expect(Double(labels.placed) >= 0.9 * Double(labels.placed + labels.unplaced.count))
    }
  }

  @Test func findingsSayWhereTheyAre() throws {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let catalog = try SheetCatalog.load(stylesDirectory: ThemeTests.styles)
    var sheet = try #require(catalog.sheet("works"))
    sheet.severities = ["M01": .error, "M03": nil]
    var rendered = try SheetRenderer(plan: plan, catalog: catalog).render(sheet)
    // A second copy of the names covers the first.
    rendered.page.items += rendered.page.items.filter { item in
      item.tag?.id.hasSuffix("labels-body") == true
    }
    let small = TextRun(
      text: "tiny", at: PaperPoint(x: 20, y: 20), size: 1, face: .sansRegular, ink: .black)
    rendered.page.items.append(.text(small, tag: nil))
    // The sheet says what rules weigh, and that one does not look at it.
    let lint = rendered.lint { ["M01", "M03"].contains($0) }
    #expect(lint.findings.count >= 40)
    #expect(lint.findings.allSatisfy { $0.code == "M01" && $0.severity == .error })
    for finding in lint.findings {
      let place = try #require(finding.sheet)
      #expect(place.sheet == "works" && place.themes == ["print"])
      #expect(place.maxX > place.minX && place.maxY > place.minY && place.maxX < 420)
      let anchor = try #require(finding.anchor)
      #expect((116.4...117).contains(anchor.longitude) && (35.2...35.7).contains(anchor.latitude))
      #expect(finding.parties.count >= 2 && finding.parties.last?.id == "works")
      #expect(finding.location != nil && finding.help != nil)
      #expect(try #require(finding.measure).value > 1)
    }
  }

  @Test func themesThatAgreeShareAFinding() {
    func finding(_ theme: String, _ text: String) -> Finding {
      var finding = Finding(
        code: "M04", ruleName: "text-contrast", severity: .warning,
        message: Wording(text, zh: text), parties: [])
      finding.sheet = SheetPlace(sheet: "a", themes: [theme], minX: 0, minY: 0, maxX: 1, maxY: 1)
      return finding
    }
    let statistics = SheetStatistics(
      sheet: "a", theme: nil, placed: 0, unplaced: 0, texts: 0, smallest: nil, faintest: nil,
      entries: 0, pairs: 0)
    let joined = SheetLint.joined([
      SheetLint(findings: [finding("print", "x"), finding("print", "y")], statistics: statistics),
      SheetLint(findings: [finding("dark", "x"), finding("dark", "z")], statistics: statistics),
    ])
    #expect(joined.map(\.message.english) == ["x", "y", "z"])
    #expect(joined.compactMap(\.sheet?.themes) == [["print", "dark"], ["print"], ["dark"]])
  }
}
