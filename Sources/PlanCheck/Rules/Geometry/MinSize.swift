internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G10: no area and no line is too small to be meant.
struct MinSize: Rule {
  static let description = RuleDescription(
    code: "G10",
    name: "min-size",
    summary: Wording("An area or a line is too small to be meant.", zh: "面或线过小。"),
    rationale: Wording(
      "Scraps left over from clipping and editing count as features and break every statistic of them.",
      zh: "裁剪和编辑留下的碎屑会被当作要素计数，使统计失真。"),
    fix: Wording("delete the scrap, or merge it with its neighbour", zh: "删除碎屑，或并入相邻要素"),
    trap: Wording(
      "Each part counts by itself: a large part does not excuse the scrap beside it. An outline that has collapsed to a line has an area of 0.",
      zh: "各部分分别计算，大的部分不能掩盖旁边的碎屑；塌缩成线的面，面积为 0。"),
    looksAt: [.line, .area],
    counterparts: [
      .arcGIS("Must Be Larger Than Cluster Tolerance (Line)"),
      .arcGIS("Must Be Larger Than Cluster Tolerance (Area)"), .qgis("Minimal polygon area"),
    ],
    parameters: [
      RuleParameter(
        "min_area", .quantity(.area), default: "1 m2",
        Wording("the smallest area of a part", zh: "每个部分的最小面积")),
      RuleParameter(
        "min_length", .quantity(.length), default: "0.1 m",
        Wording("the shortest length of a part", zh: "每个部分的最短长度")),
    ],
    severity: .warning,
    accepts: [
      RuleExample("a square of 1 m²", zh: "1 m² 的正方形") { [.square("a", x: 0, side: 1)] },
      RuleExample("a line of 10 cm", zh: "10 cm 的线") { [.line("a", [(0, 0), (0.1, 0)])] },
      RuleExample("points have no size", zh: "点没有大小") { [.point("a", 0, 0)] },
      RuleExample("no place yet", zh: "尚无位置") { [.nowhere("a")] },
    ],
    flags: [
      RuleExample("a scrap of half a square metre", zh: "半平方米的碎屑", measures: ["0.5 m²"]) {
        [.polygon("a", [(0, 0), (1, 0), (1, 0.5), (0, 0.5), (0, 0)])]
      },
      RuleExample("what a hole leaves over", zh: "扣除内环后所剩无几", measures: ["0.75 m²"]) {
        [
          .polygon(
            "a", [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)],
            holes: [[(0.1, 0.1), (0.1, 1.9), (1.905_555_6, 1.9), (1.905_555_6, 0.1), (0.1, 0.1)]])
        ]
      },
      RuleExample("a scrap beside a long part", zh: "长线旁的碎屑", measures: ["0.05 m"]) {
        [.lines("a", [[(0, 0), (100, 0)], [(100, 0), (100, 0.05)]])]
      },
      RuleExample("an outline collapsed to a line", zh: "塌缩成线的面", measures: ["0 m²"]) {
        [.polygon("a", [(0, 0), (10, 0), (20, 0), (0, 0)])]
      },
      RuleExample(
        "a limit of its own", zh: "自定限值", measures: ["100 m²"],
        ExamplePlan([.square("a", x: 0)], settings: ["min_area: 0.1 ha"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.features.flatMap { feature -> [Finding] in
      guard let dense = feature.densePlane else { return [] }
      guard !dense.polygons.isEmpty else {
        return lines(of: feature, dense.vertexRuns, task, context)
      }
      return areas(of: feature, dense, task, context)
    }
  }

  private func areas(
    of feature: PlanFeature, _ dense: PlaneGeometry, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let limit = task.quantity("min_area")
    // What an invalid outline covers is known only of the whole feature.
    if context.invalidity(of: feature) != nil {
      let shape = context.shape(of: feature)?.geometry
      let area = shape?.area ?? 0
      guard area < limit else { return [] }
      let vertex = feature.plane?.vertexRuns.first
      return [
        finding(
          about: feature, vertex?.first ?? 0, Measure(area, .squareMetres, limit: limit),
          shape.flatMap { context.place($0) }
            ?? vertex?.points.first.flatMap { context.place(at: $0) }, task, isDegraded: true)
      ]
    }
    let firstVertices = (feature.plane?.vertexRuns ?? []).filter { $0.isRing && $0.ring == 0 }
    return zip(dense.polygons, firstVertices).compactMap { polygon, run in
      guard polygon.area < limit - polygon.perimeter * Rounding.length else { return nil }
      return finding(
        about: feature, run.first, Measure(polygon.area, .squareMetres, limit: limit),
        context.place(.polygon(polygon)), task)
    }
  }

  private func lines(
    of feature: PlanFeature, _ runs: [VertexRun<PlanePoint>], _ task: RuleTask,
    _ context: CheckContext
  ) -> [Finding] {
    let limit = task.quantity("min_length")
    return zip(runs, feature.plane?.vertexRuns ?? []).compactMap { dense, run in
      guard dense.points.count >= 2, let line = try? Line(dense.points),
        line.length < limit - Rounding.length
      else { return nil }
      return finding(
        about: feature, run.first, Measure(line.length, .metres, limit: limit),
        context.place(.line(line)), task)
    }
  }

  private func finding(
    about feature: PlanFeature, _ vertex: Int, _ measure: Measure, _ place: Place?,
    _ task: RuleTask, isDegraded: Bool = false
  ) -> Finding {
    let (phrase, much) = (feature.phrase, measure.phrase)
    let hasParts = (feature.geometry?.partCount ?? 1) > 1
    return task.finding(
      Wording(
        (hasParts ? "a part of " : "") + "\(phrase.english) has only \(much.english)",
        zh: "\(phrase.chinese)" + (hasParts ? "的一个部分" : "") + "仅有 \(much.chinese)"),
      parties: [feature.party(atVertex: vertex)], measure: measure, place: place,
      isDegraded: isDegraded)
  }
}
