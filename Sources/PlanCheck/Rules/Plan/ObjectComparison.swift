internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// Holds two drawings of one object against each other, for K35.
struct ObjectComparison {
  private let first: String
  private let second: String
  private let task: RuleTask
  private let context: CheckContext

  init(first: String, second: String, _ task: RuleTask, _ context: CheckContext) {
    self.first = first
    self.second = second
    self.task = task
    self.context = context
  }

  private var limit: Double { task.quantity("within") }

  /// How the two disagree; `nil` when they do not.
  func finding(_ a: PlanFeature, _ b: PlanFeature) throws -> Finding? {
    guard let one = context.shape(of: a), let other = context.shape(of: b) else { return nil }
    let isDegraded = one.isRepaired || other.isRepaired
    let difference =
      switch (one.geometry.family, other.geometry.family) {
      case (.area, .area): try areas(one.geometry, other.geometry)
      case (.line, .line): try lines(one.geometry, other.geometry)
      case (.point, .point): points(one.geometry, other.geometry)
      default: Difference?.none
      }
    if one.geometry.family != other.geometry.family { return mismatch(a, b) }
    guard let difference else { return nil }
    let (phrase, much) = (a.phrase, difference.measure.phrase)
    let anchor = context.anchor(of: difference.place)
    return task.finding(
      Wording(
        "\(phrase.english) differs between '\(first)' and '\(second)' by \(much.english)"
          + difference.more.english,
        zh: "\(phrase.chinese)在“\(first)”与“\(second)”中相差 \(much.chinese)"
          + difference.more.chinese),
      parties: [a.party(near: anchor), b.party(near: anchor)], measure: difference.measure,
      place: context.place(difference.place), isDegraded: isDegraded)
  }

  private struct Difference {
    let measure: Measure
    let place: PlaneGeometry
    var more = Wording("", zh: "")
  }

  /// What one covers and the other does not, where it is wider than the two may differ.
  private func areas(_ a: PlaneGeometry, _ b: PlaneGeometry) throws -> Difference? {
    let all = try context.topology.symmetricDifference(a, b)
    let wide = try context.aboveNoise(all, for: task)?.polygons.filter {
      try context.topology.isWiderThan($0, limit + 0.001)
    }
    guard let wide, !wide.isEmpty else { return nil }
    let width = try wide.map { try context.topology.width(of: $0) }.max() ?? 0
    let size = Measure(width, .metres, limit: limit).phrase
    let place = PlaneGeometry.multiPolygon(wide)
    return Difference(
      measure: .area(place.area), place: place,
      more: Wording(", up to \(size.english) wide", zh: "，最宽 \(size.chinese)"))
  }

  /// The stretches of either line that are too far from the other.
  private func lines(_ a: PlaneGeometry, _ b: PlaneGeometry) throws -> Difference? {
    let (near, other) = (Vicinity(of: [a], within: limit), Vicinity(of: [b], within: limit))
    let strays = [(a, other), (b, near)].map { geometry, vicinity in
      (lines: geometry.lines.flatMap(vicinity.parts), vicinity: vicinity)
    }
    let stretches = strays.flatMap(\.lines)
    guard !stretches.isEmpty else { return nil }
    // The engine asks some points of each edge; what strays between them is asked here.
    let farthest = strays.flatMap { stray in
      stray.lines.flatMap { line in
        (0...16).map { stray.vicinity.distance(to: line.point(at: line.length * Double($0) / 16)) }
      }
    }
    let distance = try context.topology.hausdorffDistance(a, b, pieces: 16) ?? 0
    return Difference(
      measure: Measure(farthest.reduce(distance, max), .metres, limit: limit),
      place: .multiLine(stretches))
  }

  /// How far the point of one that is farthest from the other is away.
  private func points(_ a: PlaneGeometry, _ b: PlaneGeometry) -> Difference? {
    let ways = [(a, b), (b, a)].flatMap { from, to in
      from.points.map { (point: $0, distance: to.distance(to: $0)) }
    }
    guard let worst = ways.max(by: { $0.distance < $1.distance }),
      worst.distance > limit + 0.001
    else { return nil }
    return Difference(
      measure: Measure(worst.distance, .metres, limit: limit), place: .point(worst.point))
  }

  private func mismatch(_ a: PlanFeature, _ b: PlanFeature) -> Finding {
    let (phrase, one, other) = (a.phrase, a.familyTitle, b.familyTitle)
    return task.finding(
      Wording(
        "\(phrase.english) is \(one.english) in '\(first)' and \(other.english) in '\(second)'",
        zh: "\(phrase.chinese)在“\(first)”中为\(one.chinese)，在“\(second)”中为\(other.chinese)"),
      parties: [a.party, b.party], place: context.place(of: a),
      severity: min(.warning, task.severity))
  }
}

extension PlanFeature {
  /// What the feature is made of, in a sentence.
  fileprivate var familyTitle: Wording {
    switch geometry?.family {
    case .point: Wording("a point", zh: "点")
    case .line: Wording("a line", zh: "线")
    case .area: Wording("an area", zh: "面")
    case nil: Wording("mixed", zh: "混合几何")
    }
  }
}
