import DistrictPlan
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import Testing

@testable import PlanCheck

/// Complaints about other checkers that concern areas, by project and number.
struct IssueAreaTests {
  /// Naive: the area in degrees times the square of a degree at the equator, twice too much here.
  @Test func areasAreMeasuredInMetresFarNorth_osmnx858() throws {
    let result = try check(
      "A01", [.square("a", x: 0, y: 6_650_000), .square("b", x: 8, y: 6_650_000)])
    #expect(result.findings.count == 1)
    #expect(abs((result.findings.first?.measure?.value ?? 0) - 20) < 0.05)
  }

  /// Naive: an overlay of everything with everything throws at the first invalid ring, and nothing else
  /// is reported.
  @Test(arguments: ["A01", "A02", "A03", "A04", "A05", "A18", "G02", "G05", "G06", "G07"])
  func oneInvalidAreaEndsNoRule_ladmCol581(rule: String) throws {
    let result = try check(
      rule,
      [
        .polygon("bow", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]),
        .polygon("flat", [(30, 0), (40, 0), (35, 0), (30, 0)]),
        .square("c", x: 100), .square("d", x: 108), .square("e", x: 102, y: 2, side: 3),
      ])
    #expect(result.findings.allSatisfy { !$0.message.english.contains("could not finish") })
    #expect(result.summary.rules == 1)
    if rule == "A01" {
      let pairs = result.findings.map { $0.parties.map(\.id) }
      #expect(pairs.contains(["c", "d"]) && pairs.contains(["c", "e"]), "\(pairs)")
    }
  }

  /// Naive: a rule on areas passes over a point in the layer, and nobody hears of it.
  @Test func aPointAmongAreasIsFound_digitalLandPython524() throws {
    let features: [ExampleFeature] = [
      .square("a", x: 0, kind: "feature"), .point("p", 5, 5, kind: "feature"),
    ]
    let result = try check("G14", features, ["on: features", "allowed: [Polygon, MultiPolygon]"])
    #expect(result.findings.map { $0.parties.map(\.id) } == [["p"]])
  }

  /// Naive: coordinates compared one by one, so that another first vertex hides the copy.
  @Test func theSameRingFromAnotherVertexIsADuplicate_digitalLandPython410() throws {
    let copy = ExampleFeature.polygon("b", [(10, 10), (10, 0), (0, 0), (0, 10), (10, 10)])
    let found = try check("A06", [.square("a", x: 0), copy]).findings
    #expect(found.map { $0.parties.map(\.id) } == [["a", "b"]])
    #expect(try check("A06", [.square("a", x: 0), .square("b", x: 1)]).findings.isEmpty)
  }

  /// Naive: overlaps and gaps alone are looked for; there is neither, and still the borders differ.
  @Test func aVertexWithoutACounterpartIsReported_geos1001() throws {
    let areas: [ExampleFeature] = [
      .square("a", x: 0),
      .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)]),
    ]
    #expect(try check("A01", areas).findings.isEmpty)
    #expect(try check("A02", areas).findings.isEmpty)
    #expect(try check("A04", areas).findings.count == 1)
  }

  /// Naive: the largest circle in the gap, which is as wide as the mouth of a gore.
  @Test func aNarrowGoreIsFoundThoughItsMouthIsWide_geos1251() throws {
    let result = try check(
      "A03",
      [
        .polygon("a", [(0, 0), (60, 0), (60, -10), (0, -10), (0, 0)]),
        .polygon("b", [(0, 0), (60, 3), (60, 10), (0, 10), (0, 0)]),
      ], ["max_width: 1 m"])
    #expect(result.findings.map { $0.parties.map(\.id) } == [["a", "b"]])
  }

  /// Naive: the distance between the edges at the corner, which is 0 around every court.
  @Test func aWideCourtIsNoNarrowGap_jts1122() throws {
    let around = ExampleFeature.polygon(
      "a", [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)],
      holes: [[(5, 5), (5, 25), (25, 25), (25, 5), (5, 5)]])
    let inside = ExampleFeature.polygon("b", [(5, 5), (10, 5), (5, 10), (5, 5)])
    #expect(try check("A03", [around, inside], ["max_width: 1 m"]).findings.isEmpty)
    // The same court with a strip of half a metre left open.
    let strip = ExampleFeature.polygon("b", [(5.5, 5), (25, 5), (25, 25), (5.5, 25), (5.5, 5)])
    #expect(try check("A03", [around, strip], ["max_width: 1 m"]).findings.count == 1)
  }

  /// Naive: an area is in or out by its centroid alone, whatever the rule says.
  @Test func whatCountsAsInsideIsSaid_digitalLand274() throws {
    let features: [ExampleFeature] = [
      .square("z", x: 0, side: 100, kind: "zone"), .square("d", x: 96, y: 50),
    ]
    let on = ["on: districts", "with: zones"]
    #expect(try check("D07", features, on).findings.count == 1)
    #expect(try check("D07", features, on + ["predicate: intersects"]).findings.isEmpty)
    #expect(try check("D07", features, on + ["predicate: centroid_within"]).findings.count == 1)
  }

  /// Naive: a check that knows minimum sizes only.
  @Test func anAreaMayBeTooLarge_qgis44248() throws {
    let features: [ExampleFeature] = [.square("a", x: 0), .square("b", x: 50, side: 30)]
    let result = try check("A23", features, ["on: districts", "max: 500 m2"])
    #expect(result.findings.map { $0.parties.map(\.id) } == [["b"]])
  }

  /// Naive: each of n areas against each other, 79 800 pairs here.
  @Test(arguments: ["A01", "A06"])
  func onlyNeighboursAreCompared_qgis45498_qgisSpaceSyntaxToolkit14(rule: String) throws {
    let areas = (0..<400).map { index in
      ExampleFeature.square(
        "f\(1000 + index)", x: Double(index % 20) * 10, y: Double(index / 20) * 10)
    }
    #expect(try check(rule, areas, ["on: districts"]).summary.pairs < 4000)
  }

  /// Naive: exact overlay, in which two digitisings of one border a millimetre apart overlap.
  @Test func aMillimetreIsNoOverlap_drlUrbanPlanning16() throws {
    let left = ExampleFeature.polygon(
      "a", [(0, 0), (100, 0), (100.001, 50), (100, 100), (0, 100), (0, 0)])
    let result = try check("A01", [left, .square("b", x: 100, side: 100)])
    #expect(result.findings.isEmpty)
    // Not found, and not hidden either.
    #expect(result.summary.belowNoiseFloor == 1)
  }

  /// Naive: "geometry is invalid", without who, with whom, where, how much.
  @Test func aFindingSaysWhereAndBetweenWhom_ilivalidator376_ignf28_qgis52903_geowe133_geos867()
    throws
  {
    let result = try check("A01", [.square("a", x: 0), .square("b", x: 8)])
    let finding = try #require(result.findings.first)
    #expect(finding.parties.map(\.id) == ["a", "b"])
    #expect(finding.parties.map { $0.location?.file } == ["plan.geojson", "plan.geojson"])
    #expect(finding.parties.compactMap { $0.location?.line } == [2, 3])
    #expect(finding.measure?.text == "20 m²" && finding.measure?.limit != nil)
    let place = try #require(finding.geometry?.polygons.first)
    let anchor = try #require(finding.anchor)
    let (west, east) = (
      place.exterior.points.map(\.longitude).min() ?? 0,
      place.exterior.points.map(\.longitude).max() ?? 0
    )
    #expect(west < anchor.longitude && anchor.longitude < east)
  }

  /// Naive: a count on the terminal; nobody can open it in a GIS.
  @Test func gapsAndOverlapsAreData_mapshaper335_geopandas3540_dsgTools96_nts476() throws {
    let ring: [ExampleFeature] = [
      .polygon(
        "a", [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)],
        holes: [[(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]]),
      .square("b", x: 28, side: 30),
    ]
    for (rule, area) in [("A01", "60 m²"), ("A02", "100 m²")] {
      let result = try check(rule, ring)
      #expect(result.findings.map { $0.measure?.text } == [area])
      let report = CheckReport(findings: result.findings, summary: result.summary, version: "1")
      let text = GeoJSONReporter(language: .english).text(of: report)
      let collection = try GeoJSONReader.read(SourceText(file: "findings.geojson", text))
      #expect(collection.faults.isEmpty)
      #expect(collection.features.first?.geometry?.polygons.count == 1)
    }
  }
}
