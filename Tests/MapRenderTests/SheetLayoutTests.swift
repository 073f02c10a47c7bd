import DistrictPlan
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

/// Where things stand on a sheet, whatever its paper: nothing covers the plan or anything else.
@Suite struct SheetLayoutTests {
  private let atlas: ShippedSheetsTests.Atlas

  init() throws { atlas = try ShippedSheetsTests.Atlas.shared.get() }

  struct Case: Sendable, CustomTestStringConvertible {
    let sheet: String
    let change: PaperChange
    let language: Language
    /// Whether the sheet also has a wind rose, a class and a number of approval.
    var hasWind = false
    var testDescription: String {
      let parts = [
        sheet, change.paper, change.orientation?.rawValue, language == .english ? "en" : nil,
        hasWind ? "wind" : nil,
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  static let cases: [Case] = {
    var cases: [Case] = []
    for id in ShippedSheetsTests.ids + ["districts", "districts-2"] {
      cases.append(Case(sheet: id, change: PaperChange(), language: .chinese))
      cases.append(Case(sheet: id, change: PaperChange(), language: .english))
    }
    for id in ["structure", "works", "projects"] {
      cases.append(
        Case(sheet: id, change: PaperChange(orientation: .portrait), language: .chinese))
      cases.append(
        Case(
          sheet: id, change: PaperChange(paper: "A1", bleed: "3 mm", hasCropMarks: true),
          language: .chinese))
      cases.append(
        Case(sheet: id, change: PaperChange(paper: "700x520 mm"), language: .chinese))
    }
    for language in Language.allCases {
      cases.append(
        Case(sheet: "overview", change: PaperChange(), language: language, hasWind: true))
      cases.append(Case(sheet: "wall", change: PaperChange(), language: language, hasWind: true))
    }
    cases.append(Case(sheet: "structure", change: PaperChange(paper: "A4"), language: .chinese))
    cases.append(Case(sheet: "overview", change: PaperChange(paper: "A0"), language: .chinese))
    cases.append(Case(sheet: "wall", change: PaperChange(paper: "A0"), language: .chinese))
    return cases
  }()

  @Test(arguments: Thoroughness.chosen(of: cases, oneIn: 18))
  func furnitureKeepsOffTheMapsAndOffItself(_ one: Case) throws {
    let renderer = SheetRenderer(
      plan: atlas.plan, catalog: atlas.catalog, options: RenderOptions(language: one.language))
    var sheet = try #require(try renderer.sheets(named: [one.sheet]).first).on(one.change)
    if one.hasWind {
      var random = SeededGenerator(seed: 7)
      let values = (0..<16).map { _ in Double.random(in: 1...6, using: &random) }
      sheet.wind = WindTable(
        frequency: values, pollution: values.reversed(), calm: 9,
        source: Wording("made up", zh: "虚构"))
      sheet.marks = SheetMarks(
        classification: Wording("internal", zh: "内部"), approval: "试S(2019)001号", date: "2019-06")
    }
    var composer = SheetComposer(
      plan: atlas.plan, sheet: sheet, options: RenderOptions(language: one.language))
    let layout = composer.layout
    let views = try composer.views()
    let page = try composer.rendered().page

    // Maps, panel and header lie beside one another within the frame.
    let parts = layout.maps + [layout.panel] + (layout.header.map { [$0] } ?? [])
    for (index, part) in parts.enumerated() {
      #expect(layout.outer.contains(part))
      for other in parts.dropFirst(index + 1) { #expect(!part.overlaps(other)) }
    }
    #expect(views.map(\.placement.frame) == layout.maps)

    // All that the sheet prints lies on the paper.
    let trim = page.trim ?? PaperBox(x: 0, y: 0, width: page.size.width, height: page.size.height)
    let drawn = page.items.filter { $0.groups(["crop-marks"]).isEmpty }.dropFirst()
    for item in drawn {
      guard let bounds = item.bounds else { continue }
      #expect(trim.contains(bounds), "\(bounds)")
    }

    // What stands in the panel stays there; no text is under 1.8 mm.
    let outside = (page.size.width - sheet.paper.width) / 2
    let placing = PagePlacing(scale: sheet.enlargement, shift: outside)
    let panel = placing.box(layout.panel)
    let boxes = drawn.flatMap { $0.groups(["legend", "table", "locator", "wind-rose"]) }
    #expect(boxes.contains { $0.id == "legend" })
    #expect(boxes.contains { $0.id == "wind-rose" } == one.hasWind)
    for (index, box) in boxes.enumerated() {
      let bounds = try #require(box.bounds)
      #expect(panel.contains(bounds), "\(box.id) \(bounds) in \(panel)")
      for other in boxes.dropFirst(index + 1) {
        #expect(!bounds.overlaps(try #require(other.bounds)), "\(box.id) on \(other.id)")
      }
    }
    let furniture = try #require(
      drawn.compactMap { item -> DrawItem.Group? in
        guard case .group(let group) = item, group.tag.id == "furniture" else { return nil }
        return group
      }.first)
    let loose = furniture.items.filter { $0.groups(["legend", "table"]).isEmpty }.flatMap(\.runs)
    for run in loose {
      for box in boxes where box.id == "legend" || box.id == "table" {
        let bounds = try #require(box.bounds).grown(by: -0.3)
        #expect(!bounds.overlaps(run.bounds), "'\(run.text)' on \(box.id)")
      }
    }
    for run in furniture.items.flatMap(\.runs) {
      #expect(run.size >= 1.79, "'\(run.text)' \(run.size)")
    }
    for (index, run) in loose.enumerated() {
      for other in loose.dropFirst(index + 1) {
        let apart = run.bounds.grown(by: -0.15).overlapArea(other.bounds)
        #expect(apart < 0.2, "'\(run.text)' on '\(other.text)'")
      }
    }
  }

  @Test func aLargerPaperLooksLikeTheDesignedOne() throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let own = try #require(atlas.catalog.sheet("structure"))
    let large = try own.on(PaperChange(paper: "A1"))
    #expect(large.enlargement == 2)
    let one = try renderer.render(own).page
    let two = try renderer.render(large).page
    #expect(two.size == (841, 594))
    #expect(two.maps[0].placement.denominator == 35_000)
    // The same title, twice as large.
    func title(_ page: SheetPage) -> Double? {
      page.items.flatMap(\.runs).filter { $0.text == own.title.chinese }.map(\.size).max()
    }
    #expect(try abs(#require(title(two)) - 2 * #require(title(one))) < 1e-9)
  }

  @Test func aTurnedSheetWithoutRoomSaysSo() throws {
    let sheet = try #require(atlas.catalog.sheet("structure"))
      .on(PaperChange(paper: "A4", scale: "1:50000"))
    let error = #expect(throws: RenderError.self) {
      try SheetRenderer(plan: atlas.plan, catalog: atlas.catalog).render(sheet)
    }
    #expect(error?.message.english.contains("does not fit into the map frame") == true)
    #expect(error?.help?.english.hasPrefix("it fits at 1:") == true)
    #expect(error?.location?.file.hasSuffix("sheets.yaml") == true)
  }

  /// Where much stands around a map, the panel takes more of a paper that is not the sheet's own.
  @Test(
    .enabled(if: Thoroughness.isFull), arguments: ["works", "projects", "water"],
    [PaperSize.Orientation.portrait, .landscape])
  func panelsGrowOnSmallPaper(id: String, orientation: PaperSize.Orientation) throws {
    let change = PaperChange(paper: "A4", orientation: orientation)
    let sheet = try #require(atlas.catalog.sheet(id)).on(change)
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let lint = try renderer.render(sheet).lint { ["M01", "M09"].contains($0) }
    #expect(lint.findings.map(\.message.english) == [])
  }

  @Test func panelsGrowUpToHalfOfOtherPaperOnly() throws {
    let own = try #require(atlas.catalog.sheet("works"))
    #expect(own.withLargerPanel == nil)
    var sheet = try own.on(PaperChange(paper: "A4", orientation: .portrait))
    let first = sheet.panel.size
    while let larger = sheet.withLargerPanel {
      #expect(larger.panel.size > sheet.panel.size)
      sheet = larger
    }
    #expect(sheet.panel.size > first && sheet.panel.size <= sheet.designedPaper.height / 2)
  }

  @Test func aLegendThatNeverFitsIsAnError() throws {
    var sheet = try #require(atlas.catalog.sheet("projects"))
    sheet.panel = SheetPanel(side: .right, size: 60, columns: 1)
    let error = #expect(throws: RenderError.self) {
      try SheetRenderer(plan: atlas.plan, catalog: atlas.catalog).render(sheet)
    }
    #expect(
      error?.message.english == "the legend of sheet 'projects' does not fit into its panel")
  }

  @Test func aTableThatHasNoRoomIsAnError() throws {
    var sheet = try #require(atlas.catalog.sheet("wall"))
    sheet.panel.size = 120
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let narrow = #expect(throws: RenderError.self) { try renderer.render(sheet) }
    #expect(narrow?.message.english.contains("needs 136 mm, its panel has 110 mm") == true)
    let small = try #require(atlas.catalog.sheet("wall"))
      .on(PaperChange(paper: "600x280 mm", scale: "fit"))
    let low = #expect(throws: RenderError.self) { try renderer.render(small) }
    #expect(low?.message.english.contains("has 51 rows and needs") == true)
  }

  @Test func anAtlasHasAnIndexAndAPageForEveryDistrict() throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let pages = try renderer.sheets(named: ["districts"])
    #expect(pages.map(\.id) == ["districts"] + (1...6).map { "districts-\($0)" })
    #expect(try renderer.sheets(named: ["districts-4"]).map(\.id) == ["districts-4"])
    #expect(try renderer.sheets(named: [], atlas: "districts").map(\.id) == pages.map(\.id))
    #expect(try renderer.sheets(named: []).map(\.id) == ShippedSheetsTests.ids)
    let index = try renderer.render(pages[0])
    let numbers = Set(index.page.items.flatMap(\.runs).map(\.text))
    for number in 1...6 { #expect(numbers.contains("\(number)")) }
    for sheet in pages.dropFirst() {
      let page = try renderer.render(sheet)
      let frame = page.page.maps[0].placement
      let id = try #require(sheet.page?.entry?.feature)
      let bounds = try #require(atlas.plan.feature(id)?.densePlane?.bounds)
      // The page shows its district whole, with a margin.
      let room = (
        frame.frame.width / frame.millimetresPerMetre,
        frame.frame.height / frame.millimetresPerMetre
      )
      #expect(room.0 >= bounds.width * 1.1 && room.1 >= bounds.height * 1.1)
      #expect(page.drawn.contains(id))
      #expect(page.page.title.contains(try #require(atlas.plan.feature(id)?.name)))
      #expect(page.atlas == "districts")
    }
  }

  @Test func aPageExplainsOnlyWhatIsSeenOnIt() throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let sheet = try #require(try renderer.sheets(named: ["districts-5"]).first)
    let page = try renderer.render(sheet)
    let texts = Set(page.page.items.flatMap(\.runs).map(\.text))
    // Beside the frame: a corridor, and the boundary around all of it.
    #expect(!texts.contains("西浦路工业走廊") && !texts.contains("高新区范围"))
    #expect(!page.drawn.contains("corridor.xipu"))
    #expect(texts.contains("蓼河生态走廊") && page.drawn.contains("zone.gaoxin"))
  }

  @Test func anAtlasOfWhatHasNoPagesIsAnError() throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let error = #expect(throws: RenderError.self) {
      try renderer.sheets(named: ["overview"], atlas: "district")
    }
    #expect(
      error?.message.english == "the plan has no layer 'district'; did you mean 'districts'?")
    #expect(throws: RenderError.self) { try renderer.sheets(named: ["districts-7"]) }
  }

  @Test func theWallMapListsEveryWorkAndProject() throws {
    let page = try #require(atlas.chinese["wall"]).page
    let rows = page.items.flatMap { $0.rows }
    for name in ["works", "projects", "innovation-sites", "parks"] {
      let layer = try #require(atlas.plan.layer(name))
      let ids = Set(atlas.plan.features(in: layer).map(\.id))
      #expect(ids.isSubset(of: rows.map(\.feature)), "\(name)")
    }
    #expect(Set(rows.map(\.feature)).count == rows.count)
    // A work whose deadline has passed: what was said, when, by when, and where.
    let row = try #require(rows.first { $0.feature == "work.deyuan-open" })
    #expect(
      row.texts == [
        "①", "德源路打通", "打通", "0.80 km", "未知", "2018-10", "2018-12-31 建成", "S064",
      ])
    // The day before it passed the work was under way.
    let day = try #require(CalendarDay("2018-12-01"))
    let early = try SheetRenderer(
      plan: atlas.plan, catalog: atlas.catalog, options: RenderOptions(asOf: day)
    ).render(try #require(atlas.catalog.sheet("wall")))
    let then = try #require(
      early.page.items.flatMap { $0.rows }.first { $0.feature == "work.deyuan-open" })
    #expect(then.texts[4] == "启动")
  }
}

extension DrawItem {
  /// The rows of the tables in the item, with their texts from left to right.
  fileprivate var rows: [(feature: String, texts: [String])] {
    guard case .group(let group) = self else { return [] }
    if group.tag.classes.hasPrefix("table-row"), let feature = group.tag.feature {
      // Symbols may hold a question mark.
      let texts = group.items.flatMap(\.runs).map(\.text).filter { $0 != "?" }
      return [(feature, texts)]
    }
    return group.items.flatMap { $0.rows }
  }
}
