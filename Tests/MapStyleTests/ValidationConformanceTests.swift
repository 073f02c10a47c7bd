import Foundation
import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

@testable import MapStyle

/// The places of faults agree; ours point into expressions where the suite gives their first line.
@Suite struct ValidationConformanceTests {
  /// The fewest cases that were ever run.
  static let cases = 23

  @Test(.enabled(if: Conformance.folder != nil, "GXQ_CONFORMANCE is not set"))
  func faultsAgreeWithTheSpecification() throws {
    let expected = try Conformance.expectedFailures("validation-failures.txt")
    var failed: [String] = []
    let files = Conformance.files(below: "validation", suffix: ".input.json")
    for file in files {
      let name = String(file.dropLast(".input.json".count))
      let (source, _) = try Conformance.read("validation/\(file)")
      let (_, wanted) = try Conformance.read("validation/\(name).output.json")
      let faults = StyleDocument.faults(in: source)
      for fault in faults { #expect(fault.message.flaw == nil && fault.help?.flaw == nil) }
      let differences = Self.differences(faults, wanted.array?.map { Place($0) } ?? [])
      guard !differences.isEmpty else { continue }
      failed.append(name)
      if !expected.contains(name) {
        Issue.record("\(name):\n\(differences.joined(separator: "\n"))")
      }
    }
    let names = files.map { String($0.dropLast(".input.json".count)) }
    #expect(expected.passing(failed: failed, all: names) == [], "these pass now")
    print("conformance: \(files.count) run, \(failed.count) expected failures (style/validation)")
    #expect(files.count >= Self.cases)
  }

  /// Where the suite has a fault.
  struct Place {
    let path: String
    let line: Int?
    let isWarning: Bool
    let message: String

    init(_ json: JSONValue) {
      let message = json["message"]?.text ?? ""
      let first = message.firstRange(of: ": ").map { String(message[..<$0.lowerBound]) } ?? ""
      path = first.contains("\"") ? "" : first
      self.message = message
      line = json["line"]?.integer
      isWarning = json["severity"]?.text == "warning"
    }

    /// Whether a fault of ours is this one.
    func isSame(as fault: StyleError) -> Bool {
      // The suite leaves out the names of the objects around some faults.
      let isInside = !path.isEmpty && fault.path.hasSuffix("." + path)
      let isUnknown = message.contains("unknown property") && !fault.path.contains(".")
      guard fault.path == path || isInside || isUnknown, fault.isWarning == isWarning else {
        return false
      }
      return line.map { fault.location.line >= $0 } ?? true
    }
  }

  private static func differences(_ found: [StyleError], _ wanted: [Place]) -> [String] {
    var rest = found
    var differences: [String] = []
    for place in wanted {
      if let index = rest.firstIndex(where: { $0.path == place.path && place.isSame(as: $0) })
        ?? rest.firstIndex(where: { place.isSame(as: $0) })
      {
        rest.remove(at: index)
      } else {
        differences.append("missing \(place.line ?? 0): \(place.message)")
      }
    }
    // What we warn of besides is our own.
    return differences + rest.filter { !$0.isWarning }.map { "too much \($0)" }
  }
}
