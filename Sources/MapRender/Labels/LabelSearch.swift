/// Searches the best places of a few labels by branch and bound.
///
/// Where the cheapest places left to all labels get along, they are the answer. Else one that does not get along is
/// tried in all its places, the cheapest first; a branch that cannot beat the best solution known is given up.
struct LabelSearch {
  private let problem: LabelProblem
  /// How many taken places exclude a place; places that are out of the question start at one.
  private var blocked: [Int32]
  private var taken: [Int?] = []
  private var isOpen: [Bool] = []
  private var labels: [Int] = []
  private var best: [Int?] = []
  private var bestCost = Int.max
  private var limit = 0
  /// The cheapest place left to each label, as the last look at all of them found.
  private var cheapest: [Int] = []
  /// For each place the number of the look at which it was some label's cheapest.
  private var stamps: [Int32]
  private var look: Int32 = 0
  private(set) var work = 0
  /// Stands for no place.
  private static let none = -1

  /// - Parameter problem: One where only places that are in question exclude one another.
  init(_ problem: LabelProblem, isAlive: [Bool]) {
    self.problem = problem
    blocked = isAlive.map { $0 ? 0 : 1 }
    stamps = Array(repeating: 0, count: isAlive.count)
  }

  /// Counts the steps of a search that need not be made again, since nothing has changed.
  mutating func repeatSteps(_ count: Int) { work += count }

  /// Takes a place for a label that this search leaves alone.
  mutating func take(_ place: Int?) {
    if let place { block(place, by: 1) }
  }

  /// Gives up a place that was taken.
  mutating func leave(_ place: Int?) {
    if let place { block(place, by: -1) }
  }

  /// The best places of some labels.
  ///
  /// - Parameters:
  ///   - limit: How many steps the search may take.
  ///   - bound: What a solution must cost less than to be of use.
  mutating func best(
    of labels: [Int], limit: Int, under bound: Int = .max
  ) -> (places: [Int?], isFound: Bool, isProven: Bool) {
    self.labels = labels
    self.limit = work + limit
    taken = Array(repeating: nil, count: labels.count)
    isOpen = Array(repeating: true, count: labels.count)
    best = taken
    cheapest = Array(repeating: Self.none, count: labels.count)
    bestCost = bound
    descend(cost: 0)
    let isFound = bestCost < bound
    if !isFound, bound == .max { return (taken, false, false) }
    return (best, isFound, work < self.limit)
  }

  private mutating func descend(cost: Int) {
    guard work < limit else { return }
    var bound = cost
    look += 1
    var index = -1
    while index + 1 < labels.count {
      index += 1
      cheapest[index] = Self.none
      guard isOpen[index] else { continue }
      let label = labels[index]
      let range = problem.places[label]
      let end = range.upperBound
      var place = range.lowerBound
      while place < end, blocked[place] != 0 { place += 1 }
      work += place - range.lowerBound + 1
      if place < end, problem.costs[place] < problem.penalties[label] {
        bound += problem.costs[place]
        cheapest[index] = place
        stamps[place] = look
      } else {
        bound += problem.penalties[label]
      }
    }
    guard bound < bestCost else { return }
    guard let index = mostHindered() else {
      bestCost = bound
      best = taken
      for index in labels.indices where isOpen[index] {
        best[index] = cheapest[index] == Self.none ? nil : cheapest[index]
      }
      return
    }
    isOpen[index] = false
    let label = labels[index]
    for place in problem.places[label] where blocked[place] == 0 {
      guard problem.costs[place] < problem.penalties[label] else { break }
      taken[index] = place
      block(place, by: 1)
      descend(cost: cost + problem.costs[place])
      block(place, by: -1)
      guard work < limit else { break }
    }
    taken[index] = nil
    descend(cost: cost + problem.penalties[label])
    isOpen[index] = true
  }

  /// The label whose cheapest place excludes the most of the others' cheapest; `nil` when all get along.
  private mutating func mostHindered() -> Int? {
    var most = (index: Self.none, count: 0)
    var index = 0
    while index < cheapest.count {
      let place = cheapest[index]
      if place != Self.none {
        let count = cheapestAmong(problem.range(of: place))
        work += Int(problem.steps[place])
        if count > most.count { most = (index, count) }
      }
      index += 1
    }
    return most.index == Self.none ? nil : most.index
  }

  /// How many of the places listed there are some label's cheapest.
  private func cheapestAmong(_ range: Range<Int>) -> Int {
    problem.others.withUnsafeBufferPointer { others in
      stamps.withUnsafeBufferPointer { stamps in
        guard let others = others.baseAddress, let stamps = stamps.baseAddress else { return 0 }
        var count = 0
        var next = range.lowerBound
        while next < range.upperBound {
          if stamps[Int(others[next])] == look { count += 1 }
          next += 1
        }
        return count
      }
    }
  }

  private mutating func block(_ place: Int, by step: Int32) {
    let range = problem.range(of: place)
    problem.others.withUnsafeBufferPointer { others in
      blocked.withUnsafeMutableBufferPointer { blocked in
        guard let others = others.baseAddress, let blocked = blocked.baseAddress else { return }
        var next = range.lowerBound
        while next < range.upperBound {
          blocked[Int(others[next])] &+= step
          next += 1
        }
      }
    }
    work += Int(problem.steps[place])
  }
}
