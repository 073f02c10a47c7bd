internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

extension CheckContext {
  /// A finding for each line of which a part lies on none of the pieces of a cover.
  ///
  /// - Parameter others: What the line is to lie on, such as `lines`.
  func uncoveredFindings(
    for task: RuleTask, by cover: SegmentCover, others: Wording, isDegraded: Bool = false
  ) -> [Finding] {
    let set = LineSet(task.features, tolerance: task.quantity("tolerance"))
    let names = task.with.joined(separator: ", ")
    var findings: [Finding] = []
    for (feature, parts) in zip(set.features, set.partsByFeature) where !parts.isEmpty {
      let rest = cover.rest(of: parts, in: set, minLength: task.quantity("min_length"))
      verified(pairs: task.partners.count, belowNoiseFloor: rest.noise)
      guard let first = rest.lines.first else { continue }
      let place: PlaneGeometry = rest.lines.count == 1 ? .line(first) : .multiLine(rest.lines)
      let measure = Measure(rest.length, .metres, limit: task.quantity("min_length"))
      let (phrase, much) = (feature.phrase, measure.phrase)
      findings.append(
        task.finding(
          Wording(
            "\(much.english) of \(phrase.english) lies on no \(others.english) of '\(names)'",
            zh: "\(phrase.chinese)有 \(much.chinese) 不在“\(names)”的\(others.chinese)上"),
          parties: [feature.party(near: anchor(of: place))], measure: measure,
          place: self.place(place), isDegraded: isDegraded))
    }
    return findings
  }
}
