extension LabelProblem {
  /// The problem that the labels of a map pose.
  ///
  /// - Parameters:
  ///   - places: For each request its places, ascending by cost.
  ///   - prints: What they cover.
  init(_ requests: [LabelRequest], _ places: [LabelPlaces], _ prints: LabelFootprints) {
    var pairs = prints.excludingPairs()
    Self.addTooNear(requests, prints, to: &pairs)
    let labels = zip(requests, places).map { request, places in
      (
        penalty: Int((request.penalty * request.weight * Self.unit).rounded()),
        costs: places.best.map {
          Int(($0.cost * request.weight * 1000).rounded()) * Int(Self.unit / 1000)
        }
      )
    }
    self.init(labels: labels, excluding: pairs)
  }

  /// Adds the pairs of places of one feature's names that stand nearer than those names should.
  private static func addTooNear(
    _ requests: [LabelRequest], _ prints: LabelFootprints, to pairs: inout [(Int32, Int32)]
  ) {
    var families: [String: [Int]] = [:]
    for (index, request) in requests.enumerated() where request.apart > 0 {
      families["\(request.feature) \(request.styleLayer)", default: []].append(index)
    }
    for key in families.keys.sorted() {
      let family = families[key] ?? []
      for (position, a) in family.enumerated() {
        for b in family[(position + 1)...] {
          for i in prints.ranges[a] {
            let center = prints.prints[i].center
            for j in prints.ranges[b]
            where center.distance(to: prints.prints[j].center) < requests[a].apart
              && !prints.excludes(i, j)
            {
              pairs.append((Int32(i), Int32(j)))
            }
          }
        }
      }
    }
  }
}
