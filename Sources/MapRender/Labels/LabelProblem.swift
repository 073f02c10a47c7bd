/// Which places labels could take, what each costs, and which exclude one another.
///
/// Costs are whole numbers, so that sums do not depend on the order of adding. A solution gives every label
/// one of its places or none, never two that exclude one another; its objective is the cost of the places
/// taken and the penalties of the labels left out. Less is better.
struct LabelProblem: Sendable {
  /// What a millimetre's worth of ugliness counts: costs are kept to a ten-thousandth.
  static let unit = 10_000.0

  /// For each label its places, ascending by cost.
  let places: [Range<Int>]
  /// What it costs to leave a label out.
  let penalties: [Int]
  /// The cost of each place.
  let costs: [Int]
  /// The label of each place.
  let owners: [Int]
  /// For each place where ``others`` begins to list what it excludes; one more for the end.
  let firsts: [Int32]
  /// The places that each place excludes.
  let others: [Int32]
  /// For each place how many steps a search takes that looks at what it excludes.
  let steps: [Int32]

  /// - Parameters:
  ///   - labels: For each label its penalty and the costs of its places, ascending.
  ///   - pairs: Places of different labels that exclude one another, each pair once.
  init(labels: [(penalty: Int, costs: [Int])], excluding pairs: [(Int32, Int32)]) {
    var places: [Range<Int>] = []
    var costs: [Int] = []
    var owners: [Int] = []
    for (index, label) in labels.enumerated() {
      places.append(costs.count..<costs.count + label.costs.count)
      costs += label.costs
      owners += Array(repeating: index, count: label.costs.count)
    }
    var firsts = [Int32](repeating: 0, count: costs.count + 1)
    for (a, b) in pairs {
      firsts[Int(a) + 1] += 1
      firsts[Int(b) + 1] += 1
    }
    for index in costs.indices { firsts[index + 1] += firsts[index] }
    var next = firsts
    var others = [Int32](repeating: 0, count: pairs.count * 2)
    for (a, b) in pairs {
      others[Int(next[Int(a)])] = b
      next[Int(a)] += 1
      others[Int(next[Int(b)])] = a
      next[Int(b)] += 1
    }
    (self.places, self.costs, self.owners) = (places, costs, owners)
    (self.firsts, self.others) = (firsts, others)
    steps = costs.indices.map { (firsts[$0 + 1] - firsts[$0]) / 8 }
    penalties = labels.map(\.penalty)
  }

  /// The same problem where places that are out of the question exclude nothing, and nothing excludes them.
  init(_ problem: LabelProblem, among isAlive: [Bool]) {
    (places, penalties) = (problem.places, problem.penalties)
    (costs, owners, steps) = (problem.costs, problem.owners, problem.steps)
    var firsts: [Int32] = [0]
    firsts.reserveCapacity(problem.firsts.count)
    var others: [Int32] = []
    others.reserveCapacity(problem.others.count)
    for place in problem.costs.indices {
      if isAlive[place] {
        for other in problem.excluded(by: place) where isAlive[Int(other)] { others.append(other) }
      }
      firsts.append(Int32(others.count))
    }
    (self.firsts, self.others) = (firsts, others)
  }

  /// The places that a place excludes.
  func excluded(by place: Int) -> ArraySlice<Int32> {
    others[range(of: place)]
  }

  /// Where ``others`` lists them.
  func range(of place: Int) -> Range<Int> { Int(firsts[place])..<Int(firsts[place + 1]) }

  /// The objective of a solution: for each label its place.
  func objective(of choice: [Int?]) -> Int {
    choice.indices.reduce(0) { $0 + (choice[$1].map { costs[$0] } ?? penalties[$1]) }
  }

  /// Whether no two places of a solution exclude one another and each belongs to its label.
  func allows(_ choice: [Int?]) -> Bool {
    let taken = Set(choice.compactMap { $0 })
    return choice.indices.allSatisfy { label in
      guard let place = choice[label] else { return true }
      return places[label].contains(place)
        && excluded(by: place).allSatisfy { !taken.contains(Int($0)) }
    }
  }

  /// First come, first served: every label in turn takes its cheapest free place.
  func firstComeFirstServed() -> [Int?] {
    var blocked = [Bool](repeating: false, count: costs.count)
    return places.indices.map { label in
      let free = places[label].first { !blocked[$0] && costs[$0] < penalties[label] }
      guard let free else { return nil }
      for other in excluded(by: free) { blocked[Int(other)] = true }
      return free
    }
  }
}
