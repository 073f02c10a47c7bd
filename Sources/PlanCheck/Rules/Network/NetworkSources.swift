internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// The places that feed a network, made nodes of it.
struct NetworkSources {
  let network: LineNetwork
  /// The nodes of each feature that hangs on the network.
  let nodes: [(feature: PlanFeature, nodes: [Int], legs: [Double])]
  /// The nodes of the other places that were asked for.
  let others: [[Int]]
  /// What hangs nowhere.
  let detached: [Attachments.Attachment]
  let attachments: Attachments

  /// - Parameter others: More places that are to be nodes.
  init(
    _ features: [PlanFeature], on attachments: Attachments, within limit: Double,
    others: [[LineNetwork.Place]] = []
  ) throws {
    self.attachments = attachments
    let all = try attachments.nearest(to: features, within: limit)
    let attached = all.filter { !$0.places.isEmpty }
    let noded = attachments.network.noded(
      at: attached.flatMap(\.places) + others.flatMap { $0 })
    network = noded.network
    var rest = noded.nodes[...]
    nodes = attached.map { attachment in
      let own = rest.prefix(attachment.places.count)
      rest = rest.dropFirst(own.count)
      return (
        attachment.feature, Array(own),
        attachment.places.map { attachment.geometry.distance(to: $0.point) }
      )
    }
    self.others = others.map { places in
      let own = rest.prefix(places.count)
      rest = rest.dropFirst(own.count)
      return Array(own)
    }
    // A source of several points needs one of them on the network.
    let known = Set(attached.map(\.feature.id))
    var seen: Set<String> = []
    detached = all.filter { !known.contains($0.feature.id) && seen.insert($0.feature.id).inserted }
  }

  /// The features that feed the network, each once.
  var features: [PlanFeature] {
    var seen: Set<String> = []
    return nodes.map(\.feature).filter { seen.insert($0.id).inserted }
  }

  /// Findings about sources that feed nothing, because they hang on no line.
  func detachedFindings(for task: RuleTask, within limit: Double) throws -> [Finding] {
    try detached.compactMap { source in
      guard let gap = try attachments.gap(from: source.geometry) else { return nil }
      let measure = Measure(gap.length, .metres, limit: limit)
      let (who, much) = (source.feature.phrase, measure.phrase)
      let line = try? Line([gap.segment.start, gap.segment.end])
      return task.finding(
        Wording(
          "\(who.english), which is to feed the network, lies \(much.english) from it",
          zh: "网络的源点\(who.chinese)距网络 \(much.chinese)"),
        parties: [source.feature.party(near: gap.segment.start)], measure: measure,
        place: attachments.context.place(
          line.map { .line($0) } ?? .point(gap.segment.start)),
        isDegraded: source.isDegraded)
    }
  }
}
