import PlanTestSupport
import Testing

@testable import MapRender

struct LabelSolverTests {
  /// A problem whose places exclude one another as boxes on a strip do.
  private func problem(labels: Int, places: Int, density: Double, seed: UInt64) -> LabelProblem {
    var random = SeededGenerator(seed: seed)
    let all = (0..<labels).map { _ in
      (
        penalty: Int.random(in: 20...90, using: &random),
        costs: (0..<Int.random(in: 0...places, using: &random)).map { _ in
          Int.random(in: 0...60, using: &random)
        }.sorted()
      )
    }
    var owners: [Int] = []
    for (index, label) in all.enumerated() {
      owners += Array(repeating: index, count: label.costs.count)
    }
    let spots = owners.map { Double($0) * 0.7 + random.number(0...6) }
    var pairs: [(Int32, Int32)] = []
    for a in owners.indices {
      for b in owners.indices.dropFirst(a + 1)
      where owners[a] != owners[b] && abs(spots[a] - spots[b]) < density {
        pairs.append((Int32(a), Int32(b)))
      }
    }
    return LabelProblem(labels: all, excluding: pairs)
  }

  /// The least objective of all solutions, tried one by one.
  private func leastObjective(_ problem: LabelProblem) -> Int {
    var blocked = [Int](repeating: 0, count: problem.costs.count)
    func least(from label: Int) -> Int {
      guard label < problem.places.count else { return 0 }
      var best = problem.penalties[label] + least(from: label + 1)
      for place in problem.places[label] where blocked[place] == 0 {
        for other in problem.excluded(by: place) { blocked[Int(other)] += 1 }
        best = min(best, problem.costs[place] + least(from: label + 1))
        for other in problem.excluded(by: place) { blocked[Int(other)] -= 1 }
      }
      return best
    }
    return least(from: 0)
  }

  @Test(arguments: Thoroughness.chosen(of: Array(0..<200 as Range<UInt64>), oneIn: 5))
  func smallProblemsAreSolvedAsWellAsByTryingEverything(seed: UInt64) {
    let problem = problem(labels: 6, places: 5, density: 1.6, seed: seed)
    let solution = LabelSolver.solve(problem)
    #expect(problem.allows(solution.choice))
    #expect(solution.isBest)
    #expect(solution.objective == problem.objective(of: solution.choice))
    #expect(solution.objective == leastObjective(problem))
  }

  @Test(arguments: Thoroughness.chosen(of: Array(0..<60 as Range<UInt64>), oneIn: 5))
  func neighbourhoodsFindWhatTheWholeSearchFinds(seed: UInt64) {
    // With no steps allowed for whole groups, everything rests on the neighbourhoods.
    let problem = problem(labels: 7, places: 5, density: 1.6, seed: seed)
    let effort = LabelSolver.Effort(group: 1, neighbourhood: 30_000, total: 1_000_000)
    let solution = LabelSolver.solve(problem, effort: effort)
    #expect(problem.allows(solution.choice))
    #expect(solution.objective == leastObjective(problem))
  }

  @Test(arguments: Thoroughness.chosen(of: Array(0..<40 as Range<UInt64>), oneIn: 5))
  func largeProblemsAreNeverSolvedWorseThanFirstComeFirstServed(seed: UInt64) {
    let problem = problem(labels: 120, places: 12, density: 2.2, seed: seed)
    let plain = problem.objective(of: problem.firstComeFirstServed())
    for total in [0, 5_000, 3_000_000] {
      let effort = LabelSolver.Effort(group: 20_000, neighbourhood: 10_000, total: total)
      let solution = LabelSolver.solve(problem, effort: effort)
      #expect(problem.allows(solution.choice))
      #expect(solution.objective <= plain)
      // A step that has begun is finished.
      #expect(solution.work <= total + 60_000)
    }
  }

  @Test func moreWorkIsNeverWasted() {
    let problem = problem(labels: 150, places: 12, density: 2.5, seed: 7)
    let plain = problem.objective(of: problem.firstComeFirstServed())
    let quick = LabelSolver.solve(
      problem, effort: LabelSolver.Effort(group: 5_000, neighbourhood: 2_000, total: 20_000))
    let slow = LabelSolver.solve(problem)
    print("150 labels: first come \(plain), quick \(quick.objective), full \(slow.objective)")
    #expect(slow.objective <= quick.objective)
    #expect(quick.objective <= plain && slow.objective < plain)
  }
}
