import DistrictPlan
import Foundation
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

/// The sheets of the plan that comes with the program, read back from their files.
@Suite struct ShippedSheetsTests {
  /// The plan, its catalogue, and the sheets in both languages; made once.
  struct Atlas: Sendable {
    let plan: Plan
    let catalog: SheetCatalog
    let chinese: [String: RenderedSheet]
    let english: [String: RenderedSheet]

    static let shared: Result<Atlas, any Error> = Result { try Atlas() }

    private init() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      plan = try PlanLoader.load(root.appendingPathComponent("geodata").path).faultless()
      let catalog = try SheetCatalog.load(
        stylesDirectory: root.appendingPathComponent("styles").path)
      self.catalog = catalog
      let plan = plan
      func all(_ language: Language) throws -> [String: RenderedSheet] {
        let renderer = SheetRenderer(
          plan: plan, catalog: catalog, options: RenderOptions(language: language))
        return try catalog.sheets.reduce(into: [:]) { $0[$1.id] = try renderer.render($1) }
      }
      chinese = try all(.chinese)
      english = try all(.english)
    }

    func drawn(_ id: String) throws -> DrawnSheet {
      DrawnSheet(try #require(chinese[id]).svg)
    }
  }

  static let ids = ["structure", "water", "works", "innovation", "projects", "overview", "wall"]
  private let atlas: Atlas

  init() throws { atlas = try Atlas.shared.get() }

  /// The ids of a layer's features; `named` leaves out those without a name.
  private func members(_ layer: String, named: Bool = false) throws -> Set<String> {
    let layer = try #require(atlas.plan.layer(layer))
    return Set(
      atlas.plan.features(in: layer).filter { $0.geometry != nil && (!named || $0.name != nil) }
        .map(\.id))
  }

  private func expectAll(
    _ layers: [String], on sheet: String, counts: [Int]? = nil, listed: Bool = true,
    named: Bool = false
  ) throws {
    let drawn = try atlas.drawn(sheet)
    let labels = Set(drawn.labels.map(\.feature))
    for (index, layer) in layers.enumerated() {
      let ids = try members(layer, named: named)
      if let counts { #expect(ids.count == counts[index], "\(layer)") }
      #expect(ids.subtracting(drawn.features).isEmpty, "\(layer) not drawn")
      #expect(ids.subtracting(labels).isEmpty, "\(layer) without a label")
      if listed { #expect(ids.subtracting(drawn.entries).isEmpty, "\(layer) not in the legend") }
    }
  }

  @Test func thereAreSevenSheetsAndAnAtlas() throws {
    #expect(atlas.catalog.sheets.map(\.id) == Self.ids + ["districts"])
    #expect(try atlas.catalog.sheets(named: []).map(\.id) == Self.ids)
  }

  @Test func theStructureSheetShowsOneCoreThreeCorridorsSixDistricts() throws {
    let drawn = try atlas.drawn("structure")
    #expect(drawn.isWellFormed)
    try expectAll(["core", "districts"], on: "structure", counts: [1, 6])
    let corridors = try members("corridors")
    #expect(corridors.count == 3)
    #expect(corridors.isSubset(of: drawn.features))
    #expect(corridors.isSubset(of: Set(drawn.entries)))
    // A corridor's name follows its axis.
    let axes = try members("corridor-axes")
    #expect(axes.isSubset(of: Set(drawn.labels.map(\.feature))))
    let names = Set(drawn.labels.map { $0.texts.map(\.text).joined() })
    for id in corridors { #expect(names.contains(try #require(atlas.plan.feature(id)?.name))) }
  }

  @Test func theWaterSheetShowsThreeThreeFourFiveAndTheLakes() throws {
    try expectAll(
      ["water-areas", "water-corridors", "verticals", "horizontals"], on: "water",
      counts: [3, 3, 4, 5])
    let drawn = try atlas.drawn("water")
    let lakes = Set(["lake.ruyi", "lake.shili", "lake.hongyan"])
    #expect(lakes.isSubset(of: drawn.features))
    #expect(lakes.isSubset(of: Set(drawn.labels.map(\.feature))))
    #expect(lakes.isSubset(of: Set(drawn.entries)))
  }

  @Test func theWorksSheetShowsEveryWorkAndEveryNamedRoad() throws {
    try expectAll(["works"], on: "works")
    try expectAll(["roads"], on: "works", listed: false, named: true)
    let drawn = try atlas.drawn("works")
    #expect(drawn.maps.map { $0["id"] } == ["before", "after"])
    // Each dead end is marked before and opened after.
    for id in try members("dead-end-works") {
      #expect(drawn.ids.contains("before-dead-ends.\(id)"))
      #expect(drawn.ids.contains("after-works-open.\(id)"))
      #expect(!drawn.ids.contains("after-dead-ends.\(id)"))
    }
  }

  /// The roads that the documents name; each is explained in the legend of the sheet that it matters on.
  @Test(arguments: [
    ("works", "海川路"), ("works", "鸿广路"), ("works", "幸福路"), ("works", "菱花南路"), ("works", "德源路"),
    ("works", "山博路"), ("works", "康泰路"), ("works", "群英路"), ("works", "嘉达路"), ("works", "崇文大道"),
    ("works", "仁美路"), ("works", "太行山路"), ("works", "济宁大道"), ("works", "宁安大道"),
    ("structure", "西浦路"),
  ])
  func everyRoadOfTheDocumentsIsDrawnNamedAndInALegend(sheet: String, road: String) throws {
    let drawn = try atlas.drawn(sheet)
    let feature = try #require(
      atlas.plan.features.first { $0.kind == .road && $0.name == road }, "\(road)")
    #expect(drawn.features.contains(feature.id))
    #expect(drawn.labels.contains { $0.texts.map(\.text).joined().contains(road) })
    #expect(drawn.entryTexts.contains { $0.contains(road) }, "not in the legend")
  }

  @Test func theInnovationSheetShowsEverySiteParkClusterAndBlock() throws {
    try expectAll(
      ["innovation-sites", "parks", "clusters", "blocks"], on: "innovation", counts: [4, 10, 4, 6])
    try expectAll(
      ["business-quarter", "functions", "demonstration-areas", "facilities"], on: "innovation")
  }

  @Test func theProjectSheetListsEveryProjectWithOrWithoutAPlace() throws {
    try expectAll(["projects", "innovation-sites", "business-quarter"], on: "projects")
    let layer = try #require(atlas.plan.layer("projects"))
    let entries = Set(try atlas.drawn("projects").entries)
    #expect(Set(atlas.plan.features(in: layer).map(\.id)).isSubset(of: entries))
  }

  @Test(arguments: ids)
  func everyRequiredNameFindsAPlace(id: String) throws {
    #expect(try #require(atlas.chinese[id]).unplaced.isEmpty)
    #expect(try #require(atlas.english[id]).unplaced.isEmpty)
  }

  @Test(arguments: ids)
  func filesAreWellFormedWithUniqueNamesTitlesAndLayers(id: String) throws {
    for sheet in [try #require(atlas.chinese[id]), try #require(atlas.english[id])] {
      let drawn = DrawnSheet(sheet.svg)
      #expect(drawn.isWellFormed)
      #expect(Set(drawn.ids).count == drawn.ids.count)
      #expect(drawn.ids.allSatisfy(Self.isXMLName))
      #expect(Set(drawn.layers).count == drawn.layers.count && drawn.layers.count > 8)
      #expect(drawn.untitled.isEmpty)
      #expect(drawn.root["role"] == "img")
      let (width, height) = id == "wall" ? (841, 594) : (420, 297)
      #expect(drawn.root["width"] == "\(width)mm")
      #expect(drawn.root["viewBox"] == "0 0 \(width) \(height)")
      #expect(
        drawn.elements.isDisjoint(with: [
          "image", "textPath", "script", "style", "foreignObject",
        ]))
      let text = String(decoding: sheet.svg, as: UTF8.self)
      #expect(!text.contains("-0 ") && !text.contains("-0\"") && !text.contains("-0,"))
      #expect(!text.contains("\r"))
      for match in text.matches(of: /href="([^"]*)"/) { #expect(match.output.1.hasPrefix("#")) }
    }
  }

  private static func isXMLName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first | 0x20) else { return false }
    return name.utf8.allSatisfy {
      (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
    }
  }

  @Test(arguments: ids)
  func theZoneLiesWithinEveryMapFrame(id: String) throws {
    let drawn = try atlas.drawn(id)
    let layer = try #require(atlas.plan.layer("zone"))
    let bounds = atlas.plan.features(in: layer).compactMap { $0.plane?.bounds }
    let zone = try #require(bounds.first)
    for map in drawn.maps {
      func number(_ key: String) throws -> Double { try #require(map[key].flatMap(Double.init)) }
      #expect(try number("minX") <= zone.minimum.x && number("maxX") >= zone.maximum.x)
      #expect(try number("minY") <= zone.minimum.y && number("maxY") >= zone.maximum.y)
      let millimetres = try number("frameWidth") * number("scale") / 1000
      #expect(abs(try number("maxX") - number("minX") - millimetres) < 0.3)
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: RealFont.path(of: .serifBold))),
    arguments: ids)
  func namesNeitherOverlapNorLeaveTheFrame(id: String) throws {
    let fonts = FontFace.allCases.reduce(into: [FontFace: RealFont]()) {
      $0[$1] = RealFont($1)
    }
    for svg in [try #require(atlas.chinese[id]).svg, try #require(atlas.english[id]).svg] {
      let drawn = DrawnSheet(svg)
      let inks = drawn.labels.map { label in
        label.texts.flatMap { text in fonts[text.face].map { text.ink($0) } ?? [] }
      }
      let boxes = inks.map { PaperBox($0.flatMap { $0 }) }
      let frames = drawn.maps.compactMap { map -> PaperBox? in
        guard let x = map["frameX"].flatMap(Double.init),
          let y = map["frameY"].flatMap(Double.init),
          let width = map["frameWidth"].flatMap(Double.init),
          let height = map["frameHeight"].flatMap(Double.init)
        else { return nil }
        return PaperBox(x: x, y: y, width: width, height: height)
      }
      for (index, box) in boxes.enumerated() {
        guard let box else { continue }
        #expect(frames.contains { $0.contains(box) }, "\(drawn.labels[index].feature)")
        for other in boxes.indices.dropFirst(index + 1) {
          guard let otherBox = boxes[other], box.overlaps(otherBox) else { continue }
          let clash = inks[index].contains { a in inks[other].contains { overlap(a, $0) } }
          #expect(!clash, "\(drawn.labels[index].feature) and \(drawn.labels[other].feature)")
        }
      }
    }
  }

  @Test(arguments: ids)
  func noTextIsTooSmallToRead(id: String) throws {
    // Hanzi fill about nine tenths of the em; 1.8 mm is the least that prints well.
    let small = try atlas.drawn(id).texts.filter { $0.text != "?" && $0.size * 0.92 < 1.8 }
    #expect(small.map(\.text).isEmpty)
  }

  @Test(.enabled(if: Thoroughness.isFull)) func theSamePlanGivesTheSameBytes() throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    for sheet in atlas.catalog.sheets {
      #expect(try renderer.render(sheet).svg == atlas.chinese[sheet.id]?.svg)
    }
  }

  @Test(arguments: Thoroughness.chosen(of: [8, 1], oneIn: 2))
  func sheetsRenderedSideBySideAreTheSame(jobs: Int) async throws {
    let renderer = SheetRenderer(plan: atlas.plan, catalog: atlas.catalog)
    let sheets = atlas.catalog.sheets
    let files = try await withThrowingTaskGroup(of: (String, [UInt8]).self) { group in
      var files: [String: [UInt8]] = [:]
      for (index, sheet) in sheets.enumerated() {
        if index >= jobs, let (id, svg) = try await group.next() { files[id] = svg }
        group.addTask { (sheet.id, try renderer.render(sheet).svg) }
      }
      for try await (id, svg) in group { files[id] = svg }
      return files
    }
    #expect(files == atlas.chinese.mapValues(\.svg))
  }

  @Test func anEarlierDayShowsEarlierStatuses() throws {
    let sheet = try #require(atlas.catalog.sheet("projects"))
    let day = try #require(CalendarDay("2017-12-31"))
    let early = try SheetRenderer(
      plan: atlas.plan, catalog: atlas.catalog, options: RenderOptions(asOf: day)
    ).render(sheet)
    #expect(early.svg != atlas.chinese["projects"]?.svg)
    #expect(String(decoding: early.svg, as: UTF8.self).contains("2017-12-31"))
  }

  @Test func worksNotDoneAreNotDrawnAsRoads() throws {
    let sheet = try #require(atlas.catalog.sheet("overview"))
    let bare = try SheetRenderer(
      plan: atlas.plan, catalog: atlas.catalog, options: RenderOptions(works: WorksSelection.none)
    ).render(sheet)
    let work = try #require(try members("extension-works").min())
    #expect(atlas.chinese["overview"]?.drawn.contains(work) == true)
    #expect(!bare.drawn.contains(work))
  }
}
