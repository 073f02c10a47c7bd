import DistrictPlan
import Foundation
import PlanTestSupport
import Testing

/// The program knows no district: what is particular to the shipped plan stands in `geodata/` only.
struct NoDistrictTests {
  /// Names, slogans, CRS codes and figures of the shipped plan.
  private func particulars() throws -> Set<String> {
    let plan = try PlanLoader.load(from: PlanTexts(folder: Repository.geodata)).plan
    var words: Set<String> = []
    for feature in plan.features {
      words.formUnion([feature.name, feature.nameEnglish].compactMap { $0 } + feature.aliases)
    }
    for structure in plan.structures {
      words.insert(structure.slogan.text)
      // A part such as 一核 may stand in any slogan; one with a noun of its own may not.
      words.formUnion(structure.parts.map(\.word).filter { $0.count >= 4 })
    }
    for document in plan.documents { words.insert(document.title) }
    let texts = try PlanTexts(folder: Repository.geodata)
    words.formUnion(matches(#/EPSG:[0-9]+/#, in: texts.files["plan.yaml"]))
    let statements = texts.files["statements.yaml"]
    words.formUnion(matches(#/[0-9]+(?:\.[0-9]+)? (?:km2|km|ha)/#, in: statements))
    words.formUnion(matches(#/[0-9.]+(?:平方公里|公里|平方米|亩|万)/#, in: statements))
    return words
  }

  private func matches(_ pattern: Regex<Substring>, in text: String?) -> [String] {
    (text ?? "").matches(of: pattern).map { String($0.output) }
  }

  @Test func thereAreParticularsToLookFor() throws {
    let words = try particulars()
    #expect(words.count > 200)
    #expect(words.contains { $0.hasPrefix("EPSG:") })
  }

  @Test func noSourceFileNamesTheShippedDistrict() throws {
    let words = FileManager.default.temporaryDirectory
      .appendingPathComponent("particulars-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: words) }
    try particulars().sorted().joined(separator: "\n").write(
      to: words, atomically: true, encoding: .utf8)
    // Hundreds of words in hundreds of files: no search is as quick as this one.
    let search = Process()
    search.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    search.arguments = [
      "grep", "-rnF", "--include=*.swift", "-f", words.path,
      Repository.root.appendingPathComponent("Sources").path,
    ]
    let found = Pipe()
    search.standardOutput = found
    try search.run()
    let lines = String(decoding: found.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    search.waitUntilExit()
    // 0: there are some; 1: there are none; else the search itself went wrong.
    #expect(search.terminationStatus == 1 && lines.isEmpty, "\(lines)")
  }
}
