/// Finds the best places for all labels of a problem together.
///
/// What has only one sensible answer is settled first: a label whose cheapest place excludes nothing takes it,
/// and every place dearer than a label's cheapest unhindered one is dropped, until nothing changes. What
/// remains falls apart into groups that do not touch. Each is searched for the optimum by branch and bound; where
/// a group is too large for that within the work allowed, the search goes over its neighbourhoods, takes each
/// apart and puts it together again in the best way, until no neighbourhood can be improved. The result is
/// never worse than first come, first served. Everything is counted in steps, nothing in time.
struct LabelSolver {
  /// What came of it.
  struct Solution: Sendable {
    /// For each label its place.
    var choice: [Int?]
    var objective: Int
    /// The objective where labels take places first come, first served.
    var greedyObjective: Int
    /// How many steps were taken: looks at places.
    var work: Int
    /// Whether no better solution exists.
    var isBest: Bool
  }

  /// The steps allowed for one search of a whole group, for one of a neighbourhood, and for all.
  struct Effort: Sendable {
    var group = 60_000
    var neighbourhood = 6_000
    var total = 600_000
  }

  private var problem: LabelProblem
  private let effort: Effort
  private var isAlive: [Bool]
  /// How many living places each place excludes.
  private var degrees: [Int]
  private var work = 0

  static func solve(_ problem: LabelProblem, effort: Effort = Effort()) -> Solution {
    var solver = LabelSolver(problem, effort)
    return solver.solved()
  }

  private init(_ problem: LabelProblem, _ effort: Effort) {
    (self.problem, self.effort) = (problem, effort)
    isAlive = Array(repeating: true, count: problem.costs.count)
    degrees = problem.costs.indices.map { problem.range(of: $0).count }
  }

  private mutating func solved() -> Solution {
    reduce()
    let start = problem.firstComeFirstServed()
    let greedy = problem.objective(of: start)
    var choice = [Int?](repeating: nil, count: problem.places.count)
    var isBest = true
    problem = LabelProblem(problem, among: isAlive)
    // A search leaves nothing taken, so the next group can use it, too.
    var search = LabelSearch(problem, isAlive: isAlive)
    for group in groups() {
      let before = search.work
      let left = max(0, effort.total - work)
      let found = search.best(of: group, limit: min(effort.group, left))
      work += search.work - before
      for (label, place) in zip(group, found.places) { choice[label] = place }
      guard !found.isProven else { continue }
      isBest = false
      let plain = group.map { start[$0].flatMap { isAlive[$0] ? $0 : nil } }
      if cost(plain, of: group) < cost(found.places, of: group) {
        for (label, place) in zip(group, plain) { choice[label] = place }
      }
      improve(group, &choice)
    }
    // Reduction loses no optimum, but an unproven group could still be worse than the plain way.
    let objective = problem.objective(of: choice)
    if !isBest, greedy < objective {
      return Solution(
        choice: start, objective: greedy, greedyObjective: greedy, work: work, isBest: false)
    }
    return Solution(
      choice: choice, objective: objective, greedyObjective: greedy, work: work, isBest: isBest)
  }

  private func cost(_ places: [Int?], of group: [Int]) -> Int {
    zip(group, places).reduce(0) { sum, pair in
      sum + (pair.1.map { problem.costs[$0] } ?? problem.penalties[pair.0])
    }
  }
}

extension LabelSolver {
  /// Drops places that no best solution needs.
  private mutating func reduce() {
    var queue = Array(problem.places.indices)
    var isQueued = [Bool](repeating: true, count: queue.count)
    for label in problem.places.indices {
      for place in problem.places[label] where problem.costs[place] > problem.penalties[label] {
        drop(place) { _ in }
      }
    }
    var head = 0
    while head < queue.count {
      let label = queue[head]
      head += 1
      isQueued[label] = false
      guard let free = problem.places[label].first(where: { isAlive[$0] && degrees[$0] == 0 })
      else { continue }
      for place in problem.places[label] where place > free && isAlive[place] {
        drop(place) { other in
          if !isQueued[other] {
            isQueued[other] = true
            queue.append(other)
          }
        }
      }
    }
  }

  private mutating func drop(_ place: Int, freeing: (Int) -> Void) {
    guard isAlive[place] else { return }
    isAlive[place] = false
    for index in problem.range(of: place) {
      let other = Int(problem.others[index])
      work += 1
      degrees[other] -= 1
      if degrees[other] == 0, isAlive[other] { freeing(problem.owners[other]) }
    }
  }

  /// The labels in groups such that places of different groups do not exclude one another.
  private mutating func groups() -> [[Int]] {
    var seen = [Bool](repeating: false, count: problem.places.count)
    var result: [[Int]] = []
    for first in problem.places.indices where !seen[first] {
      seen[first] = true
      var group = [first]
      var head = 0
      while head < group.count {
        for place in problem.places[group[head]] where isAlive[place] {
          for index in problem.range(of: place) {
            work += 1
            let label = problem.owners[Int(problem.others[index])]
            guard !seen[label] else { continue }
            seen[label] = true
            group.append(label)
          }
        }
        head += 1
      }
      result.append(group.sorted())
    }
    return result
  }

  /// Takes neighbourhoods of labels apart and puts them together in the best way, wider ones as long as none
  /// of the narrower can be improved.
  private mutating func improve(_ group: [Int], _ choice: inout [Int?]) {
    var search = LabelSearch(problem, isAlive: isAlive)
    for label in group { search.take(choice[label]) }
    let nearest = neighbours(in: group)
    for size in [5, 9] {
      var changed = true
      var changes = 0
      // How many changes there were when a label was searched around in vain, and the steps that it took.
      var last = [(changes: Int, work: Int)](repeating: (-1, 0), count: group.count)
      while changed, work + search.work < effort.total {
        changed = false
        for (index, (label, others)) in zip(group, nearest).enumerated() {
          guard work + search.work < effort.total else { break }
          guard last[index].changes != changes else {
            search.repeatSteps(last[index].work)
            continue
          }
          let start = search.work
          let near = ([label] + others.prefix(size - 1)).sorted()
          let before = near.map { choice[$0] }
          for place in before { search.leave(place) }
          let bound = cost(before, of: near)
          let found = search.best(of: near, limit: effort.neighbourhood, under: bound)
          let isBetter = found.isFound && cost(found.places, of: near) < bound
          let after = isBetter ? found.places : before
          for (label, place) in zip(near, after) {
            choice[label] = place
            search.take(place)
          }
          if isBetter {
            changed = true
            changes += 1
          } else {
            last[index] = (changes, search.work - start)
          }
        }
      }
    }
    work += search.work
  }

  /// For each label of a group the labels whose places most often exclude its own, the most hindering first.
  private mutating func neighbours(in group: [Int]) -> [[Int]] {
    var counts = [Int](repeating: 0, count: problem.places.count)
    return group.map { label in
      var found: [Int] = []
      // The cheapest places say enough.
      for place in problem.places[label].prefix(10) where isAlive[place] {
        for index in problem.range(of: place) {
          work += 1
          let owner = problem.owners[Int(problem.others[index])]
          if counts[owner] == 0 { found.append(owner) }
          counts[owner] += 1
        }
      }
      found.sort { (-counts[$0], $0) < (-counts[$1], $1) }
      for owner in found { counts[owner] = 0 }
      return Array(found.prefix(8))
    }
  }
}
