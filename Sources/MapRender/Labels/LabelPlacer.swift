/// Places all labels of a map together.
///
/// Every label lists its places, each with what is wrong with it; two places exclude one another when names
/// would overlap. ``LabelSolver`` then looks for the solution that costs least. Nothing depends on hashing or
/// on the order of the requests.
struct LabelPlacer {
  /// What came of it.
  struct Outcome: Sendable {
    var placed: [PlacedLabel] = []
    /// Labels without a place.
    var left: [Left] = []
    /// What all places cost and what is left out costs.
    var objective = 0.0
    /// The same where labels take places first come, first served.
    var greedyObjective = 0.0
    /// Whether no better solution exists among the places listed.
    var isBest = true
    /// How many steps the search took.
    var work = 0

    /// Required labels without a place.
    var unplaced: [LabelRequest] { left.map(\.request).filter(\.isRequired) }
  }

  /// A label without a place, and why.
  struct Left: Sendable {
    let request: LabelRequest
    let reason: LabelStatistics.Reason
  }

  private let requests: [LabelRequest]
  private let frame: PaperBox
  private let obstacles: ObstacleCosts
  private var places: [[LabelCandidate]]
  private var solution: LabelSolver.Solution?
  private var work = 0

  static func place(
    _ requests: [LabelRequest], frame: PaperBox, obstacles: ObstacleGrid
  ) -> Outcome {
    var placer = LabelPlacer(
      requests.sorted { $0.key < $1.key }, frame: frame, obstacles: ObstacleCosts(obstacles))
    return placer.outcome()
  }

  private init(_ requests: [LabelRequest], frame: PaperBox, obstacles: ObstacleCosts) {
    (self.requests, self.frame, self.obstacles) = (requests, frame, obstacles)
    places = []
  }

  /// How many places a label brings to the first search, and how many when it found none good.
  private static let counts = (first: 20, more: 60)
  /// The first search only tells which labels find no good place.
  private static let sketch = LabelSolver.Effort(group: 5_000, neighbourhood: 2_000, total: 30_000)

  private mutating func outcome() -> Outcome {
    places = requests.map { places(of: $0, reaching: false) }
    var (problem, starts) = solve(Self.sketch)
    // Places farther away take time to weigh and are seldom needed: only labels that find no good one, and those
    // in their way, list them.
    let cramped = cramped(problem)
    if !cramped.isEmpty {
      for index in cramped { places[index] = places(of: requests[index], reaching: true) }
    }
    if !cramped.isEmpty || solution?.isBest != true {
      (problem, starts) = solve(LabelSolver.Effort(total: 8_000 * requests.count))
    }
    guard let solution else { return Outcome() }
    var outcome = Outcome(
      objective: Double(solution.objective) / LabelProblem.unit,
      greedyObjective: Double(problem.objective(of: problem.firstComeFirstServed()))
        / LabelProblem.unit,
      isBest: solution.isBest, work: work)
    for (index, request) in requests.enumerated() {
      if let choice = solution.choice[index] {
        outcome.placed.append(
          PlacedLabel(request: request, candidate: places[index][choice - starts[index]]))
      } else {
        outcome.left.append(Left(request: request, reason: reason(index)))
      }
    }
    return outcome
  }

  private mutating func solve(_ effort: LabelSolver.Effort) -> (LabelProblem, [Int]) {
    let problem = LabelProblem(requests, places, frame: frame)
    let found = LabelSolver.solve(problem, effort: effort)
    work += found.work
    solution = found
    return (problem, problem.places.map(\.lowerBound))
  }

  /// The labels without a place or with a poor one.
  private func cramped(_ problem: LabelProblem) -> [Int] {
    guard let solution else { return [] }
    let poor = Int(4 * LabelProblem.unit)
    return requests.indices.filter { index in
      solution.choice[index].map { problem.costs[$0] > poor } ?? true
    }
  }

  private func reason(_ index: Int) -> LabelStatistics.Reason {
    guard places[index].isEmpty else { return .crowded }
    let candidates = LabelCandidates(request: requests[index], frame: frame, withLeaders: true)
    let possible = candidates.everywhere()
    if possible.isEmpty { return .tooShort }
    let isInside = possible.contains { $0.boxes.allSatisfy { frame.contains($0) } }
    return isInside ? .covered : .outsideFrame
  }
}

extension LabelPlacer {
  /// The places of a label that cover nothing forbidden, the best first, none much like a better one.
  private func places(of request: LabelRequest, reaching: Bool) -> [LabelCandidate] {
    let own = obstacles.own(of: request.feature)
    // Candidates hold lists, so they are judged where they stand, and only those taken are copied.
    let all = LabelCandidates(request: request, frame: frame, withLeaders: reaching).all()
    var costs = [Double](repeating: .infinity, count: all.count)
    for index in all.indices {
      var covered = 0.0
      for box in all[index].boxes where covered < request.penalty * 2 {
        covered += obstacles.cost(of: box)
        if all[index].isInside { covered -= own.area * box.width * box.height }
      }
      if let leader = all[index].leader, leader.count == 2, covered < request.penalty {
        covered += leaderCost(leader)
      }
      costs[index] = all[index].cost + max(0, covered - own.line * all[index].ownLength)
    }
    let possible = all.indices.filter { costs[$0] < request.penalty }
    let rounded = costs.map { ($0 * 1000).rounded() }
    let order = possible.sorted { (rounded[$0], $0) < (rounded[$1], $1) }
    let limit = reaching ? Self.counts.more : Self.counts.first
    let near = request.look.size * (reaching ? 0.25 : 0.45)
    var taken: [LabelCandidate] = []
    var centers: [(point: PaperPoint, boxes: Int)] = []
    for index in order {
      guard taken.count < limit else { break }
      let (center, count) = (all[index].center, all[index].boxes.count)
      let isNew = centers.allSatisfy {
        $0.point.distance(to: center) > near || $0.boxes != count
      }
      guard isNew else { continue }
      centers.append((center, count))
      taken.append(all[index])
      taken[taken.count - 1].cost = costs[index]
    }
    return taken
  }

  /// A leader may cross lines, but not symbols.
  private func leaderCost(_ leader: [PaperPoint]) -> Double {
    var total = 0.0
    let length = leader[0].distance(to: leader[1])
    let count = max(1, Int(length / 2))
    for step in 0...count {
      let point = leader[0].interpolated(to: leader[1], at: Double(step) / Double(count))
      let box = PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 0.2)
      total += min(1.5, obstacles.cost(of: box))
    }
    return total
  }
}
