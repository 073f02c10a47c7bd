internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
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
    looksAt: [.area],
    counterparts: [
      .qgis("Missing Vertex"), .superMap("节点之间必须互相匹配"), .xPlanung("2.2.1.1"),
    ],
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
    let all = task.features.filter { $0.plane?.hasArea ?? false }
    let matches = VertexMatches(
      among: all.compactMap(\.densePlane), isBent: { all[$0].isBent },
      within: task.quantity("tolerance"))
    context.verified(pairs: matches.pairCount)
    let areas = matches.unmatched.map { all[$0] }
    let set = EdgeSet(areas)
    var bearers: [Missing: [(feature: Int, vertex: Int)]] = [:]
    for edge in set.edges {
      guard let vertex = edge.startVertex else { continue }
      let point = edge.segment.start
      let near = set.edges(near: point, within: task.quantity("tolerance"))
        .filter { $0.feature != edge.feature }
      guard !near.isEmpty else { continue }
      let others = Dictionary(grouping: near, by: \.feature)
      for (other, edges) in others {
        guard lacksVertex(edges, at: point, task),
          sharesBorder(of: edge.feature, with: other, at: point, set, task)
        else { continue }
        bearers[Missing(feature: other, point: point), default: []].append((edge.feature, vertex))
      }
    }
    return joined(bearers, task).map { missing, bearers in
      finding(areas, missing, bearers.sorted { $0.feature < $1.feature }, task, context)
    }
  }

  /// The missing vertices, those within the tolerance of one another made one.
  private func joined(
    _ bearers: [Missing: [(feature: Int, vertex: Int)]], _ task: RuleTask
  ) -> [(Missing, [(feature: Int, vertex: Int)])] {
    let inOrder = bearers.sorted {
      ($0.key.feature, $0.key.point.x, $0.key.point.y)
        < ($1.key.feature, $1.key.point.x, $1.key.point.y)
    }
    var joined: [(missing: Missing, bearers: [(feature: Int, vertex: Int)])] = []
    for (missing, bearers) in inOrder {
      let same = joined.indices.reversed()
        .prefix {
          joined[$0].missing.feature == missing.feature
            && missing.point.x - joined[$0].missing.point.x <= task.quantity("tolerance")
        }
        .first {
          joined[$0].missing.point.distance(to: missing.point) <= task.quantity("tolerance")
        }
      if let same { joined[same].bearers += bearers } else { joined.append((missing, bearers)) }
    }
    return joined
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
      place: context.place(at: missing.point),
      fix: bearers.first.flatMap { owner.insertion(ofVertex: $0.vertex, of: areas[$0.feature]) })
  }
}

extension PlanFeature {
  /// Whether points were added to its edges.
  fileprivate var isBent: Bool { plane?.positions.count != densePlane?.positions.count }

  /// The fix that gives this outline a vertex of a neighbour, digit by digit; `nil` for a surveyed
  /// outline, which nobody changes unseen.
  fileprivate func insertion(ofVertex vertex: Int, of neighbour: PlanFeature) -> SuggestedFix? {
    let positions = neighbour.geometry?.positions ?? []
    guard mayBeMended, positions.indices.contains(vertex),
      let edge = edge(nearest: positions[vertex])
    else { return nil }
    let (own, other) = (phrase, neighbour.phrase)
    return SuggestedFix(
      Wording(
        "insert the vertex of \(other.english) into \(own.english)",
        zh: "在\(own.chinese)中补上\(other.chinese)的顶点"),
      edits: [.insert(feature: id, after: edge, at: positions[vertex])])
  }

  /// The vertex at which the edge of an outline starts that passes nearest to a position.
  private func edge(nearest position: GeoPosition) -> Int? {
    // Edges are straight in longitude and latitude; what differs in scale changes no order here.
    func point(_ other: GeoPosition) -> PlanePoint {
      PlanePoint(
        x: other.longitude - position.longitude, y: other.latitude - position.latitude)
    }
    let edges = (geometry?.vertexRuns ?? []).filter(\.isRing).flatMap { run in
      zip(run.points, run.points.dropFirst()).enumerated().map { place, ends in
        (
          vertex: run.first + place,
          distance: Segment(point(ends.0), point(ends.1)).distance(to: PlanePoint(x: 0, y: 0))
        )
      }
    }
    return edges.min { $0.distance < $1.distance }?.vertex
  }
}
