/// Places all labels of a map together.
///
/// Every label lists its candidates; two candidates conflict when their boxes overlap. Labels take their
/// cheapest free candidate in order of priority; one that finds none pushes others aside, who then look
/// again. At the end every label tries to improve. Nothing depends on hashing or on the order of input
/// beyond priority and id.
struct LabelPlacer {
  /// What came of it.
  struct Outcome: Sendable {
    var placed: [PlacedLabel] = []
    /// Labels without a place.
    var left: [Left] = []
    /// What all places cost and what is left out costs.
    var objective = 0.0
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
  private let candidates: [[LabelCandidate]]
  private var chosen: [Int?]
  /// How often a label was pushed aside; it becomes harder to push each time.
  private var pushes: [Int]
  private var grid: CandidateGrid

  static func place(
    _ requests: [LabelRequest], frame: PaperBox, obstacles: ObstacleGrid
  ) -> Outcome {
    let ordered = requests.enumerated().sorted { a, b in
      (
        -a.element.priority, a.element.isRequired ? 0 : 1, a.element.feature, a.element.styleLayer,
        a.offset
      )
        < (
          -b.element.priority, b.element.isRequired ? 0 : 1, b.element.feature,
          b.element.styleLayer, b.offset
        )
    }.map(\.element)
    // Places away from the feature cost time to weigh and are seldom needed: at first only labels that
    // find no good place nearby list them, and all only where that is not enough.
    var candidates = ordered.map { self.candidates(of: $0, frame: frame, obstacles) }
    var reaching: Set<Int> = []
    var placer = LabelPlacer(requests: ordered, candidates: candidates, frame: frame)
    placer.run()
    for round in 0..<3 {
      let cramped = placer.cramped(orAll: round == 2).subtracting(reaching)
      if round > 0, placer.outcome.unplaced.isEmpty { break }
      guard !cramped.isEmpty else { continue }
      for index in cramped.sorted() {
        candidates[index] = self.candidates(
          of: ordered[index], frame: frame, obstacles, withLeaders: true)
      }
      reaching.formUnion(cramped)
      placer = LabelPlacer(requests: ordered, candidates: candidates, frame: frame)
      placer.run()
    }
    return placer.outcome
  }

  /// The labels that have no good place, or all, as far as they may stand away from their features.
  private func cramped(orAll: Bool) -> Set<Int> {
    Set(
      requests.indices.filter { index in
        guard requests[index].allowsLeader, requests[index].isRequired else { return false }
        return orAll || (chosen[index].map { candidates[index][$0].cost > 3 } ?? true)
      })
  }

  private mutating func run() {
    settle()
    improve()
  }

  /// The places of a label that cover nothing forbidden, the best first.
  private static func candidates(
    of request: LabelRequest, frame: PaperBox, _ obstacles: ObstacleGrid,
    withLeaders: Bool = false
  ) -> [LabelCandidate] {
    let possible = LabelCandidates(request: request, frame: frame, withLeaders: withLeaders).all()
      .compactMap { (candidate: LabelCandidate) -> LabelCandidate? in
        var costly = candidate
        let ownShare = request.offset > 0 ? 0.3 : 0
        for box in candidate.boxes {
          costly.cost += obstacles.cost(of: box, for: request.feature, ownShare: ownShare)
          if costly.cost == .infinity { return nil }
        }
        if let leader = candidate.leader, leader.count == 2 {
          costly.cost += leaderCost(leader, obstacles: obstacles, request: request)
        }
        return costly.cost.isFinite ? costly : nil
      }
    let costs = possible.map(\.cost)
    let order = possible.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    return order.prefix(160).map { possible[$0] }
  }

  /// A leader may cross lines, but not symbols.
  private static func leaderCost(
    _ leader: [PaperPoint], obstacles: ObstacleGrid, request: LabelRequest
  ) -> Double {
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

  private init(requests: [LabelRequest], candidates: [[LabelCandidate]], frame: PaperBox) {
    self.requests = requests
    self.candidates = candidates
    chosen = Array(repeating: nil, count: requests.count)
    pushes = Array(repeating: 0, count: requests.count)
    grid = CandidateGrid(frame: frame)
  }

  private var outcome: Outcome {
    var outcome = Outcome()
    for (index, request) in requests.enumerated() {
      if let choice = chosen[index] {
        outcome.placed.append(
          PlacedLabel(request: request, candidate: candidates[index][choice]))
      } else {
        outcome.left.append(
          Left(request: request, reason: candidates[index].isEmpty ? .covered : .crowded))
      }
    }
    return outcome
  }

  /// Gives every label a place, pushing others aside where that costs less than going without.
  private mutating func settle() {
    var queue = Array(requests.indices)
    var budget = requests.count * 40
    var head = 0
    while head < queue.count, budget > 0 {
      let label = queue[head]
      head += 1
      budget -= 1
      guard chosen[label] == nil else { continue }
      var best: (choice: Int, cost: Double, others: [Int])?
      for (choice, candidate) in candidates[label].enumerated() {
        if let best, candidate.cost >= best.cost { break }
        let others = grid.labels(touching: candidate, except: label)
        var cost = candidate.cost
        for other in others { cost += worth(of: other) }
        if !requests[label].isRequired, !others.isEmpty { continue }
        if cost < best?.cost ?? .infinity { best = (choice, cost, others) }
      }
      guard let best else { continue }
      for other in best.others {
        remove(other)
        pushes[other] += 1
        queue.append(other)
      }
      put(label, best.choice)
    }
  }

  /// What it costs to push a label aside.
  private func worth(of label: Int) -> Double {
    requests[label].isRequired
      ? 6 + Double(pushes[label]) * 2 + requests[label].priority * 0.01 : 0.5
  }

  /// Moves labels to cheaper places that are free, and lets pairs trade places.
  private mutating func improve() {
    for _ in 0..<3 {
      var changed = false
      for label in requests.indices {
        guard let current = chosen[label] else {
          if let free = candidates[label].indices.first(where: {
            grid.labels(touching: candidates[label][$0], except: label).isEmpty
          }) {
            put(label, free)
            changed = true
          }
          continue
        }
        for choice in 0..<current {
          let others = grid.labels(touching: candidates[label][choice], except: label)
          if others.isEmpty {
            remove(label)
            put(label, choice)
            changed = true
            break
          }
          if others.count == 1, trade(label, from: current, to: choice, with: others[0]) {
            changed = true
            break
          }
        }
      }
      if !changed { break }
    }
  }

  /// Takes another label's room if that label finds one elsewhere and both together are better off.
  private mutating func trade(_ label: Int, from current: Int, to choice: Int, with other: Int)
    -> Bool
  {
    guard let otherChoice = chosen[other] else { return false }
    let gain = candidates[label][current].cost - candidates[label][choice].cost
    let limit = candidates[other][otherChoice].cost + gain - 1e-9
    remove(label)
    remove(other)
    put(label, choice)
    for (index, candidate) in candidates[other].enumerated() {
      if candidate.cost >= limit { break }
      if grid.labels(touching: candidate, except: other).isEmpty {
        put(other, index)
        return true
      }
    }
    remove(label)
    put(label, current)
    put(other, otherChoice)
    return false
  }

  private mutating func put(_ label: Int, _ choice: Int) {
    chosen[label] = choice
    grid.insert(candidates[label][choice], label: label)
  }

  private mutating func remove(_ label: Int) {
    guard let choice = chosen[label] else { return }
    grid.remove(candidates[label][choice], label: label)
    chosen[label] = nil
  }
}

/// The boxes of the labels that are placed at the moment.
private struct CandidateGrid {
  private let cell = 8.0
  private let columns: Int
  private let rows: Int
  private let frame: PaperBox
  private var cells: [[(box: PaperBox, label: Int)]]

  init(frame: PaperBox) {
    self.frame = frame
    columns = max(1, Int((frame.width / cell).rounded(.up)))
    rows = max(1, Int((frame.height / cell).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ candidate: LabelCandidate, label: Int) {
    for box in Self.boxes(of: candidate) {
      for index in indices(of: box) { cells[index].append((box, label)) }
    }
  }

  mutating func remove(_ candidate: LabelCandidate, label: Int) {
    for box in Self.boxes(of: candidate) {
      for index in indices(of: box) { cells[index].removeAll { $0.label == label } }
    }
  }

  /// The labels, ascending, that a candidate would lie on.
  func labels(touching candidate: LabelCandidate, except label: Int) -> [Int] {
    var result: [Int] = []
    for box in Self.boxes(of: candidate) {
      for index in indices(of: box) {
        for entry in cells[index]
        where entry.label != label && entry.box.overlaps(box)
          && !result.contains(entry.label)
        {
          result.append(entry.label)
        }
      }
    }
    return result.sorted()
  }

  /// The boxes of the text and small ones along the leader.
  private static func boxes(of candidate: LabelCandidate) -> [PaperBox] {
    var result = candidate.boxes
    guard let leader = candidate.leader, leader.count == 2 else { return result }
    let count = max(1, Int(leader[0].distance(to: leader[1]) / 1.2))
    for step in 0..<count {
      let point = leader[0].interpolated(to: leader[1], at: Double(step) / Double(count))
      result.append(
        PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 0.25))
    }
    return result
  }

  private func indices(of box: PaperBox) -> [Int] {
    let x0 = clamp((box.minX - frame.minX) / cell, columns)
    let x1 = clamp((box.maxX - frame.minX) / cell, columns)
    let y0 = clamp((box.minY - frame.minY) / cell, rows)
    let y1 = clamp((box.maxY - frame.minY) / cell, rows)
    var result: [Int] = []
    for y in y0...max(y0, y1) {
      for x in x0...max(x0, x1) { result.append(y * columns + x) }
    }
    return result
  }

  private func clamp(_ value: Double, _ count: Int) -> Int { min(count - 1, max(0, Int(value))) }
}
