import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import PlanCheck

/// Every example with areas gives the same findings when each area is drawn in two pieces.
struct ExampleSplittingTests {
  /// Two ways of drawing an area in two pieces.
  enum Splitting: String, CaseIterable, Sendable {
    /// Two adjoining features; amounts of ground add up.
    case features
    /// One feature of two adjoining parts, which is one area after repair.
    case parts
  }

  /// Rules that mean a feature or its parts, and so change with the pieces; why.
  static let exempt: [Splitting: [String: String]] = [
    .features: [
      "A06": "half an area is not the same shape", "A09": "one partner must cover it all",
      "A11": "the cut is an outline too", "A12": "the cut is an outline too",
      "A13": "one half may hold no point", "A14": "one half may hold no point",
      "A15": "each half is counted for itself", "A16": "half a parent has other children",
      "A17": "half a parent holds half a child", "A18": "half an area may lie inside",
      "A19": "the halves are neighbours", "A20": "the halves are neighbours",
      "A21": "one half may lie away from the street", "A23": "half an area is smaller",
      "D02": "the halves need ids of their own", "D05": "features are counted",
      "D06": "features are summed by their own amounts",
      "D07": "each half must meet the predicate", "G09": "the cut shortens edges",
      "G10": "half an area is smaller", "G11": "half an area is another form",
      "K01": "features are counted", "K02": "claims name features",
      "K03": "claims name features", "K07": "claims name features",
      "K08": "claims name features", "K13": "claims name features",
      "K14": "claims name features", "K26": "claims name features",
      "K29": "features are counted", "K33": "claims name features",
      "K35": "each feature is somewhere in a chain", "L20": "the cut is a boundary to cross",
      "W04": "districts are counted",
    ],
    .parts: [
      "D01": "some kinds have one part", "G09": "the cut shortens edges",
      "G10": "each part is measured", "G16": "parts and vertices are counted",
    ],
  ]

  /// Rules that name the partner where there is but one; what they find is about the first party.
  private static let oneParty: Set = ["A08", "L16"]

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleDescription
    let example: RuleExample
    let splitting: Splitting
    var testDescription: String { "\(rule.code) \(example.title.english), \(splitting.rawValue)" }
  }

  private static let all = RuleRegistry.all.map { $0.description }.flatMap { rule in
    (rule.accepts + rule.flags).filter { $0.plan.files.isEmpty && $0.plan.earlier == nil }
      .filter { example in example.plan.features.contains { $0.halves != nil } }
      .flatMap { example in
        Splitting.allCases.map { Case(rule: rule, example: example, splitting: $0) }
      }
  }
  static let cases = all.filter { exempt[$0.splitting]?[$0.rule.code] == nil }
  static let exemptions = exempt.flatMap { splitting, rules in
    rules.keys.map { code in all.filter { $0.rule.code == code && $0.splitting == splitting } }
  }

  @Test(arguments: Thoroughness.chosen(of: cases, oneIn: 4))
  func findingsAreTheSame(_ split: Case) throws {
    let (before, after) = try verdicts(split)
    #expect(isSame(before, after), "\(before), then \(after)")
  }

  /// A rule that would pass has no business in the list.
  @Test(arguments: exemptions)
  func everyExemptionIsNeeded(_ cases: [Case]) throws {
    let changes = try cases.contains { split in
      let (before, after) = try verdicts(split)
      return !isSame(before, after)
    }
    #expect(changes, "\(cases.first?.testDescription ?? "no example")")
  }

  private func verdicts(
    _ split: Case
  ) throws -> (before: [[String]: Double], after: [[String]: Double]) {
    var plan = split.example.plan
    plan.features = split.splitting.applied(to: plan.features)
    return (
      amounts(try ExampleFindings.of(split.example, split.rule), split.rule),
      amounts(try RuleExample("split", plan).findings(of: split.rule), split.rule)
    )
  }

  /// How much ground the findings are about, by the features they name; pieces count as the whole.
  private func amounts(_ findings: [Finding], _ rule: RuleDescription) -> [[String]: Double] {
    let own = findings.filter { $0.code == rule.code }
    let groups = Dictionary(grouping: own) { finding in
      let parties = finding.parties.prefix(Self.oneParty.contains(rule.code) ? 1 : .max)
      return Set(parties.map { $0.id.replacing("~2", with: "") }).sorted()
    }
    return groups.mapValues { findings in
      findings.reduce(0) { $0 + ($1.measure?.unit == .squareMetres ? $1.measure?.value ?? 0 : 0) }
    }
  }

  private func isSame(_ a: [[String]: Double], _ b: [[String]: Double]) -> Bool {
    a.keys == b.keys && a.allSatisfy { abs($0.value - (b[$0.key] ?? 0)) < 0.1 }
  }
}

extension ExampleSplittingTests.Splitting {
  fileprivate func applied(to features: [ExampleFeature]) -> [ExampleFeature] {
    let cuts = features.compactMap(\.halves).flatMap(\.cut)
    return features.flatMap { feature -> [ExampleFeature] in
      guard let halves = feature.halves else { return [feature] }
      switch self {
      case .features:
        return [
          feature.drawn("Polygon", [[halves.left]]),
          feature.drawn("Polygon", [[halves.right]], id: feature.id + "~2"),
        ]
      case .parts: return [feature.drawn("MultiPolygon", [[halves.left], [halves.right]])]
      }
    }.map { $0.withVertices(at: cuts) }
  }
}

extension ExampleFeature {
  typealias Point = (Double, Double)

  /// The two pieces left and right of a line from south to north; `nil` for what is no convex area.
  fileprivate var halves: (left: [Point], right: [Point], cut: [Point])? {
    guard type == "Polygon", coordinates[0].count == 1, isConvex(coordinates[0][0]) else {
      return nil
    }
    let ring = coordinates[0][0]
    let west = ring.map(\.0).min() ?? 0
    let east = ring.map(\.0).max() ?? 0
    // Neither in the middle nor at a round place, where an example may have a vertex or a point.
    let x = west + (east - west) * 0.4375
    var cut: [Point] = []
    func side(_ isKept: (Double) -> Bool) -> [Point] {
      var points: [Point] = []
      cut = []
      for (p, q) in zip(ring, ring.dropFirst()) {
        if isKept(p.0) { points.append(p) }
        guard isKept(p.0) != isKept(q.0) else { continue }
        let crossing = (x, p.1 + (q.1 - p.1) * (x - p.0) / (q.0 - p.0))
        points.append(crossing)
        cut.append(crossing)
      }
      return points + points.prefix(1)
    }
    let left = side { $0 < x }
    let right = side { $0 > x }
    return cut.count == 2 ? (left, right, cut) : nil
  }

  private func isConvex(_ ring: [Point]) -> Bool {
    let corners = ring.dropLast()
    guard corners.count > 2 else { return false }
    let turns = corners.indices.map { index in
      let (p, q) = (ring[index], ring[index + 1])
      let r = index + 2 < ring.count ? ring[index + 2] : ring[1]
      return (q.0 - p.0) * (r.1 - q.1) - (q.1 - p.1) * (r.0 - q.0)
    }
    return turns.allSatisfy { $0 > 0 } || turns.allSatisfy { $0 < 0 }
  }

  fileprivate func drawn(
    _ type: String, _ coordinates: [[[Point]]], id: String? = nil
  ) -> ExampleFeature {
    ExampleFeature(id ?? self.id, kind: kind, type: type, coordinates, properties)
  }

  /// The feature with a vertex wherever one of some points lies on it, as its neighbours have.
  fileprivate func withVertices(at points: [Point]) -> ExampleFeature {
    guard type.hasSuffix("Polygon") || type.hasSuffix("LineString") else { return self }
    return drawn(
      type,
      coordinates.map { part in
        part.map { run in
          var result = Array(run.prefix(1))
          for (p, q) in zip(run, run.dropFirst()) {
            let length = ((q.0 - p.0) * (q.0 - p.0) + (q.1 - p.1) * (q.1 - p.1)).squareRoot()
            let between = points.compactMap { point -> (Double, Point)? in
              guard length > 0 else { return nil }
              let (x, y) = (point.0 - p.0, point.1 - p.1)
              let along = (x * (q.0 - p.0) + y * (q.1 - p.1)) / length
              let off = abs(x * (q.1 - p.1) - y * (q.0 - p.0)) / length
              return off < 1e-6 && along > 1e-6 && along < length - 1e-6 ? (along, point) : nil
            }.sorted { $0.0 < $1.0 }
            for (index, item) in between.enumerated()
            where index == 0 || item.0 - between[index - 1].0 > 1e-6 {
              result.append(item.1)
            }
            result.append(q)
          }
          return result
        }
      })
  }
}
