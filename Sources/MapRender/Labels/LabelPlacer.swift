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
  private let candidates: [LabelCandidates]
  private var places: [LabelPlaces] = []
  /// Where the places of one label after the other are listed.
  private var sketches: LabelSketches
  private var solution: LabelSolver.Solution?
  private var work = 0

  static func place(
    _ requests: [LabelRequest], frame: PaperBox, obstacles: ObstacleGrid
  ) -> Outcome {
    guard !requests.isEmpty else { return Outcome() }
    var placer = LabelPlacer(
      requests.sorted { $0.key < $1.key }, frame: frame, obstacles: ObstacleCosts(obstacles))
    return placer.outcome()
  }

  private init(_ requests: [LabelRequest], frame: PaperBox, obstacles: ObstacleCosts) {
    (self.requests, self.frame, self.obstacles) = (requests, frame, obstacles)
    candidates = requests.map { LabelCandidates(request: $0, frame: frame) }
    sketches = LabelSketches(frame: frame)
  }

  /// How many places a label brings to the first search, and how many when it found none good.
  private static let counts = (first: 20, more: 60)
  /// The first search only tells which labels find no good place.
  private static let sketch = LabelSolver.Effort(group: 5_000, neighbourhood: 2_000, total: 30_000)

  private mutating func outcome() -> Outcome {
    for candidates in candidates { places.append(places(candidates, reaching: false)) }
    var problem = solve(Self.sketch)
    // Places farther away take time to weigh and are seldom needed: only labels that find no good one, and those
    // in their way, list them.
    let cramped = cramped(problem)
    if !cramped.isEmpty {
      for index in cramped { places[index] = places(candidates[index], reaching: true) }
    }
    if !cramped.isEmpty || solution?.isBest != true {
      problem = solve(LabelSolver.Effort(total: 8_000 * requests.count))
    }
    guard let solution else { return Outcome() }
    var outcome = Outcome(
      objective: Double(solution.objective) / LabelProblem.unit,
      greedyObjective: Double(solution.greedyObjective) / LabelProblem.unit,
      isBest: solution.isBest, work: work)
    for (index, request) in requests.enumerated() {
      if let choice = solution.choice[index] {
        let place = places[index].best[choice - problem.places[index].lowerBound]
        outcome.placed.append(
          PlacedLabel(request: request, candidate: places[index].sketches.candidate(place)))
      } else {
        outcome.left.append(Left(request: request, reason: reason(index)))
      }
    }
    return outcome
  }

  private mutating func solve(_ effort: LabelSolver.Effort) -> LabelProblem {
    var prints = LabelFootprints(places, frame: frame)
    if let crowdedOut = prints.crowdedOut {
      for (index, range) in prints.ranges.enumerated() {
        places[index].drop { crowdedOut[range.lowerBound + $0] }
      }
      prints = LabelFootprints(places, frame: frame)
    }
    let problem = LabelProblem(requests, places, prints)
    let found = LabelSolver.solve(problem, effort: effort)
    work += found.work
    solution = found
    return problem
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
    guard places[index].best.isEmpty, !places[index].isCrowded else { return .crowded }
    var possible = LabelSketches(frame: frame)
    candidates[index].list(reaching: true, in: &possible)
    if possible.count == 0 { return .tooShort }
    return possible.all.isEmpty ? .outsideFrame : .covered
  }
}

/// The places of one label that are worth weighing, the best first.
struct LabelPlaces: Sendable {
  let sketches: LabelSketches
  private(set) var best: [LabelSketch]
  /// Whether some were dropped because too many other labels want to stand there.
  private(set) var isCrowded = false

  /// - Parameter sketches: Those places and what they cover, nothing else.
  init(_ sketches: LabelSketches) {
    self.sketches = sketches
    best = sketches.all
  }

  /// Drops places by their numbers.
  mutating func drop(where isDropped: (Int) -> Bool) {
    let left = best.indices.filter { !isDropped($0) }
    guard left.count < best.count else { return }
    best = left.map { best[$0] }
    isCrowded = true
  }
}

extension LabelPlacer {
  /// The places of a label that cover nothing forbidden, the best first, none much like a better one.
  private mutating func places(_ candidates: LabelCandidates, reaching: Bool) -> LabelPlaces {
    let request = candidates.request
    let own = obstacles.own(of: request.feature)
    candidates.list(reaching: reaching, in: &sketches)
    let limit = reaching ? Self.counts.more : Self.counts.first
    let near = request.look.size * (reaching ? 0.25 : 0.45)
    var taken: [LabelSketch] = []
    taken.reserveCapacity(limit)
    var queue = SketchQueue(sketches.all, under: request.penalty)
    while taken.count < limit,
      let place = queue.next(cost: {
        cost(sketches.all[$0], of: sketches, own, penalty: request.penalty)
      })
    {
      var sketch = sketches.all[place.index]
      let isNew = taken.allSatisfy {
        $0.boxes.count != sketch.boxes.count || $0.center.distance(to: sketch.center) > near
      }
      guard isNew else { continue }
      sketch.cost = place.cost
      taken.append(sketch)
    }
    return LabelPlaces(sketches.only(taken))
  }

  /// What is wrong with a place, what it covers included.
  private func cost(
    _ sketch: LabelSketch, of sketches: LabelSketches, _ own: OwnInk, penalty: Double
  ) -> Double {
    var covered = 0.0
    var index = sketch.boxes.lowerBound
    while index < sketch.boxes.upperBound, covered < penalty * 2 {
      let box = sketches.boxes[index]
      covered += obstacles.cost(of: box)
      if sketch.isInside { covered -= own.area * box.width * box.height }
      index += 1
    }
    if let leader = sketch.leader, sketch.cost + covered < penalty {
      covered += leaderCost(from: leader.from, to: leader.to)
    }
    return sketch.cost + max(0, covered - own.line * sketch.ownLength)
  }

  /// A leader may cross lines, but not symbols.
  private func leaderCost(from start: PaperPoint, to end: PaperPoint) -> Double {
    var total = 0.0
    let length = start.distance(to: end)
    let count = max(1, Int(length / 2))
    for step in 0...count {
      let point = start.interpolated(to: end, at: Double(step) / Double(count))
      let box = PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 0.2)
      total += min(1.5, obstacles.cost(of: box))
    }
    return total
  }
}
