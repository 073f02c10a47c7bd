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
  private static let counts = (first: 24, more: 90)

  private mutating func outcome() -> Outcome {
    places = requests.map { places(of: $0, reaching: false) }
    var (problem, starts) = solve()
    // Places farther away take time to weigh and are seldom needed: only labels that find no good one, and those
    // in their way, list them.
    let cramped = cramped()
    if !cramped.isEmpty {
      for index in cramped { places[index] = places(of: requests[index], reaching: true) }
      (problem, starts) = solve()
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

  private mutating func solve() -> (LabelProblem, [Int]) {
    let problem = LabelProblem(requests, places, frame: frame)
    let found = LabelSolver.solve(problem)
    work += found.work
    solution = found
    return (problem, problem.places.map(\.lowerBound))
  }

  /// The labels without a place or with a poor one, and those that stand in their way.
  private func cramped() -> [Int] {
    guard let solution else { return [] }
    return requests.indices.filter { index in
      guard solution.choice[index] != nil else { return true }
      let cost = cost(of: index)
      return cost > 3
    }
  }

  private func cost(of index: Int) -> Double {
    guard let solution, let choice = solution.choice[index] else { return .infinity }
    var start = 0
    for other in 0..<index { start += places[other].count }
    return places[index][choice - start].cost
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
    let ownShare: Double =
      switch request.place {
      case .points: 0
      case .lines: request.offset > 0 ? 0.6 : 0
      case .areas: 0
      }
    let possible = LabelCandidates(request: request, frame: frame, withLeaders: reaching).all()
      .compactMap { (candidate: LabelCandidate) -> LabelCandidate? in
        var costly = candidate
        for box in candidate.boxes {
          costly.cost += obstacles.cost(of: box, for: request.feature, ownShare: ownShare)
          if costly.cost == .infinity { return nil }
        }
        if let leader = candidate.leader, leader.count == 2 {
          costly.cost += leaderCost(leader, request)
        }
        return costly.cost < request.penalty ? costly : nil
      }
    let costs = possible.map { ($0.cost * 1000).rounded() }
    let order = possible.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    let limit = reaching ? Self.counts.more : Self.counts.first
    let near = request.look.size * (reaching ? 0.25 : 0.45)
    var taken: [(candidate: LabelCandidate, center: PaperPoint)] = []
    for index in order {
      guard taken.count < limit else { break }
      let center = possible[index].center
      let isNew = taken.allSatisfy {
        $0.center.distance(to: center) > near
          || $0.candidate.boxes.count != possible[index].boxes.count
      }
      if isNew { taken.append((possible[index], center)) }
    }
    return taken.map(\.candidate)
  }

  /// A leader may cross lines, but not symbols.
  private func leaderCost(_ leader: [PaperPoint], _ request: LabelRequest) -> Double {
    var total = 0.0
    let length = leader[0].distance(to: leader[1])
    let count = max(1, Int(length / 1.5))
    for step in 0...count {
      let point = leader[0].interpolated(to: leader[1], at: Double(step) / Double(count))
      let box = PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 0.2)
      total += min(1.5, obstacles.cost(of: box, for: request.feature))
    }
    return total
  }
}
