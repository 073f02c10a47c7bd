import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// What the rules on what lies where find does not depend on how shapes are written down.
struct PlaceMetamorphicTests {
  /// A way of writing the same shapes differently.
  enum Rewriting: CaseIterable {
    case order, ringStart, direction, partOrder, translation, quarterTurn

    func applied(to shapes: [PlaneShape]) -> [PlaneShape] {
      switch self {
      case .order: shapes.reversed()
      case .ringStart:
        shapes.map { shape in
          shape.form == .areas
            ? shape.mapRuns { Array($0.dropLast().dropFirst(2) + $0.prefix(3)) } : shape
        }
      case .direction: shapes.map { $0.mapRuns { $0.reversed() } }
      case .partOrder:
        shapes.map { PlaneShape(id: $0.id, form: $0.form, parts: $0.parts.reversed()) }
      case .translation: shapes.map { $0.mapRuns { $0.map { ($0.x + 1234.5, $0.y - 321.25) } } }
      case .quarterTurn: shapes.map { $0.mapRuns { $0.map { (-$0.y, $0.x) } } }
      }
    }
  }

  /// Each rule with what it is declared with.
  static let rules = [
    ("A11", "with: features"), ("A12", "with: features"), ("A13", "with: features"),
    ("A14", "with: features"), ("A15", "with: features"),
    ("A15", "{with: features, predicate: overlaps, min: 2}"), ("A19", "min: 8 m"),
    ("A20", "max: 4 m"), ("A21", "{with: features, min_length: 20 m}"), ("P01", "tolerance: 3 m"),
    ("P02", "with: features"), ("P03", "{with: features, tolerance: 2 m}"),
    ("P04", "with: features"),
    ("P05", "with: features"), ("P06", "with: features"), ("P07", "with: features"),
  ]

  @Test(arguments: Self.rules, Rewriting.allCases)
  func findingsStayTheSame(rule: (String, String), rewriting: Rewriting) throws {
    let settings = rule.1.split { "{},".contains($0) }.map {
      $0.trimmingPrefix { $0 == " " }
    }.map(String.init)
    var found = 0
    for seed in 0..<2 as Range<UInt64> {
      let shapes = scene(seed: seed)
      func amounts(_ shapes: [PlaneShape]) throws -> [Verdict: [Double]] {
        try check(rule.0, shapes.map { $0.feature() }, ["on: features"] + settings).amounts
      }
      let before = try amounts(shapes)
      let after = try amounts(rewriting.applied(to: shapes))
      #expect(agree(before, after), "seed \(seed): \(before), then \(after)")
      found += before.count
    }
    #expect(found > 0, "no seed has a fault to find")
  }

  /// Areas, lines along some of their edges, and points in and about them.
  private func scene(seed: UInt64) -> [PlaneShape] {
    var random = SeededGenerator(seed: seed)
    var shapes: [PlaneShape] = []
    for index in 0..<14 {
      let area = PlaneShape.random("a\(10 + index)", .areas, extent: 120, using: &random)
      shapes.append(area)
      let edges = area.edges.prefix(Int.random(in: 1..<5, using: &random))
      let run = edges.map(\.0) + edges.suffix(1).map(\.1)
      shapes.append(PlaneShape(id: "l\(10 + index)", form: .lines, parts: [[run]]))
      shapes.append(.random("p\(10 + index)", .points, extent: 120, using: &random))
      shapes.append(PlaneShape(id: "q\(10 + index)", form: .points, parts: [[[run[0]]]]))
    }
    return shapes
  }
}

extension PlaneShape {
  fileprivate func mapRuns(_ change: ([Point]) -> [Point]) -> PlaneShape {
    PlaneShape(id: id, form: form, parts: parts.map { $0.map(change) })
  }
}
