import DistrictPlan
import GeoJSONCoding
import Messages
import PlanFindings
import Testing

@testable import PlanCheck

/// How coordinates are written, digit by digit.
struct WrittenPrecisionTests {
  @Test(arguments: [
    ("0", 0, 0), ("116.5", 1, 1), ("116.500", 3, 1), ("-0.10", 2, 1), ("100", 0, 0),
    ("1e2", 0, 0), ("1.25E2", 0, 0), ("1.255e2", 1, 1), ("1e-3", 3, 3), ("10e-3", 3, 2),
    ("0e-9", 9, 0), ("0.000", 3, 0), ("1e-99999999999999999999", 0, 0),
    ("1e-9223372036854775808", 400, 400), ("", 0, 0), (".", 0, 0),
  ])
  func decimalsAreCounted(text: String, written: Int, meant: Int) {
    let found = WrittenDecimals.decimals(of: text)
    #expect(found.written == written)
    #expect(found.meant == meant)
  }

  @Test(arguments: [
    (0.002, 8), (0.0005, 9), (0.006, 7), (0.05, 7), (1, 5), (60, 3), (1e9, 0),
  ])
  func aToleranceNeedsSoManyDecimals(tolerance: Double, decimals: Int) {
    #expect(CoordinatePrecision.decimals(for: tolerance) == decimals)
  }

  @Test func noDecimalsHoldAToleranceOfNothing() {
    #expect(CoordinatePrecision.decimals(for: 0) == nil)
    #expect(CoordinatePrecision.decimals(for: 1e-30) == nil)
  }

  private func check(_ features: [String], precision: Int = 8) throws -> [Finding] {
    let list = features.enumerated().map { place, coordinates in
      """
      {"type":"Feature","id":"f\(place)","properties":{"kind":"feature"},\
      "geometry":{"type":"Point","coordinates":\(coordinates)}}
      """
    }
    let texts = PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: p
      crs: EPSG:4547
      precision: \(precision)
      layers: [{id: all, file: p.geojson, kind: feature}]
      rules: [{rule: G18, on: all}]
      """,
      "p.geojson":
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(list.joined(separator: ",\n"))\n]}\n",
    ])
    return CheckRunner.check(try PlanLoader.load(from: texts)).findings
  }

  @Test func aCoarseFileIsOneFinding() throws {
    // Seven decimals: a point alone may be so by chance, ten points are not.
    let points = (0..<10).map { "[114.123456\($0),30.123456\($0)]" }
    #expect(try check([points[0]]).isEmpty)
    let findings = try check(points)
    #expect(findings.map { $0.measure?.text } == ["7"])
    #expect(findings.first?.parties.map(\.id) == ["f0", "f1", "f2", "f3", "f4"])
    #expect(findings.first?.message.english.contains("9 more features") == true)
    #expect(try check(points + ["[114.12345678,30.5]"]).isEmpty)
  }

  @Test func surplusIsReportedAtItsVertex() throws {
    let findings = try check([
      "[114.12345678,30.12345678]", "[ 114.1 , 30.123456789 ,5.123456789012]",
    ])
    #expect(findings.map { $0.measure?.text } == ["9"])
    #expect(findings.first?.location?.line == 3)
    #expect(findings.first?.location?.column == 102)
  }

  @Test func aPrecisionBelowTheToleranceIsTheDeclarationsFault() throws {
    let findings = try check(["[114.1234,30.1234]"], precision: 4)
    #expect(findings.map { $0.location?.file } == ["plan.yaml"])
  }
}
