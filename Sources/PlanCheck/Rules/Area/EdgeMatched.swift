internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A04: areas that share a border have the same vertices on it.
struct EdgeMatched: Rule {
  static let description = RuleDescription(
    code: "A04",
    name: "edge-matched",
    summary: Wording(
      "Two polygons share a border, but one has a vertex on it that the other lacks.",
      zh: "两个面有公共边，但一方在边上有顶点而另一方没有。"),
    rationale: Wording(
      "A border without shared vertices opens gaps as soon as it is moved, simplified or projected.",
      zh: "公共边顶点不一致时，一经移动、化简或投影就会出现缝隙。"),
    fix: Wording("add the vertex to this outline, with the same digits", zh: "在本边界上补上该顶点，坐标逐位相同"),
    trap: Wording(
      "A corner that only touches an edge shares no border and needs no vertex there.",
      zh: "仅以一角相接的两个面没有公共边，不需要补点。"),
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    accepts: [
      RuleExample("the same vertices on both sides", zh: "公共边两侧顶点相同") {
        [
          .polygon("a", [(0, 0), (10, 0), (10, 4), (10, 10), (0, 10), (0, 0)]),
          .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)]),
        ]
      },
      RuleExample("vertices 1 mm apart are the same place", zh: "相距 1 mm 的顶点视为同一位置") {
        [
          .polygon("a", [(0, 0), (10, 0), (10, 4), (10, 10), (0, 10), (0, 0)]),
          .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10.001, 4), (10, 0)]),
        ]
      },
      RuleExample("a corner on an edge is no shared border", zh: "以角点抵边，不构成公共边") {
        [.square("a", x: 0), .polygon("b", [(10, 5), (15, 0), (15, 10), (10, 5)])]
      },
      RuleExample("polygons apart", zh: "互不相接的面") { [.square("a", x: 0), .square("b", x: 20)] },
    ],
    flags: [
      RuleExample("a vertex on one side only", zh: "只有一侧有顶点") {
        [
          .square("a", x: 0),
          .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)]),
        ]
      },
      RuleExample("a short neighbour along a long edge", zh: "短边的邻面贴着长边") {
        [.square("a", x: 0), .square("b", x: 10, y: 2, side: 5)]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let areas = task.features.filter { !($0.plane?.polygons.isEmpty ?? true) }
    let set = EdgeSet(areas)
    var bearers: [Missing: [(feature: Int, vertex: Int)]] = [:]
    var compared = Set<[Int]>()
    for edge in set.edges {
      guard let vertex = edge.startVertex else { continue }
      let point = edge.segment.start
      let near = set.edges(near: point, within: task.quantity("tolerance"))
      let others = Dictionary(grouping: near.filter { $0.feature != edge.feature }, by: \.feature)
      for (other, edges) in others {
        compared.insert([min(other, edge.feature), max(other, edge.feature)])
        guard lacksVertex(edges, at: point, task),
          sharesBorder(of: edge.feature, with: other, at: point, set, task)
        else { continue }
        bearers[Missing(feature: other, point: point), default: []].append((edge.feature, vertex))
      }
    }
    context.verified(pairs: compared.count)
    return bearers.map { missing, bearers in
      finding(areas, missing, bearers.sorted { $0.feature < $1.feature }, task, context)
    }
  }

  /// A place on an outline where a neighbour has a vertex and the outline has none.
  private struct Missing: Hashable {
    let feature: Int
    let point: PlanePoint
  }

  private func lacksVertex(
    _ edges: [EdgeSet.Edge], at point: PlanePoint, _ task: RuleTask
  ) -> Bool {
    !edges.contains { edge in
      edge.vertices.contains { $0.point.distance(to: point) <= task.quantity("tolerance") }
    }
  }

  /// Whether an edge that leaves the vertex runs along the other outline, at least for a little.
  private func sharesBorder(
    of feature: Int, with other: Int, at point: PlanePoint, _ set: EdgeSet, _ task: RuleTask
  ) -> Bool {
    let tolerance = task.quantity("tolerance")
    let leaving = set.edges(near: point, within: tolerance).filter { $0.feature == feature }
    return leaving.contains { edge in
      [edge.segment.start, edge.segment.end].contains { far in
        let length = point.distance(to: far)
        guard length > task.quantity("min_length") else { return false }
        // A metre along is far enough to tell running along from cutting across.
        let probe = point.interpolated(to: far, at: min(1, 1 / length))
        return set.edges(near: probe, within: tolerance).contains { $0.feature == other }
      }
    }
  }

  private func finding(
    _ areas: [PlanFeature], _ missing: Missing, _ bearers: [(feature: Int, vertex: Int)],
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let owner = areas[missing.feature]
    let phrase = owner.phrase
    let others = Wording.list(bearers.map { areas[$0.feature].phrase })
    return task.finding(
      Wording(
        "\(phrase.english) lacks the vertex that \(others.english) has on their shared border",
        zh: "\(phrase.chinese)在与\(others.chinese)的公共边上缺少对方的顶点"),
      parties: [owner.party(near: missing.point)]
        + bearers.map { areas[$0.feature].party(atVertex: $0.vertex) },
      place: context.place(at: missing.point))
  }
}
