import DistrictPlan
import Foundation
import GeoJSONCoding
import PlanTestSupport
import Testing

/// Bytes that fell over and files that stop short: never a crash, never a hang.
struct DamageTests {
  static let files: [String] = {
    let folder = Workspace.repository + "/geodata"
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { $0.hasSuffix(".geojson") || $0.hasSuffix(".yaml") }.sorted()
  }()

  static let geometry = files.filter { $0.hasSuffix(".geojson") }

  /// Seeds of whole runs: each damages one file of the plan and checks the plan.
  @Test(arguments: Thoroughness.chosen(of: Array(0..<(16 as UInt64)), oneIn: 5))
  func damagedPlanIsReportedOrRefused(seed: UInt64) throws {
    let workspace = try Workspace.withPlan()
    let file = Self.files[Int(seed) % Self.files.count]
    try damage(file, in: workspace, seed: seed)
    let outcome = try workspace.run("check", "--fail-on", "warning")
    #expect([0, 1, 2].contains(outcome.status), "\(file): \(outcome)")
    #expect(outcome.status != 2 || !outcome.errors.isEmpty)
    #expect(outcome.status != 1 || !outcome.output.isEmpty)
  }

  /// Seeds of single files: each damages one file and asks for its form.
  @Test(arguments: Thoroughness.chosen(of: Array(100..<(228 as UInt64)), oneIn: 9))
  func damagedFileHasAFormOrNot(seed: UInt64) throws {
    let workspace = try Workspace()
    let file = Self.geometry[Int(seed) % Self.geometry.count]
    try FileManager.default.createDirectory(
      atPath: workspace.path("geodata"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Workspace.repository)/geodata/\(file)", toPath: workspace.path("geodata/\(file)"))
    try damage(file, in: workspace, seed: seed)
    let outcome = try workspace.run("fmt", "--check", "geodata/\(file)")
    #expect([0, 1, 2].contains(outcome.status), "\(file): \(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty == (outcome.status == 0))
  }

  private func damage(_ file: String, in workspace: Workspace, seed: UInt64) throws {
    var random = DamageGenerator(seed: seed)
    let whole = [UInt8](try workspace.data("geodata/\(file)"))
    try workspace.write(Data(random.damaged(whole)), to: "geodata/\(file)")
  }

  /// Seeds of reads: each damages every GeoJSON file and reads it the way `check` and `fmt` do.
  @Test(arguments: Thoroughness.chosen(of: Array(1000..<(1024 as UInt64)), oneIn: 5))
  func damagedFileIsReadOrRefused(seed: UInt64) throws {
    var random = DamageGenerator(seed: seed)
    for file in Self.geometry {
      let path = "\(Workspace.repository)/geodata/\(file)"
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let source = SourceText(file: file, bytes: random.damaged(whole))
      do {
        let collection = try GeoJSONReader.read(source)
        guard collection.faults.allSatisfy(\.kind.isTolerable) else { continue }
        // What can be read can be written, and is then at rest.
        let written = CanonicalForm.bytes(of: collection, decimals: 8)
        let again = try GeoJSONReader.read(SourceText(file: file, bytes: written))
        #expect(CanonicalForm.bytes(of: again, decimals: 8) == written, "\(file), seed \(seed)")
      } catch {
        #expect(error.location.file == file)
        #expect(error.location.line >= 1 && error.location.column >= 1)
      }
    }
  }
}

/// Damage that repeats with its seed.
struct DamageGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The bytes with a few of them flipped, replaced by marks of the grammar, left out or cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1: result[place] = UInt8.random(in: 0...255, using: &self)
      case 2: result[place] = Array("[]{}\",:-0e.\n '".utf8).randomElement(using: &self) ?? 0
      case 3: result.remove(at: place)
      case 4: result.insert(result[place], at: place)
      default: result.removeSubrange(place..<min(result.count, place + 40))
      }
    }
    if Int.random(in: 0..<5, using: &self) == 0 {
      result.removeLast(Int.random(in: 0...result.count, using: &self))
    }
    return result
  }
}
