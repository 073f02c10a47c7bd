internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// What works close of a network of streets, and when, for W04.
struct Closures {
  /// What one work closes.
  private struct Closure {
    let work: PlanFeature
    let period: WorkPeriod
    /// The edges along the work.
    var edges: Set<Int> = []
    /// The vertices at points of the work.
    var vertices: Set<Int> = []

    var isEmpty: Bool { edges.isEmpty && vertices.isEmpty }
  }

  private let task: RuleTask
  private let context: CheckContext
  private let sources: NetworkSources
  private let whole: NetworkGraph
  private let closures: [Closure]
  private var network: LineNetwork { sources.network }

  init(
    of works: [PlanFeature], on streets: [PlanFeature], from features: [PlanFeature],
    task: RuleTask, context: CheckContext
  ) throws {
    self.task = task
    self.context = context
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    let base = context.network(of: streets, tolerance: task.quantity("tolerance"))
    let attachments = Attachments(base, context)
    let timed = works.compactMap { work in
      work.period.flatMap { period in
        period.isEmpty ? nil : context.shape(of: work).map { (work, period, $0.geometry) }
      }
    }
    let places = try timed.map { try attachments.contacts(with: $0.2, within: tolerance) }
    sources = try NetworkSources(
      features, on: attachments, within: task.quantity("max_gap"), others: places)
    whole = sources.network.graph()
    let middles = sources.network.middles
    let index = BoxIndex(whole.links.map { Bounds(middles[$0], middles[$0]) })
    var closures: [Closure] = []
    for ((work, period, geometry), nodes) in zip(timed, sources.others) {
      guard let box = geometry.bounds else { continue }
      var closure = Closure(work: work, period: period)
      if geometry.points.isEmpty {
        closure.edges = Set(
          index.query(box, margin: tolerance).filter { [whole] edge in
            geometry.distance(to: middles[whole.links[edge]]) <= tolerance
          })
      } else {
        closure.vertices = Set(nodes.map { [whole] in whole.vertexOf[$0] })
      }
      if !closure.isEmpty { closures.append(closure) }
    }
    self.closures = closures
  }

  func detachedFindings() throws -> [Finding] {
    try sources.detachedFindings(for: task, within: task.quantity("max_gap"))
  }

  /// The stretches of time between days on which something begins or ends, with what is closed
  /// then.
  private var slices: [(period: WorkPeriod, closures: [Closure])] {
    let days = Set(closures.flatMap { [$0.period.start, $0.period.end] }.compactMap { $0 }).sorted()
    let starts: [CalendarDay?] = [nil] + days
    let ends: [CalendarDay?] = days + [nil]
    return zip(starts, ends).map { start, end in
      let period = WorkPeriod(start: start, end: end)
      return (period, closures.filter { $0.period.overlaps(period) })
    }
  }

  // MARK: Too many at once

  /// Corridors that more works close at once than may.
  func crowded() -> [Finding] {
    let limit = task.count("max") ?? 1
    let corridorsOf = Dictionary(
      closures.map { ($0.work.id, corridors(of: $0)) }, uniquingKeysWith: { first, _ in first })
    var crowds: [String: Set<Set<String>>] = [:]
    for slice in slices {
      var works: [String: Set<String>] = [:]
      for closure in slice.closures {
        for corridor in corridorsOf[closure.work.id] ?? [] {
          works[corridor, default: []].insert(closure.work.id)
        }
      }
      for (corridor, ids) in works where ids.count > limit {
        crowds[corridor, default: []].insert(ids)
      }
    }
    context.verified(pairs: crowds.count)
    return crowds.sorted { $0.key < $1.key }.flatMap { corridor, sets in
      // What only some of the works of a larger crowd do is said with the larger one.
      sets.filter { set in !sets.contains { $0.isStrictSuperset(of: set) } }
        .map { crowd(of: $0, on: corridor, limit) }
    }
  }

  private func crowd(of ids: Set<String>, on corridor: String, _ limit: Int) -> Finding {
    let own = closures.filter { ids.contains($0.work.id) }.sorted { $0.work.id < $1.work.id }
    let period = own.dropFirst().reduce(own[0].period) { $0.intersection($1.period) }
    let measure = Measure(Double(own.count), .features, limit: Double(limit))
    let street =
      context.plan.feature(corridor)?.phrase
      ?? Wording("corridor '\(corridor)'", zh: "通道“\(corridor)”")
    let (names, much) = (Wording.list(own.map(\.work.phrase)), measure.phrase)
    return task.finding(
      Wording(
        "\(much.english) works close \(street.english) \(period.text.english): \(names.english)",
        zh: "\(street.chinese)在同一时间（\(period.text.chinese)）有 \(much.chinese)项工程封闭：\(names.chinese)"),
      parties: own.map(\.work.party), measure: measure, place: place(of: own))
  }

  /// The corridors that the streets under a work belong to.
  private func corridors(of closure: Closure) -> Set<String> {
    let edges = closure.edges.union(closure.vertices.flatMap { whole.graph.edges(at: $0) })
    return Set(
      edges.map { edge in
        let street = network.members[network.links[whole.links[edge]].member].feature
        return task.word("corridor").flatMap { street.attribute($0)?.written } ?? street.id
      })
  }

  private func place(of closures: [Closure]) -> Place? {
    let edges = closures.reduce(into: Set<Int>()) { $0.formUnion($1.edges) }
    let lines = network.courses(of: edges.map { whole.links[$0] })
    guard lines.isEmpty else { return context.place(.multiLine(lines)) }
    return closures.lazy.compactMap { context.place(of: $0.work) }.first
  }

  // MARK: No way around

  /// Open streets that the closures of a day cut off.
  func severed() -> [Finding] {
    struct Key: Hashable {
      let works: [String]
      let edges: Set<Int>
    }
    let starts = sources.nodes.flatMap(\.nodes).map { whole.vertexOf[$0] }
    let reachable = task.reference("sources").map { _ in
      whole.graph.reach(from: starts, .anyWay)
    }
    var found: [Key: (closures: [Closure], periods: [WorkPeriod])] = [:]
    var order: [Key] = []
    for slice in slices where !slice.closures.isEmpty {
      let severance = Severance(
        of: whole.graph, edges: slice.closures.map(\.edges),
        vertices: slice.closures.map(\.vertices))
      let parts =
        reachable.map { severance.unreached(from: starts, among: $0) } ?? severance.withoutDetour
      for part in parts {
        let own = part.closures.map { slice.closures[$0] }
        let key = Key(works: own.map(\.work.id), edges: part.edges)
        if found[key] == nil { order.append(key) }
        found[key, default: (own, [])].periods.append(slice.period)
      }
    }
    context.verified(pairs: closures.count)
    return order.compactMap { key in
      found[key].map { cutOff(key.edges, by: $0.closures, $0.periods) }
    }
  }

  private func cutOff(
    _ edges: Set<Int>, by closures: [Closure], _ periods: [WorkPeriod]
  ) -> Finding {
    let part = NetworkPart(edges.map { whole.links[$0] }, of: network)
    let length = Measure(part.length, .metres)
    let time = WorkPeriod(start: periods.first?.start, end: periods.last?.end).text
    let names = Wording.list(closures.map(\.work.phrase))
    let streets = Wording.some(part.features)
    let leave = closures.count > 1 ? "leave" : "leaves"
    return task.finding(
      Wording(
        "\(names.english) \(leave) no open way to \(streets.english), \(length.text) long, \(time.english)",
        zh: "\(names.chinese)使\(streets.chinese)（长 \(length.text)）无路可绕：\(time.chinese)"),
      parties: closures.map(\.work.party) + part.features.map(\.party), measure: length,
      place: place(of: closures))
  }
}

extension Attachments {
  /// Every place of the network that a geometry begins or ceases to run along, or stands on.
  fileprivate func contacts(
    with geometry: PlaneGeometry, within tolerance: Double
  ) throws -> [LineNetwork.Place] {
    let vertices = geometry.points + geometry.lines.flatMap(\.points)
    let own = vertices.flatMap { places(at: $0, within: tolerance) }
    return geometry.points.isEmpty
      ? own + (try places(near: geometry, within: tolerance)) : own
  }
}
