internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// L09: a free end is not just short of another line.
struct Undershoot: Rule {
  static let description = RuleDescription(
    code: "L09",
    name: "undershoot",
    summary: Wording("A line ends a little short of another.", zh: "线的一端差一点才接到另一条线。"),
    rationale: Wording(
      "A gap too small to be meant cuts the network in two without anyone seeing it on the map.",
      zh: "小到图上看不出的缺口，足以把路网切成两半。"),
    fix: Wording("move the end onto the other line, with a vertex there", zh: "将端点移到另一条线上并设公共顶点"),
    trap: Wording(
      "An end that says why it is free (尽端, 边界, 源头) is meant, however near another line is. A short branch is not short of the line that it leaves.",
      zh: "已声明为尽端、边界或源头的一端，无论离其他线多近都不算。短支线的末端不算差一点接到它所离开的那条线。"),
    looksAt: [.line],
    counterparts: [.superMap("线内无悬线"), .superMap("线内无长悬线")],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .quantity(.length), default: "10 m",
        Wording("how short an end may fall to be a slip", zh: "视为漏接的最大间距")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("an end that meets the other line", zh: "一端已接到另一条线") {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 0), (50, 90)])]
      },
      RuleExample("an end far from any line", zh: "一端远离任何线") {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 20), (50, 90)])]
      },
      RuleExample("a declared dead end", zh: "已声明的尽端") {
        [
          .line("a", [(0, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)], "\"start\":\"尽端\""),
        ]
      },
      RuleExample("a gap that a work is to close", zh: "有工程将要接通的缺口") {
        [
          .line("a", [(0, 0), (50, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)]),
          .line("w", [(50, 5), (50, 0)], kind: "road_work", "\"action\":\"打通\",\"road\":\"b\""),
        ]
      },
      RuleExample("a branch 8 m long", zh: "长 8 米的支线") {
        [
          .line("a", [(0, 0), (100, 0)], open), .line("b", [(50, 0), (50, 8)]),
        ]
      },
    ],
    flags: [
      RuleExample("5 m short", zh: "差 5 米", measures: ["5 m"]) {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)])]
      },
      RuleExample("two ends 6 m apart are one gap", zh: "两个端点相距 6 米是一处缺口", measures: ["6 m"]) {
        [
          .line("a", [(0, 0), (100, 0)], "\"start\":\"边界\""),
          .line("b", [(106, 0), (200, 0)], "\"end\":\"边界\""),
        ]
      },
      RuleExample("3 mm short", zh: "差 3 毫米", measures: ["0.003 m"]) {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 0.003), (50, 90)])]
      },
      RuleExample(
        "a line that comes back short of the one it left", zh: "绕回后差一点接到所离开的线", measures: ["4 m"]
      ) {
        [
          .line("a", [(0, 0), (100, 0)], open),
          .line("b", [(20, 0), (20, 50), (60, 50), (60, 4)]),
        ]
      },
    ])

  private static let open = "\"start\":\"边界\",\"end\":\"边界\""

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let (tolerance, reach) = (task.quantity("tolerance"), task.quantity("max"))
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let free = FreeEnds(state, tolerance: tolerance, context)
      let gaps = Gaps(free, within: reach)
      findings += gaps.all.filter { !gaps.isToldByOther($0) }.map { gap in
        finding(about: gap, fix: gaps.fix(of: gap, context), in: free.lines, task, context)
      }
    }
    return findings
  }

  private func finding(
    about gap: Gaps.Gap, fix: SuggestedFix?, in lines: PlanLines, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let other = lines.all[gap.edge.line].feature
    let measure = Measure(gap.segment.length, .metres, limit: task.quantity("max"))
    let (first, second) = (gap.end.feature.phrase, other.phrase)
    return task.finding(
      Wording(
        "\(first.english) ends \(measure.text) short of \(second.english)",
        zh: "\(first.chinese)差 \(measure.text) 未接到\(second.chinese)"),
      parties: [gap.end.party, other.party(near: gap.segment.end)], measure: measure,
      place: context.place(gap.segment.geometry), fix: fix)
  }
}

/// The gaps between free ends and the lines that they fall short of.
private struct Gaps {
  /// An end and the edge that it falls short of.
  struct Gap {
    let end: FreeEnds.End
    let edge: PlanLines.Edge
    /// From the end to the edge.
    let segment: Segment
  }

  let all: [Gap]
  private let free: FreeEnds
  /// The gaps by the lines that they start from, of each line first that of its start.
  private let byLine: [Int: [Gap]]

  init(_ free: FreeEnds, within reach: Double) {
    self.free = free
    all = free.unexplained().compactMap { end in
      free.nearestEdge(to: end, within: reach).map { edge in
        Gap(
          end: end, edge: edge,
          segment: Segment(end.point, edge.segment.nearest(to: end.point).point))
      }
    }
    byLine = Dictionary(grouping: all, by: \.end.line)
  }

  /// The gap of the end that a gap leads to, where it leads to one that falls short itself.
  private func opposite(_ gap: Gap) -> Gap? {
    byLine[gap.edge.line]?.first {
      $0.end.point.distance(to: gap.segment.end) <= free.tolerance
    }
  }

  /// The gap between the same two ends, seen from the other.
  private func same(_ gap: Gap) -> Gap? {
    opposite(gap).flatMap { other in
      opposite(other).flatMap {
        $0.end.line == gap.end.line && $0.end.isAtEnd == gap.end.isAtEnd ? other : nil
      }
    }
  }

  /// Whether a gap between two ends is reported for the other end.
  func isToldByOther(_ gap: Gap) -> Bool {
    same(gap).map { ($0.end.feature.id, $0.end.vertex) < (gap.end.feature.id, gap.end.vertex) }
      ?? false
  }

  /// What closes a gap; `nil` where lines were surveyed, or where the other end is to move as well.
  func fix(of gap: Gap, _ context: CheckContext) -> SuggestedFix? {
    guard opposite(gap) != nil else { return free.joining(gap.end, to: gap.edge, context) }
    guard let other = same(gap) else { return nil }
    return free.joining(gap.end, to: gap.edge, context)
      ?? free.joining(other.end, to: other.edge, context)
  }
}

extension FreeEnds {
  /// The edge of another line nearest to an end; `nil` where none is near enough.
  ///
  /// The line that the end's own line branches off a little before does not count.
  fileprivate func nearestEdge(to end: End, within reach: Double) -> PlanLines.Edge? {
    let others = lines.edges(near: end.point, within: reach)
      .filter { lines.all[$0.line].feature.id != end.feature.id }
    guard !others.isEmpty else { return nil }
    let origins = Set(origins(of: end))
    let length = lines.all[end.line].course.length
    return others.filter { edge in
      let isShort = length <= 3 * edge.segment.distance(to: end.point)
      return !(isShort && origins.contains(edge.line))
    }.min { $0.segment.distance(to: end.point) < $1.segment.distance(to: end.point) }
  }

  /// The lines that the other end of an end's line lies on.
  private func origins(of end: End) -> [Int] {
    let line = lines.all[end.line].line
    return lines.edges(near: end.isAtEnd ? line.start : line.end, within: tolerance).map(\.line)
  }

  /// Moves an end onto an edge, where both lines then have the same vertex; surveyed lines are left
  /// as they were measured.
  fileprivate func joining(
    _ end: End, to edge: PlanLines.Edge, _ context: CheckContext
  ) -> SuggestedFix? {
    let line = lines.all[edge.line]
    let other = line.feature
    guard end.feature.basis != .surveyed else { return nil }
    let title = Wording(
      "move the end onto \(other.phrase.english), with a vertex there",
      zh: "将端点移到\(other.phrase.chinese)上并设公共顶点")
    let target = edge.segment.nearest(to: end.point).point
    let own = lines.all[end.line].line.points
    if own.count > 2, own[end.isAtEnd ? own.count - 2 : 1].distance(to: target) <= tolerance {
      // The line has the vertex already and goes on beyond it.
      return SuggestedFix(
        Wording(
          "end the line at the vertex on \(other.phrase.english)",
          zh: "让线止于\(other.phrase.chinese)上的顶点"),
        edits: [.remove(feature: end.feature.id, vertex: end.vertex)])
    }
    let (before, after) = line.vertices(around: edge)
    for vertex in [before, after]
    where line.line.points[vertex].distance(to: target) <= tolerance {
      guard let position = other.geometry?.positions[line.firstVertex + vertex] else { return nil }
      return SuggestedFix(
        title, edits: [.move(feature: end.feature.id, vertex: end.vertex, to: position)])
    }
    guard other.basis != .surveyed, let position = context.filePosition(of: target) else {
      return nil
    }
    return SuggestedFix(
      title,
      edits: [
        .move(feature: end.feature.id, vertex: end.vertex, to: position),
        .insert(
          feature: other.id, after: line.firstVertex + before, at: position),
      ])
  }
}
