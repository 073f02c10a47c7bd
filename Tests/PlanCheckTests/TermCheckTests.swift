import DistrictPlan
import Foundation
import GeoJSONCoding
import Messages
import PlanCheck
import PlanTestSupport
import Testing

struct TermCheckTests {
  private let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func plan(file: String, sha256: String? = nil, terms: String = "[]") throws -> Plan {
    var sample = SamplePlan()
    let hash = sha256.map { ", sha256: \($0)" } ?? ""
    sample.documents = "  - {id: D1, title: 甲, date: '2020', file: \(file)\(hash)}\n"
    sample.statements = """
        - {id: S1, document: D1, says: 说, terms: \(terms), out_of_scope: {because: none, note: 无}}

      """
    return try sample.load().faultless()
  }

  private func inFolder(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gxq-map-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent("a.txt"))
    try body(folder.path)
  }

  @Test func termsAreFoundAcrossLineBreaks() throws {
    try inFolder("打通断\n头 路，\u{3000}北跨。") { folder in
      let check = try TermCheck(plan(file: "a.txt", terms: "[断头路, 北跨, 南延]"), directory: folder)
      #expect(check.found == 2)
      #expect(check.documents == 1)
      #expect(
        check.misses.map(\.message.english) == ["the term '南延' of S1 is not in document D1"])
      #expect(check.misses.first?.location.line == 2)
    }
  }

  @Test func theDigestTellsWhetherItIsTheDocumentMeant() throws {
    try inFolder("abc") { folder in
      #expect(try TermCheck(plan(file: "a.txt", sha256: digest), directory: folder).misses == [])
      let upper = digest.uppercased()
      #expect(try TermCheck(plan(file: "a.txt", sha256: upper), directory: folder).misses == [])
      let other = String(repeating: "0", count: 64)
      let misses = try TermCheck(plan(file: "a.txt", sha256: other), directory: folder).misses
      #expect(misses.map(\.id) == ["D1"])
    }
  }

  @Test(arguments: ["b.txt", "../a.txt", "/etc/hostname"])
  func aTextThatIsNotInTheFolderIsRefused(file: String) throws {
    try inFolder("abc") { folder in
      let plan = try plan(file: file)
      let error = #expect(throws: PlanError.self) { try TermCheck(plan, directory: folder) }
      #expect(error?.location?.file == "documents.yaml")
    }
  }
}
