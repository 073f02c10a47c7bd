import DistrictPlan
import MapGeometry
import Messages
import PlanCheck
import PlanFindings
import Testing

/// Changes that a program may make by itself, and where it may not.
struct SuggestedFixTests {
  private let surveyed = "\"basis\":\"surveyed\""

  private func edits(
    _ rule: String, _ features: [ExampleFeature], _ settings: [String] = []
  ) throws -> [[VertexEdit]] {
    try check(rule, features, settings).findings.map { $0.fix?.edits ?? [] }
  }

  @Test func aMissingVertexIsInsertedWithTheNeighboursDigits() throws {
    let features: [ExampleFeature] = [
      .square("a", x: 0),
      .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)]),
    ]
    let finding = try #require(check("A04", features).findings.first)
    guard case .insert("a", let edge, let position) = finding.fix?.edits.first else {
      Issue.record("no vertex is inserted: \(String(describing: finding.fix))")
      return
    }
    #expect(edge == 1)
    #expect(finding.fix?.edits.count == 1)
    #expect(abs(position.longitude - 10 / 111_320) < 1e-6)
    #expect(finding.fix?.title.chinese == "在片区“a”中补上片区“b”的顶点")
  }

  @Test func theHoleThatLacksTheVertexGetsIt() throws {
    let features: [ExampleFeature] = [
      .polygon(
        "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
        holes: [[(2, 2), (2, 6), (6, 6), (6, 2), (2, 2)]]),
      .polygon("b", [(2, 2), (4, 2), (6, 2), (6, 6), (2, 6), (2, 2)]),
    ]
    let edits = try edits("A04", features).flatMap { $0 }
    guard case .insert("a", let edge, _) = edits.first else {
      Issue.record("no vertex is inserted: \(edits)")
      return
    }
    // Five vertices of the outline, then the hole's fourth edge.
    #expect(edits.count == 1 && edge == 8)
  }

  @Test func aRepeatedVertexGoesButNeverAnEnd() throws {
    let line = ExampleFeature.line("a", [(0, 0), (5, 0), (5, 0), (10, 0)])
    #expect(try edits("G05", [line]) == [[.remove(feature: "a", vertex: 2)]])
    let atStart = ExampleFeature.line("a", [(0, 0), (0, 0), (10, 0)])
    #expect(try edits("G05", [atStart]) == [[.remove(feature: "a", vertex: 1)]])
    let atEnd = ExampleFeature.line("a", [(0, 0), (5, 0), (10, 0), (10, 0), (10, 0)])
    #expect(
      Set(try edits("G05", [atEnd])) == [
        [.remove(feature: "a", vertex: 2)], [.remove(feature: "a", vertex: 3)],
      ])
    let ring = ExampleFeature.polygon("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0), (0, 0)])
    #expect(try edits("G05", [ring]) == [[.remove(feature: "a", vertex: 4)]])
  }

  @Test func whatWouldCollapseIsLeftToAPerson() throws {
    let line = ExampleFeature.line("a", [(0, 0), (0, 0)])
    #expect(try edits("G05", [line]) == [[]])
    let ring = ExampleFeature.polygon("a", [(0, 0), (10, 0), (10, 0), (0, 0)])
    #expect(try edits("G05", [ring]).allSatisfy(\.isEmpty))
  }

  @Test func aRingIsReversedFromItsFirstToItsLastVertex() throws {
    let features: [ExampleFeature] = [
      .polygons(
        "a",
        [
          [[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]],
          [
            [(20, 0), (30, 0), (30, 10), (20, 10), (20, 0)],
            [(22, 2), (24, 2), (24, 4), (22, 2)],
          ],
          [[(40, 0), (40, 10), (50, 10), (40, 0)]],
        ])
    ]
    #expect(
      Set(try edits("G15", features)) == [
        [.reverse(feature: "a", first: 10, last: 13)],
        [.reverse(feature: "a", first: 14, last: 17)],
      ])
  }

  @Test func whatWasSurveyedIsNotChanged() throws {
    let clockwise: [(Double, Double)] = [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]
    #expect(try edits("G15", [.polygon("a", clockwise, surveyed)]) == [[]])
    let line = ExampleFeature.line("a", [(0, 0), (5, 0), (5, 0), (10, 0)], surveyed)
    #expect(try edits("G05", [line]) == [[]])
    let neighbour = ExampleFeature.polygon(
      "b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)], surveyed)
    #expect(try edits("A04", [.square("a", x: 0, surveyed), neighbour]) == [[]])
    // The neighbour may be surveyed: its vertex is the better one.
    #expect(try edits("A04", [.square("a", x: 0), neighbour]).map(\.count) == [1])
  }
}
