internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapTopology
internal import Messages
internal import PlanFindings

/// Finds features that lie where GCJ-02 or BD-09 would put them, by a control layer.
///
/// A feature agrees with the control layer, as drawn or with a shift taken off, when it comes to lie on
/// the control feature of the same name; without one, when all of it comes to lie on some control
/// feature. The latter happens by chance, so it counts only where most features agree at once.
struct DatumShift {
  private let task: RuleTask
  private let context: CheckContext
  private let within: Double
  private var namesakes: [String: PlanFeature] = [:]
  private let control: [PlanFeature]
  private let index: BoxIndex

  init(_ task: RuleTask, _ context: CheckContext) {
    self.task = task
    self.context = context
    within = task.quantity("within")
    let own = Set(task.features.map(\.id))
    control = task.partners.filter { !own.contains($0.id) && $0.plane != nil }
    index = BoxIndex(control.map(\.bounds))
    var doubtful: Set<String> = []
    for feature in control {
      guard let name = name(of: feature) else { continue }
      if namesakes.updateValue(feature, forKey: name) != nil { doubtful.insert(name) }
    }
    for name in doubtful { namesakes[name] = nil }
  }

  private func name(of feature: PlanFeature) -> String? {
    feature.attribute(task.word("key") ?? "name").map(\.written)
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  func findings() -> [Finding] {
    var shifted: [ChineseDatum: [(feature: PlanFeature, metres: Double)]] = [:]
    var strangers: [PlanFeature] = []
    for feature in task.features where feature.geometry != nil {
      guard let namesake = name(of: feature).flatMap({ namesakes[$0] }) else {
        strangers.append(feature)
        continue
      }
      context.verified(pairs: 1)
      guard let drawn = distance(of: feature, in: .wgs84, from: namesake), drawn > within else {
        continue
      }
      let shifts = Self.shifts.compactMap { datum in
        distance(of: feature, in: datum, from: namesake).map { (datum: datum, rest: $0) }
      }
      if let best = shifts.min(by: { $0.rest < $1.rest }), best.rest <= within {
        shifted[best.datum, default: []].append((feature, drawn))
      }
    }
    for (datum, found) in agreeing(strangers) { shifted[datum, default: []] += found }
    return Self.shifts.compactMap { datum in shifted[datum].map { finding(datum, $0) } }
  }

  private static let shifts: [ChineseDatum] = [.gcj02, .bd09]

  /// The distance in metres between the middles of two features, the first read in a datum.
  private func distance(
    of feature: PlanFeature, in datum: ChineseDatum, from other: PlanFeature
  ) -> Double? {
    guard let geometry = moved(feature, from: datum), let target = other.densePlane,
      let middle = try? context.topology.centroid(of: geometry),
      let goal = try? context.topology.centroid(of: target)
    else { return nil }
    return middle.distance(to: goal)
  }

  /// The feature on the plane if its file is in a datum.
  private func moved(_ feature: PlanFeature, from datum: ChineseDatum) -> PlaneGeometry? {
    guard datum != .wgs84 else { return feature.densePlane }
    guard let geometry = feature.geometry,
      let unshifted = try? geometry.mapRuns({ $0.map(datum.toWGS84) })
    else { return nil }
    return try? context.plan.transformer.project(unshifted)
  }

  /// Features without a namesake that most agree on one datum, if that is not the plan's.
  private func agreeing(
    _ features: [PlanFeature]
  ) -> [(ChineseDatum, [(feature: PlanFeature, metres: Double)])] {
    guard features.count >= Self.least else { return [] }
    func agreeing(in datum: ChineseDatum) -> [PlanFeature] {
      features.filter { feature in
        moved(feature, from: datum).map(isOnControl) ?? false
      }
    }
    guard agreeing(in: .wgs84).count * 5 <= features.count else { return [] }
    let votes = Self.shifts.map { ($0, agreeing(in: $0)) }
    guard let (datum, found) = votes.max(by: { $0.1.count < $1.1.count }),
      found.count * 5 >= features.count * 4
    else { return [] }
    return [(datum, found.map { ($0, shift(of: $0, datum)) })]
  }

  /// How many features without namesakes are worth a vote.
  private static let least = 3

  /// Whether every vertex, or as many as tell, lies on a control feature.
  private func isOnControl(_ geometry: PlaneGeometry) -> Bool {
    let points = geometry.positions
    let step = max(1, points.count / 16)
    return stride(from: 0, to: points.count, by: step).allSatisfy { place in
      let point = points[place]
      return index.query(Bounds(point, point), margin: within).contains { candidate in
        (control[candidate].densePlane?.outlineDistance(to: point) ?? .infinity) <= within
      }
    }
  }

  private func shift(of feature: PlanFeature, _ datum: ChineseDatum) -> Double {
    guard let a = feature.plane?.positions.first,
      let b = moved(feature, from: datum)?.positions.first
    else { return 0 }
    return a.distance(to: b)
  }

  private func finding(
    _ datum: ChineseDatum, _ found: [(feature: PlanFeature, metres: Double)]
  ) -> Finding {
    let mean = found.reduce(0) { $0 + $1.metres } / Double(found.count)
    let measure = Measure(mean, .metres, limit: within)
    let (count, all, what) = (found.count, task.features.count, task.with.joined(separator: ", "))
    let name = datum == .gcj02 ? "GCJ-02" : "BD-09"
    return task.finding(
      Wording(
        "\(count) of \(all) features lie where \(name) puts them, on average \(measure.text) from '\(what)'",
        zh: "\(all) 个要素中有 \(count) 个与 \(name) 偏移后的位置一致，平均偏离“\(what)” \(measure.text)"),
      parties: found.map { $0.feature.party(atVertex: 0) }, measure: measure,
      place: found.first.flatMap { context.place(of: $0.feature) },
      help: Wording(
        "take the shift of \(name) off before the file joins the plan",
        zh: "先去除 \(name) 偏移，再将文件并入规划"))
  }
}

extension Geometry where P == PlanePoint {
  /// The distance to a point from the points, lines and outlines; the inside of an area is far from it.
  fileprivate func outlineDistance(to point: PlanePoint) -> Double {
    vertexRuns.map { run in
      run.points.count == 1
        ? run.points[0].distance(to: point)
        : zip(run.points, run.points.dropFirst())
          .map { Segment($0, $1).distance(to: point) }.min() ?? .infinity
    }.min() ?? .infinity
  }
}
