import Foundation
import GeoJSONCoding
import Messages
import Testing

/// Other projects' test data, read in place from the folder that `GXQ_CONFORMANCE` names.
@Suite(.serialized) struct ConformanceTests {
  static let folder = ProcessInfo.processInfo.environment["GXQ_CONFORMANCE"].flatMap {
    $0.isEmpty ? nil : URL(fileURLWithPath: $0)
  }

  /// Files whose verdict differs from ours, and why.
  ///
  /// None of the suites has one today. What other tools refuse and RFC 7946 only advises against
  /// (winding order, nested collections) is a tolerable fault here: reported, so not silently good.
  static let expectedFailures: [String: String] = [:]

  /// The files of a folder, at any depth, sorted by path.
  private func files(_ path: String, _ extensions: Set<String>) throws -> [URL] {
    guard let folder = Self.folder?.appendingPathComponent(path) else {
      print("conformance: skipped \(path), GXQ_CONFORMANCE is not set")
      return []
    }
    let found = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil),
      "\(folder.path) cannot be listed")
    return found.compactMap { $0 as? URL }.filter { extensions.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  /// Holds every file against its verdict and prints the count.
  private func hold(
    _ path: String, atLeast least: Int, _ extensions: Set<String> = ["json", "geojson"],
    _ check: (URL, SourceText) -> String?
  ) throws {
    let files = try files(path, extensions)
    guard Self.folder != nil else { return }
    var reasons = [String]()
    for file in files {
      let source = try SourceFile.read(file.path, as: file.lastPathComponent)
      let problem = check(file, source)
      if let reason = Self.expectedFailures[file.lastPathComponent] {
        reasons.append("\(file.lastPathComponent): \(reason)")
        #expect(problem != nil, "\(file.lastPathComponent) no longer fails: take it off the list")
      } else {
        #expect(problem == nil, "\(file.path)")
      }
    }
    print("conformance: \(files.count) run, \(reasons.count) expected failures (\(path))")
    reasons.forEach { print("  \($0)") }
    #expect(files.count >= least)
  }

  /// What is wrong with a file by our reader; `nil` for nothing.
  private func refusal(_ source: SourceText, tolerating: Bool) -> String? {
    do {
      let collection = try GeoJSONReader.read(source)
      let fault = collection.faults.first { !(tolerating && $0.kind.isTolerable) }
      return fault.map { "\(collection.location(of: $0)): \($0.message.english)" }
    } catch {
      return error.description
    }
  }

  @Test func jsonIsParsedAsItsTestSuiteSays() throws {
    try hold("json/test_parsing", atLeast: 152) { file, source in
      let isParsed = (try? JSONParser.parse(source)) != nil
      switch file.lastPathComponent.prefix(1) {
      case "y": return isParsed ? nil : "refused"
      case "n": return isParsed ? "parsed" : nil
      default: return nil
      }
    }
  }

  @Test(arguments: [
    ("geojson/schema-fixtures/valid", 15), ("geojson/check-geojson/good", 5),
    ("geojson/geojsonhint/good", 6),
  ])
  func goodGeoJSONIsRead(path: String, least: Int) throws {
    try hold(path, atLeast: least) { _, source in refusal(source, tolerating: true) }
  }

  @Test(arguments: [
    ("geojson/schema-fixtures/invalid", 21), ("geojson/check-geojson/bad", 25),
    ("geojson/geojsonhint/bad", 25),
  ])
  func badGeoJSONIsRefusedWithAPosition(path: String, least: Int) throws {
    try hold(path, atLeast: least) { _, source in
      guard let refusal = refusal(source, tolerating: false) else { return "accepted" }
      return refusal.hasPrefix(source.file + ":") ? nil : "no position"
    }
  }

  /// The first line that geojsonhint names for a file has a fault of ours nearby: it names the line of
  /// the object or member, we the byte at fault.
  @Test func faultsAreWhereOthersSeeThem() throws {
    struct Hint: Decodable { let line: Int }
    let coarse = [
      "bad-polygon-interiorring-rhr.geojson":
        "they name the geometry, we the ring that turns wrong",
      "geometrycollection_nested.geojson": "they name the outer collection, we the inner one",
      "multiple_problems.geojson": "they name the feature, we its 'id'",
    ]
    var count = 0
    for result in try files("geojson/geojsonhint/bad", ["result"]) {
      let file = result.deletingPathExtension().appendingPathExtension("geojson")
      let name = file.lastPathComponent
      guard let source = try? SourceFile.read(file.path, as: name) else { continue }
      let collection = try GeoJSONReader.read(source)
      let hints = try JSONDecoder().decode([Hint].self, from: Data(contentsOf: result))
      let first = try #require(hints.map(\.line).min())
      let lines = collection.faults.map { collection.location(of: $0).line }
      let isNear = lines.contains { abs($0 - first) <= 2 }
      #expect(isNear == (coarse[name] == nil), "\(name):\(first), ours \(lines)")
      count += 1
    }
    guard Self.folder != nil else { return }
    print("conformance: \(count) run, \(coarse.count) expected failures (lines of geojsonhint/bad)")
    for (name, reason) in coarse.sorted(by: <) { print("  \(name): \(reason)") }
  }
}
