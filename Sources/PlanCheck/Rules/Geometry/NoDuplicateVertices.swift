internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G05: consecutive vertices are different places.
struct NoDuplicateVertices: Rule {
  static let description = RuleDescription(
    code: "G05",
    name: "no-duplicate-vertices",
    summary: Wording("Two consecutive vertices are the same place.", zh: "相邻两个顶点重合。"),
    rationale: Wording(
      "The edge between them has no direction; angles, offsets and labels along the line go wrong there.",
      zh: "两点之间的边没有方向，夹角、平行线和沿线注记都会出错。"),
    fix: Wording("delete one of the two", zh: "删除其中一个"),
    trap: Wording(
      "The last vertex of a ring repeats the first by definition and is no duplicate.",
      zh: "环的末点与首点相同是规定，不算重复。"),
    looksAt: [.line, .area],
    counterparts: [.qgis("Duplicate node")],
    parameters: [.tolerance],
    accepts: [
      RuleExample("a ring closes with its first vertex", zh: "环以首点闭合") { [.square("a", x: 0)] },
      RuleExample("two points of a multi point may coincide", zh: "多点中的两个点可以重合") {
        [.points("a", [(0, 0), (0, 0)])]
      },
    ],
    flags: [
      RuleExample("a vertex twice", zh: "顶点重复", measures: ["0 m"]) {
        [.line("a", [(0, 0), (5, 0), (5, 0), (10, 0)])]
      },
      RuleExample("two vertices 1 mm apart", zh: "两个顶点相距 1 mm", measures: ["0.001 m"]) {
        [.line("a", [(0, 0), (5, 0), (5, 0.001), (10, 0)])]
      },
      RuleExample("a vertex twice in a hole", zh: "内环中顶点重复") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (2, 4), (4, 4), (4, 2), (2, 2)]])
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let tolerance = task.quantity("tolerance")
    var findings: [Finding] = []
    for feature in task.features {
      for run in feature.plane?.vertexRuns ?? [] {
        let points = run.points
        let repeats = points.indices.dropFirst()
          .filter { points[$0 - 1].distance(to: points[$0]) <= tolerance }
        for index in repeats {
          let spare = run.spareVertex(ofPairEndingAt: index, repeats)
          let distance = points[index - 1].distance(to: points[index])
          findings.append(
            finding(
              about: feature, vertex: run.first + index, at: points[index],
              Measure(distance, .metres, limit: tolerance),
              fix: spare.flatMap { feature.removal(of: $0) }, task, context))
        }
      }
    }
    return findings
  }

  private func finding(
    about feature: PlanFeature, vertex: Int, at point: PlanePoint, _ measure: Measure,
    fix: SuggestedFix?, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (phrase, much) = (feature.phrase, measure.phrase)
    return task.finding(
      Wording(
        "\(phrase.english) has two vertices in a row that are \(much.english) apart",
        zh: "\(phrase.chinese)有相邻两个顶点仅相距 \(much.chinese)"),
      parties: [feature.party(atVertex: vertex)], measure: measure,
      place: context.place(at: point), fix: fix)
  }
}

extension VertexRun {
  /// The vertex of a pair that can go; `nil` when too little would be left without the repeats.
  ///
  /// Neither the first nor the last of the run: lines meet others there, rings close there.
  fileprivate func spareVertex(ofPairEndingAt index: Int, _ repeats: [Int]) -> Int? {
    guard points.count - repeats.count >= (isRing ? 4 : 2) else { return nil }
    let rest = points.count - index
    let reachesEnd = repeats.filter { $0 >= index }.count == rest
    return first + (reachesEnd ? index - 1 : index)
  }
}

extension PlanFeature {
  /// The fix that removes a vertex; `nil` for a surveyed outline, which nobody changes unseen.
  fileprivate func removal(of vertex: Int) -> SuggestedFix? {
    guard mayBeMended else { return nil }
    return SuggestedFix(
      Wording("remove the repeated vertex", zh: "删去重复的顶点"),
      edits: [.remove(feature: id, vertex: vertex)])
  }
}
