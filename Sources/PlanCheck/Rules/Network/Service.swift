internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// How places are served by a network and the sources on it, for N03.
struct Service {
  private let task: RuleTask
  private let context: CheckContext
  private let attachments: Attachments
  private let demands: [Attachments.Attachment]
  private let sources: NetworkSources
  /// Whether there is anything to be served from, rather than the network alone.
  private let hasSources: Bool

  init(
    of demands: [PlanFeature], from sources: [PlanFeature], on network: LineNetwork,
    task: RuleTask, context: CheckContext
  ) throws {
    self.task = task
    self.context = context
    attachments = Attachments(network, context)
    let limit = task.quantity("max")
    self.demands = try attachments.nearest(to: demands, within: limit)
    self.sources = try NetworkSources(
      sources, on: attachments, within: limit, others: self.demands.map(\.places))
    hasSources = !sources.isEmpty
  }

  func findings() throws -> [Finding] {
    var findings = try demands.filter(\.places.isEmpty).compactMap(farFromNetwork)
    context.verified(pairs: demands.count)
    guard hasSources else { return findings }
    findings += try sources.detachedFindings(for: task, within: task.quantity("max"))
    let graph = sources.network.graph(task.flow)
    let origins = sources.nodes.flatMap { source in source.nodes.map { _ in source.feature } }
    let starts = sources.nodes.flatMap { source in
      zip(source.nodes, source.legs).map { (vertex: graph.vertexOf[$0], distance: $1) }
    }
    for travel in task.travels {
      let paths = graph.graph.shortestPaths(from: starts, travel)
      for (demand, nodes) in zip(demands, sources.others) where !demand.places.isEmpty {
        let ways = zip(nodes, demand.places).map { node, place in
          let vertex = graph.vertexOf[node]
          return (
            vertex: vertex,
            length: paths.distances[vertex] + demand.geometry.distance(to: place.point)
          )
        }
        guard let best = ways.min(by: { $0.length < $1.length }) else { continue }
        guard best.length.isFinite, let origin = paths.origins[best.vertex] else {
          findings.append(unserved(demand, travel))
          continue
        }
        let links = graph.graph.way(to: best.vertex, in: paths).map { graph.links[$0] }
        let way = Way(
          from: origins[origin], length: best.length, lines: sources.network.courses(of: links))
        if let long = try tooLong(way, demand, travel) { findings.append(long) }
      }
    }
    return findings
  }

  /// A way from a source to a demand, or back.
  private struct Way {
    let from: PlanFeature
    let length: Double
    let lines: [Line<PlanePoint>]
  }

  private func farFromNetwork(_ demand: Attachments.Attachment) throws -> Finding? {
    guard let gap = try attachments.gap(from: demand.geometry) else { return nil }
    let near = attachments.feature(at: gap.segment.end)
    let measure = Measure(gap.length, .metres, limit: task.quantity("max"))
    let (who, much) = (demand.feature.phrase, measure.phrase)
    let far = near?.phrase ?? Wording("the network", zh: "网络")
    let line = try? Line([gap.segment.start, gap.segment.end])
    return task.finding(
      Wording(
        "\(who.english) lies \(much.english) from the network; the nearest line is \(far.english)",
        zh: "\(who.chinese)距网络 \(much.chinese)，最近的是\(far.chinese)"),
      parties: [demand.feature.party(near: gap.segment.start)]
        + (near.map { [$0.party(near: gap.segment.end)] } ?? []),
      measure: measure,
      place: context.place(line.map { .line($0) } ?? .point(gap.segment.start)),
      isDegraded: demand.isDegraded)
  }

  private func unserved(_ demand: Attachments.Attachment, _ travel: Graph.Travel) -> Finding {
    let who = demand.feature.phrase
    let point = context.anchor(of: demand.geometry)
    return task.finding(
      travel == .against
        ? Wording(
          "no way leads from \(who.english) to any source", zh: "从\(who.chinese)没有路通往任何源点")
        : Wording(
          "no way leads from any source to \(who.english)", zh: "没有路从任何源点通往\(who.chinese)"),
      parties: [demand.feature.party(near: point)], place: context.place(demand.geometry),
      isDegraded: demand.isDegraded)
  }

  /// A way that is longer than it may be, or than the straight line allows: one finding for both.
  private func tooLong(
    _ way: Way, _ demand: Attachments.Attachment, _ travel: Graph.Travel
  ) throws -> Finding? {
    let slack = task.quantity("tolerance")
    let straight = try context.shape(of: way.from).flatMap {
      try context.topology.distance(demand.geometry, $0.geometry)
    }
    let isLong = task.optionalQuantity("max_path").map { way.length > $0 + slack } ?? false
    // Where the two touch there is no straight line to compare with.
    let detour = straight.flatMap { $0 > slack ? way.length / $0 : nil }
    let isRound =
      task.number("max_detour").map { limit in
        (straight ?? 0) > slack && way.length > limit * (straight ?? 0) + slack
      } ?? false
    guard isLong || isRound else { return nil }
    let measure =
      isLong
      ? Measure(way.length, .metres, limit: task.optionalQuantity("max_path"))
      : Measure(detour ?? 0, .features, limit: task.number("max_detour"))
    let ends = (demand.feature.phrase, way.from.phrase)
    let (from, to) = travel == .against ? ends : (ends.1, ends.0)
    let length = isLong ? measure.phrase : Measure(way.length, .metres).phrase
    let ratio = detour.map {
      Measure($0, .features, limit: isRound ? task.number("max_detour") : nil)
    }
    let times = Wording(
      ratio.map { ", \($0.phrase.english) times the straight line" } ?? "",
      zh: ratio.map { "，为直线距离的 \($0.phrase.chinese)倍" } ?? "")
    return task.finding(
      Wording(
        "the way from \(from.english) to \(to.english) is \(length.english) long\(times.english)",
        zh: "从\(from.chinese)到\(to.chinese)的路程为 \(length.chinese)\(times.chinese)"),
      parties: [
        demand.feature.party(near: context.anchor(of: demand.geometry)), way.from.party,
      ],
      measure: measure,
      place: context.place(way.lines.isEmpty ? demand.geometry : .multiLine(way.lines)),
      isDegraded: demand.isDegraded)
  }
}
