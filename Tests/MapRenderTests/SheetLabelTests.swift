import DistrictPlan
import Foundation
import Messages
import PlanTestSupport
import Testing

@testable import MapRender

/// The names of the sheets that come with the program: how many have a place, and whether any overlap.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: RealFont.path(of: .serifBold))))
struct SheetLabelTests {
  /// Sheets on one paper with names in one language.
  struct Case: Sendable, CustomTestStringConvertible {
    let paper: String
    let labels: LabelLanguage
    var testDescription: String { "\(paper) \(labels.rawValue)" }
  }

  static let cases = [
    Case(paper: "A3", labels: .chinese), Case(paper: "A3", labels: .both),
    Case(paper: "A1", labels: .chinese),
  ]

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The shipped sheets on another paper, at the largest round scale that fits.
  private func catalog(on paper: String) throws -> SheetCatalog {
    let styles = Self.root.appendingPathComponent("styles")
    guard paper != "A3" else { return try SheetCatalog.load(stylesDirectory: styles.path) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sheets-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: styles, to: folder)
    let file = folder.appendingPathComponent(SheetCatalog.fileName)
    var text = try String(contentsOf: file, encoding: .utf8)
    text.replace("A3 landscape", with: "\(paper) landscape")
    text.replace(/scale: 1:[0-9]+/, with: "scale: fit")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try SheetCatalog.load(stylesDirectory: folder.path)
  }

  @Test(arguments: Thoroughness.chosen(of: cases, oneIn: cases.count))
  func namesHavePlacesAndDoNotOverlap(_ test: Case) throws {
    let plan = try PlanLoader.load(Self.root.appendingPathComponent("geodata").path).faultless()
    let catalog = try catalog(on: test.paper)
    let renderer = SheetRenderer(
      plan: plan, catalog: catalog, options: RenderOptions(labels: test.labels))
    for sheet in catalog.sheets {
      let rendered = try renderer.render(sheet)
      let labels = rendered.labels
      print(
        "\(test.testDescription) \(sheet.id): \(labels.placed)/\(labels.wanted) placed,",
        "objective \(labels.objective), \(labels.work) steps;",
        "left out: \(labels.unplaced.map { "\($0.text) \($0.reason.rawValue)" })")
      #expect(labels.wanted > 25, "\(sheet.id)")
      // Two lines for each name fill an A3 sheet.
      let least = test.paper == "A1" ? 1 : test.labels == .both ? 0.85 : 0.95
      #expect(labels.share >= least, "\(sheet.id)")
      if test.labels == .chinese { #expect(rendered.unplaced.isEmpty, "\(sheet.id)") }
      #expect(labels.work < 1_500_000)
      #expect(NameOverlaps(of: DrawnSheet(rendered.svg)).pairs == [], "\(sheet.id)")
    }
  }

  @Test func namesInBothLanguagesStandTogether() throws {
    let plan = try PlanLoader.load(Self.root.appendingPathComponent("geodata").path).faultless()
    let catalog = try catalog(on: "A3")
    let sheet = try #require(catalog.sheet("structure"))
    let rendered = try SheetRenderer(
      plan: plan, catalog: catalog, options: RenderOptions(labels: .both)
    ).render(sheet)
    let texts = DrawnSheet(rendered.svg).labels
    for feature in plan.features where rendered.labelled.contains(feature.id) {
      guard feature.kind == .district, let english = feature.nameEnglish else { continue }
      let all = texts.filter { $0.feature == feature.id }.map { $0.texts.map(\.text) }
      #expect(all.contains { $0.joined() == feature.name })
      #expect(all.contains { $0.joined(separator: " ") == english })
    }
  }
}

/// The names on a sheet whose ink, as the real fonts have it, meets that of another.
struct NameOverlaps {
  let pairs: [String]

  init(of drawn: DrawnSheet) {
    let fonts = FontFace.allCases.reduce(into: [FontFace: RealFont]()) { $0[$1] = RealFont($1) }
    let inks = drawn.labels.map { label in
      label.texts.flatMap { text in fonts[text.face].map { text.ink($0) } ?? [] }
    }
    let boxes = inks.map { PaperBox($0.flatMap { $0 }) }
    var pairs: [String] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes.indices.dropFirst(index + 1) {
        guard let box, let theirs = boxes[other], box.overlaps(theirs) else { continue }
        if inks[index].contains(where: { a in inks[other].contains { overlap(a, $0) } }) {
          pairs.append("\(drawn.labels[index].feature) and \(drawn.labels[other].feature)")
        }
      }
    }
    self.pairs = pairs
  }
}
