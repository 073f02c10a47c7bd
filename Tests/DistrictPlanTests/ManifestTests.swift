import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport
import Testing

struct ManifestTests {
  private func error(_ change: (PlanTexts) throws -> PlanTexts) -> PlanError? {
    #expect(throws: PlanError.self) { try PlanLoader.load(from: change(SamplePlan().texts)) }
  }

  private func faults(_ manifest: String) throws -> [String] {
    var sample = SamplePlan()
    sample.manifest = manifest
    // The manifest of the sample has seven lines before its layers, and one for each kind.
    let first = 8 + FeatureKind.allCases.count
    return try sample.load().faultLines.map { line in
      guard line.hasPrefix("plan.yaml:"), let end = line.dropFirst(10).firstIndex(of: ":"),
        let number = Int(line.dropFirst(10)[..<end])
      else { return line }
      return "+\(number - first)\(line[end...])"
    }
  }

  @Test func anotherFormatVersionIsRefused() {
    let error = error { try $0.replacing("gxq_map: 1", with: "gxq_map: 2", in: "plan.yaml") }
    #expect(
      error?.message.english == "the format version 'gxq_map' is '2'; this program reads 1")
    #expect(error?.location?.description == "plan.yaml:1:10")
  }

  @Test func aMissingFormatVersionIsRefused() {
    let error = error { try $0.replacing("gxq_map: 1\n", with: "", in: "plan.yaml") }
    #expect(error?.message.english == "the key 'gxq_map' is missing")
  }

  @Test func anUnknownCRSIsRefusedWhereItStands() {
    let error = error { try $0.replacing("EPSG:4549", with: "EPSG:999999", in: "plan.yaml") }
    #expect(error?.location?.description == "plan.yaml:3:6")
  }

  @Test func aCRSInDegreesIsRefused() {
    #expect(error { try $0.replacing("EPSG:4549", with: "EPSG:4490", in: "plan.yaml") } != nil)
  }

  @Test func aManifestThatIsNoMappingIsRefused() {
    #expect(error { $0.replacing("plan.yaml", with: "- a\n") }?.help != nil)
  }

  @Test func aMissingFileIsReportedWhereItIsNamed() {
    let error = error {
      try $0.replacing("documents: documents.yaml", with: "documents: d.yaml", in: "plan.yaml")
    }
    #expect(error?.location?.description == "plan.yaml:4:12")
  }

  @Test func unknownKeysAndKindsAreReportedWithWhatWasMeant() throws {
    #expect(
      try faults("  - {id: a, file: map.geojson, kind: distict}\nprecison: 8\n") == [
        "+1:1 D01 unknown key 'precison'; did you mean 'precision'?",
        "+0:38 D01 unknown value 'distict'; did you mean 'district'?",
      ])
  }

  @Test func settingsOutsideTheirRangeAreReported() throws {
    #expect(
      try faults("precision: 40\ntolerance: -1 m\n") == [
        "+0:12 D01 expected a whole number from 1 to 12, found '40'",
        "+1:12 D01 expected a length with its unit, such as '300 m', found '-1 m'",
      ])
    #expect(
      try faults("tolerance: 2 km2\n") == [
        "+0:12 D01 expected a length with its unit, such as '300 m', found '2 km2'; did you mean '2 km'?"
      ])
    #expect(
      try faults("tolerance: 2 mn\n") == [
        "+0:12 D01 expected a length with its unit, such as '300 m', found '2 mn'; did you mean '2 m'?"
      ])
  }

  @Test func aLayerFilterKnowsTheKeysAndWordsOfItsKind() throws {
    #expect(
      try faults(
        """
          - {id: a, file: map.geojson, kind: road, where: {clas: 主干路}}
          - {id: b, file: map.geojson, kind: road, where: {axis: vertical}}
          - {id: c, file: map.geojson, kind: road, where: {class: [主干路, 主干道]}}
          - {id: d, file: map.geojson, kind: watercourse, where: {axis: vertica}}
          - {id: e, file: map.geojson, kind: facility, where: {operator: 任意}}

        """) == [
          "+0:52 D01 unknown key 'clas'; did you mean 'class'?",
          "+1:52 D01 unknown key 'axis'",
          "+2:65 D01 unknown value '主干道'; did you mean '主干路'?",
          "+3:65 D01 unknown value 'vertica'; did you mean 'vertical'?",
        ])
  }

  @Test func repeatedLayersAndStructuresKeepTheFirst() throws {
    var sample = SamplePlan()
    sample.manifest = """
        - {id: roads, file: map.geojson, kind: lake}
      structures:
        - {id: s, slogan: 一核, parts: [{word: 一核, of: cores}]}
        - {id: s, slogan: 两核}
      """
    let loaded = try sample.load()
    #expect(loaded.faults.map(\.code) == ["D02", "D02"])
    #expect(loaded.plan.layer("roads")?.kind == .road)
    #expect(loaded.plan.structures.map(\.slogan.text) == ["一核"])
  }

  @Test func aLayerAndAFeatureMayNotShareAnID() throws {
    let faults = try SamplePlan(SamplePlan.road("roads", (0, 0), (100, 0))).load().faultLines
    #expect(faults == ["plan.yaml:19:5 D02 the id 'roads' is that of a layer and of a feature"])
  }

  @Test func anUnknownStatusWordIsReported() throws {
    #expect(
      try faults("status_words: {推进: 启动, 建设: 在建中}\n") == [
        "+0:28 D01 unknown value '在建中'; did you mean '在建'?"
      ])
  }

  @Test func faultsAreReportedInFileOrder() throws {
    var sample = SamplePlan()
    let words = (0..<30).map { "  词\($0): 坏\($0)\n" }.joined()
    sample.manifest = "status_words:\n\(words)"
    let lines = try sample.load().faults.map(\.location.line)
    #expect(lines == lines.sorted())
    #expect(lines.count == 30)
  }
}

struct PlanFolderTests {
  /// A folder that is gone when the test is over.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gxq-map-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func refusal(_ name: String, in folder: URL) -> PlanError? {
    #expect(throws: PlanError.self) {
      _ = try PlanFolder(folder.path).read(name, namedAt: nil)
    }
  }

  @Test func filesInsideTheFolderAreRead() throws {
    try inFolder { folder in
      let plan = folder.appendingPathComponent("plan")
      try SamplePlan().texts.write(to: plan.appendingPathComponent("sub"))
      try SamplePlan().texts.write(to: plan)
      let source = PlanFolder(plan.path)
      for name in ["map.geojson", "sub/map.geojson", "sub/../map.geojson", "./map.geojson"] {
        #expect(try source.read(name, namedAt: nil).bytes.isEmpty == false)
      }
      #expect(try PlanLoader.load(plan.path).faults == [])
    }
  }

  @Test func namesThatLeadOutOfTheFolderAreRefused() throws {
    try inFolder { folder in
      let plan = folder.appendingPathComponent("plan")
      try SamplePlan().texts.write(to: plan)
      try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.yaml"))
      try SamplePlan().texts.write(to: folder.appendingPathComponent("plan-b"))
      let inner = plan.appendingPathComponent("link.yaml")
      try FileManager.default.createSymbolicLink(
        at: inner, withDestinationURL: folder.appendingPathComponent("secret.yaml"))
      try FileManager.default.createSymbolicLink(
        at: plan.appendingPathComponent("out"), withDestinationURL: folder)
      let names = [
        "../secret.yaml", "x/../../secret.yaml", "\(folder.path)/secret.yaml", "/etc/passwd",
        "link.yaml", "out/secret.yaml", "../plan-b/map.geojson", "", ".", "..",
      ]
      for name in names {
        #expect(
          refusal(name, in: plan)?.message.english.contains("lies outside") == true, "\(name)")
      }
    }
  }

  @Test func theManifestsOwnPlaceIsReported() throws {
    try inFolder { folder in
      let texts = try SamplePlan().texts.replacing(
        "exceptions: exceptions.yaml", with: "exceptions: ../x.yaml", in: "plan.yaml")
      try texts.write(to: folder)
      let error = #expect(throws: PlanError.self) { try PlanLoader.load(folder.path) }
      #expect(error?.location?.line == 6)
      #expect(error?.location?.column == 13)
    }
  }

  @Test func aFolderInPlaceOfAFileIsRefused() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("a.yaml"), withIntermediateDirectories: false)
      #expect(refusal("a.yaml", in: folder)?.message.english.hasSuffix("is a directory") == true)
      #expect(refusal("b.yaml", in: folder)?.message.english.hasSuffix("does not exist") == true)
    }
  }

  @Test func aPlanBehindALinkIsRead() throws {
    try inFolder { folder in
      let plan = folder.appendingPathComponent("plan")
      try SamplePlan().texts.write(to: plan)
      let link = folder.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: plan)
      #expect(try PlanLoader.load(link.path).faults == [])
    }
  }

  @Test func aPlanIsFoundFromWithin() throws {
    try inFolder { folder in
      try SamplePlan().texts.write(to: folder.appendingPathComponent("geodata"))
      let deep = folder.appendingPathComponent("a/b")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      let found = PlanFolder.find(from: deep.path)
      #expect(found.map { URL(fileURLWithPath: $0).lastPathComponent } == "geodata")
      #expect(PlanFolder.find(from: "/") == nil)
    }
  }
}
