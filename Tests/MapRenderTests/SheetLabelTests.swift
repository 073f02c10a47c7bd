import DistrictPlan
import Foundation
import Messages
import Testing

@testable import MapRender

/// The names of the sheets that come with the program: how many have a place, and whether any overlap.
@Suite struct SheetLabelTests {
  /// Sheets on one paper with names in one language.
  struct Case: Sendable, CustomTestStringConvertible {
    let paper: String
    let labels: LabelLanguage
    var testDescription: String { "\(paper) \(labels.rawValue)" }
  }

  static let cases = ["A3", "A1"].flatMap { paper in
    LabelLanguage.allCases.map { Case(paper: paper, labels: $0) }
  }

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

  @Test(arguments: cases)
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
      if test.paper == "A1" {
        #expect(labels.unplaced.isEmpty, "\(sheet.id)")
      } else if test.labels == .chinese {
        #expect(labels.share >= 0.95, "\(sheet.id)")
        #expect(rendered.unplaced.isEmpty, "\(sheet.id)")
      }
      #expect(labels.work < 7_000_000)
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

/// The names on a sheet whose ink meets that of another.
struct NameOverlaps {
  let pairs: [String]

  init(of drawn: DrawnSheet) {
    // A name and the one below it in the other language are of one feature and one group.
    let boxes = drawn.labels.map { label in
      label.texts.compactMap { text -> PaperBox? in
        let width =
          text.face.width(of: text.text) * text.size
          + text.spacing * text.size * Double(max(0, text.text.count - 1))
        let left =
          text.anchor == "middle" ? -width / 2 : text.anchor == "end" ? -width : 0
        let reach = text.face.reach(of: text.text)
        let corners = [
          (left, -reach.rise * text.size), (left + width, -reach.rise * text.size),
          (left, reach.fall * text.size), (left + width, reach.fall * text.size),
        ].map { corner in
          PaperPoint(x: corner.0, y: corner.1).turned(by: text.rotation).moved(text.x, text.y)
        }
        // The box of turned text is larger than its ink.
        return abs(text.rotation) < 20 ? PaperBox(corners)?.grown(by: -0.05) : nil
      }
    }
    var pairs: [String] = []
    for (index, mine) in boxes.enumerated() {
      for other in boxes.indices.dropFirst(index + 1)
      where boxes[other].contains(where: { theirs in mine.contains { $0.overlaps(theirs) } }) {
        pairs.append("\(drawn.labels[index].feature) and \(drawn.labels[other].feature)")
      }
    }
    self.pairs = pairs
  }
}
