internal import DistrictPlan
internal import PlanNetwork

/// Which works follow which, for W03.
struct WorkChain {
  private let works: [PlanFeature]
  private let number: [String: Int]
  private let graph: Graph

  /// Takes works and all that they follow, whether declared or not.
  init(_ declared: [PlanFeature], in plan: Plan) {
    var works: [PlanFeature] = []
    var number: [String: Int] = [:]
    var pending = Array(declared.reversed())
    while let work = pending.popLast() {
      guard number[work.id] == nil else { continue }
      number[work.id] = works.count
      works.append(work)
      pending += work.ids(.after).compactMap { plan.feature($0) }
    }
    var edges: [Graph.Edge] = []
    for (index, work) in works.enumerated() {
      for id in Set(work.ids(.after)).sorted() {
        guard let before = number[id] else { continue }
        edges.append(Graph.Edge(index, before, isOneWay: true))
      }
    }
    self.works = works
    self.number = number
    graph = Graph(vertexCount: works.count, edges: edges)
  }

  /// Works that wait for each other, one circle for each set of them, in order of waiting.
  var circles: [[PlanFeature]] {
    graph.cycles().map { $0.map { works[graph.edges[$0].start] } }
  }

  /// The nearest works with an end that a work follows, and those without days between.
  func datedPredecessors(of work: PlanFeature) -> [(work: PlanFeature, path: [PlanFeature])] {
    guard let first = number[work.id] else { return [] }
    var result: [(PlanFeature, [PlanFeature])] = []
    var seen: Set<Int> = [first]
    var pending: [(Int, [PlanFeature])] = [(first, [])]
    while let (index, path) = pending.popLast() {
      for edge in graph.edges(at: index) where graph.edges[edge].start == index {
        let before = graph.edges[edge].end
        guard seen.insert(before).inserted else { continue }
        if works[before].day(.endDate) != nil {
          result.append((works[before], path))
        } else {
          pending.append((before, path + [works[before]]))
        }
      }
    }
    return result.sorted { $0.0.id < $1.0.id }
  }
}
