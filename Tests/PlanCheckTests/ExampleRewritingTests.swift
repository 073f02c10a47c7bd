import Foundation
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import PlanCheck

/// Every example of every rule gives the same findings however the same map is written down.
struct ExampleRewritingTests {
  /// A way of writing the same map differently.
  enum Rewriting: String, CaseIterable, Sendable {
    /// The features in the opposite order.
    case order
    /// Rings that start at another vertex.
    case ringStart
    /// Rings that turn the other way.
    case ringDirection
    /// Lines drawn from the other end.
    case lineDirection
    /// The map moved 1.2 km east and 0.3 km south.
    case translation
    /// The map turned by a quarter.
    case quarterTurn
    /// Single geometries written as multi geometries of one part.
    case multi
  }

  /// Which rules mean something that a rewriting changes, and what.
  static let exempt: [Rewriting: [String: String]] = [
    .ringDirection: ["G15": "it is about the direction", "D10": "it is about the form"],
    .lineDirection: [
      "K08": "water flows along its line", "K10": "a work starts at the end of its road",
      "K11": "a work leads from its first vertex", "K09": "a work starts at the dead end",
      "K12": "a crossing leads from its road", "L19": "it is about the direction",
      "L08": "an outlet is where the line ends", "N02": "a network may be one-way",
      "N03": "a network may be one-way", "N04": "water flows along its line",
      "N05": "a circle is directed", "N06": "from and to are named",
      "N08": "it is about what changes downstream",
    ],
    .translation: ["G18": "it is about the digits"],
    .quarterTurn: [
      "G18": "it is about the digits",
      "K04": "it is about north", "K05": "it is about east", "K11": "it is about the compass",
    ],
    .multi: [
      "G13": "it is about the parts", "G14": "it is about the type", "D01": "kinds have types",
    ],
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleDescription
    let example: RuleExample
    let rewritings: [Rewriting]
    var testDescription: String { "\(rule.code) \(example.title.english)" }
  }

  static let cases = RuleRegistry.all.map { $0.description }.flatMap { rule in
    (rule.accepts + rule.flags).filter { $0.plan.files.isEmpty && !$0.plan.features.isEmpty }
      .map { example in
        Case(
          rule: rule, example: example,
          rewritings: Rewriting.allCases.filter {
            exempt[$0]?[rule.code] == nil && $0.changes(example.plan.features)
          })
      }
  }

  /// What is rewritten at once; each rewriting for itself in the deep tests.
  private static let groups: [[Rewriting]] =
    Thoroughness.isFull
    ? Rewriting.allCases.map { [$0] }
    : [
      [.order, .ringStart, .lineDirection, .translation], [.ringDirection, .quarterTurn, .multi],
    ]

  @Test(arguments: Thoroughness.chosen(of: cases, oneIn: 4))
  func findingsAreTheSame(_ example: Case) throws {
    let before = try ExampleFindings.verdicts(of: example.example, example.rule)
    for group in Self.groups {
      let rewritings = group.filter(example.rewritings.contains)
      guard !rewritings.isEmpty else { continue }
      let after = try verdicts(of: example, after: rewritings)
      #expect(agree(before, after), "\(rewritings): \(before), then \(after)")
    }
  }

  @Test func everyRewritingIsTried() {
    #expect(Set(Self.groups.flatMap { $0 }) == Set(Rewriting.allCases))
  }

  @Test func exemptionsNameRules() {
    for (_, rules) in Self.exempt {
      for code in rules.keys { #expect(RuleRegistry.rule(code) != nil, "\(code)") }
    }
  }

  private func verdicts(
    of example: Case, after rewritings: [Rewriting]
  ) throws -> [Verdict: [Double]] {
    var plan = example.example.plan
    for rewriting in rewritings {
      plan.features = rewriting.applied(to: plan.features)
      plan.earlier = plan.earlier.map(rewriting.applied)
    }
    let findings = try RuleExample("rewritten", plan).findings(of: example.rule)
    return ExampleFindings.verdicts(findings, example.rule)
  }
}

extension ExampleRewritingTests.Rewriting {
  /// Whether the features would be written differently at all.
  fileprivate func changes(_ features: [ExampleFeature]) -> Bool {
    switch self {
    case .order: features.count > 1
    case .ringStart, .ringDirection: features.contains { $0.type.hasSuffix("Polygon") }
    case .lineDirection:
      features.contains { $0.type.hasSuffix("LineString") && $0.kind != "road_work" }
    case .multi: features.contains { !$0.type.hasPrefix("Multi") && $0.type != "null" }
    case .translation, .quarterTurn: true
    }
  }

  fileprivate func applied(to features: [ExampleFeature]) -> [ExampleFeature] {
    switch self {
    case .order: features.reversed()
    case .ringStart:
      features.map { feature in
        guard feature.type.hasSuffix("Polygon") else { return feature }
        return feature.mapRuns { run in
          guard run.count > 3 else { return run }
          let open = run.dropLast()
          return Array(open.dropFirst()) + [run[0], run[1]]
        }
      }
    case .ringDirection:
      features.map { $0.type.hasSuffix("Polygon") ? $0.mapRuns { $0.reversed() } : $0 }
    case .lineDirection:
      features.map { feature in
        // A work starts where the road ends.
        feature.type.hasSuffix("LineString") && feature.kind != "road_work"
          ? feature.mapRuns { $0.reversed() }.withEndsSwapped : feature
      }
    case .translation: features.map { $0.mapRuns { $0.map { ($0.0 + 1200, $0.1 - 300) } } }
    case .quarterTurn: features.map { $0.mapRuns { $0.map { (-$0.1, $0.0) } } }
    case .multi: features.map(\.asMulti)
    }
  }
}

extension ExampleFeature {
  fileprivate func mapRuns(
    _ change: ([(Double, Double)]) -> [(Double, Double)]
  ) -> ExampleFeature {
    ExampleFeature(
      id, kind: kind, type: type, coordinates.map { $0.map(change) }, properties)
  }

  /// The feature with what is said of its first end said of its last.
  fileprivate var withEndsSwapped: ExampleFeature {
    let swapped = properties.replacing("\"start\":", with: "\"?\":")
      .replacing("\"end\":", with: "\"start\":").replacing("\"?\":", with: "\"end\":")
    return ExampleFeature(id, kind: kind, type: type, coordinates, swapped)
  }

  fileprivate var asMulti: ExampleFeature {
    guard !type.hasPrefix("Multi"), type != "null" else { return self }
    return ExampleFeature(id, kind: kind, type: "Multi" + type, coordinates, properties)
  }
}
