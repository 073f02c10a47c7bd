extension LabelProblem {
  /// The problem that the labels of a map pose.
  ///
  /// - Parameter places: For each request its places, ascending by cost.
  init(_ requests: [LabelRequest], _ places: [[LabelCandidate]], frame: PaperBox) {
    let all = places.flatMap { $0 }
    var owners: [Int] = []
    for (index, list) in places.enumerated() {
      owners += Array(repeating: index, count: list.count)
    }
    var cells = BoxCells(frame: frame, size: 7)
    for (number, place) in all.enumerated() {
      for box in place.boxes + place.gaps { cells.insert(box, Int32(number)) }
      guard let leader = place.leader, leader.count == 2 else { continue }
      let count = max(1, Int(leader[0].distance(to: leader[1]) / 3))
      for step in 0...count {
        let point = leader[0].interpolated(to: leader[1], at: Double(step) / Double(count))
        cells.insert(
          PaperBox(x: point.x, y: point.y, width: 0, height: 0).grown(by: 1.5), Int32(number))
      }
    }
    let bounds = all.map { $0.bounds ?? PaperBox(x: 0, y: 0, width: 0, height: 0) }
    var near: [[Int32]] = Array(repeating: [], count: all.count)
    for cell in cells.cells {
      for (index, a) in cell.enumerated() {
        for b in cell[(index + 1)...]
        where owners[Int(a)] != owners[Int(b)] && bounds[Int(a)].overlaps(bounds[Int(b)]) {
          near[Int(a)].append(b)
        }
      }
    }
    var pairs: [(Int, Int)] = []
    for (a, list) in near.enumerated() {
      var last: Int32 = -1
      for b in list.sorted() where b != last {
        last = b
        if all[a].excludes(all[Int(b)]) { pairs.append((a, Int(b))) }
      }
    }
    pairs += Self.tooNear(requests, places, all, owners)
    let labels = zip(requests, places).map { request, list in
      (
        penalty: Int((request.penalty * request.weight * Self.unit).rounded()),
        costs: list.map {
          Int(($0.cost * request.weight * 1000).rounded()) * Int(Self.unit / 1000)
        }
      )
    }
    self.init(labels: labels, excluding: pairs)
  }

  /// Pairs of places of one feature's names that stand nearer than those names should.
  private static func tooNear(
    _ requests: [LabelRequest], _ places: [[LabelCandidate]], _ all: [LabelCandidate],
    _ owners: [Int]
  ) -> [(Int, Int)] {
    var starts: [Int] = []
    var next = 0
    for list in places {
      starts.append(next)
      next += list.count
    }
    var families: [String: [Int]] = [:]
    for (index, request) in requests.enumerated() where request.apart > 0 {
      families["\(request.feature) \(request.styleLayer)", default: []].append(index)
    }
    var pairs: [(Int, Int)] = []
    for key in families.keys.sorted() {
      let family = families[key] ?? []
      for (position, a) in family.enumerated() {
        for b in family[(position + 1)...] {
          for i in places[a].indices {
            let center = places[a][i].center
            for j in places[b].indices
            where center.distance(to: places[b][j].center) < requests[a].apart
              && !places[a][i].excludes(places[b][j])
            {
              pairs.append((starts[a] + i, starts[b] + j))
            }
          }
        }
      }
    }
    return pairs
  }
}
