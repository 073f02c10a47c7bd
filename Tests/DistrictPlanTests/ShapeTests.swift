import FileShapes
import Foundation
import GeoJSONCoding
import Messages
import Testing

@testable import DistrictPlan

/// Patterns and readers of texts that have a form say the same.
struct TextFormTests {
  private static let days = (0...9999).filter {
    $0 % 97 == 0 || [1900, 2000, 2018, 2020].contains($0)
  }
  .flatMap { year in
    (0...13).flatMap { month in
      [0, 1, 9, 10, 28, 29, 30, 31, 32].map { day in
        String(format: "%04d-%02d-%02d", year, month, day)
      }
    }
  }

  private static let others = [
    "", "2018", "18", "20180", "2018-10", "2018-13", "2018-00", "2018-1", "2018-??", "2018-??-22",
    "2018-??-31", "2018-??-32", "2018-??-00", "2018-??-??", "??", "2018/10/02", " 2018", "2018 ",
    "+018-10", "abcd-10-02", "2018-10-02-03", "2018-1०", "5 m", "5m", "5  m", "5. m", ".5 m", ". m",
    "1.2.3 m", "5 mu", "5 M", "-5 m", "+5 m", "1e3 m", "5 m2", "5 m²", "5 ha", "0.5 km²", "45 deg",
    "45°", "80 %", "80", "m", "4 2 km2", "inf m", "nan m", "5\tm",
  ]

  private static let forms =
    [PartialDate.form, CalendarDay.form]
    + [Quantity.Dimension.length, .area, .angle, .share].map(\.form)

  @Test(arguments: forms.indices)
  func aPatternMatchesWhatTheReaderTakes(index: Int) throws {
    let form = Self.forms[index]
    let pattern = try NSRegularExpression(pattern: form.pattern)
    for text in Self.days + Self.others {
      let range = NSRange(text.startIndex..., in: text)
      let matches = pattern.firstMatch(in: text, range: range) != nil
      #expect(matches == form.accepts(text), "\(form.name): '\(text)'")
    }
  }
}

/// Faults that used to get lost beside another one.
struct NeighbouringFaultTests {
  private func faults(_ text: String) throws -> [String] {
    var log = FaultLog()
    let root = try YAMLFile.root(of: .init(file: "plan.yaml", text))
    _ = try ManifestReader.draft(from: root, log: &log)
    return log.faults.map { "\($0.location.line):\($0.location.column) \($0.message.english)" }
  }

  private static let head = "gxq_map: 1\ntitle: 题\ncrs: EPSG:4549\n"

  @Test func aLayerOfNoKindIsLookedAtNevertheless() throws {
    #expect(
      try faults(Self.head + "layers:\n  - {fiel: a.geojson, kind: raod}\n  - {id: [a]}\n") == [
        "5:29 unknown value 'raod'; did you mean 'road'?",
        "5:6 unknown key 'fiel'; did you mean 'file'?", "5:5 the key 'id' is missing",
        "5:5 the key 'file' is missing", "6:10 expected a text, found a list",
        "6:5 the key 'file' is missing", "6:5 the key 'kind' is missing",
      ])
  }

  @Test func aSettingIsReportedWhereItStands() throws {
    #expect(
      try faults(Self.head + "rules:\n  - {rule: A01, where: {class: [[a], b], ? [c] : d}, on: }\n")
        == [
          "5:33 expected a text, found a list", "5:44 expected a key that is a text, found a list",
          "5:58 expected a text or a list of texts, found nothing",
        ])
  }

  @Test func aConditionWithoutAValueIsReported() throws {
    #expect(
      try faults(Self.head + "layers:\n  - {id: a, file: f, kind: road, where: {class: }}\n") == [
        "5:49 expected a text or a list of texts, found nothing"
      ])
  }

  @Test func everyPartOfAStructureIsReported() throws {
    #expect(
      try faults(
        Self.head + "structures:\n  - {id: s, parts: 7}\n  - {id: s, slogan: 一核, parts: [{}]}\n")
        == [
          "5:20 expected a list, found '7'", "5:5 the key 'slogan' is missing",
          "6:33 the key 'word' is missing", "6:33 the key 'of' is missing",
        ])
  }
}
