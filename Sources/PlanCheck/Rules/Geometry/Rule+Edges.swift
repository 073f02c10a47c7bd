internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

extension Rule {
  /// A finding for each edge whose length a rule does not let pass.
  func edgeFindings(
    for task: RuleTask, using context: CheckContext, limit: Double,
    where offends: (Double) -> Bool, _ message: (_ feature: Wording, _ length: Wording) -> Wording
  ) -> [Finding] {
    task.features.flatMap { feature in
      (feature.plane?.vertexRuns ?? []).flatMap { run in
        run.points.indices.dropFirst().compactMap { end -> Finding? in
          let (a, b) = (run.points[end - 1], run.points[end])
          let length = a.distance(to: b)
          guard offends(length) else { return nil }
          let measure = Measure(length, .metres, limit: limit)
          return task.finding(
            message(feature.phrase, measure.phrase),
            parties: [feature.party(atVertex: run.first + end - 1)], measure: measure,
            place: a == b
              ? context.place(at: a) : (try? Line([a, b])).flatMap { context.place(.line($0)) })
        }
      }
    }
  }
}

/// What rounding of coordinates does to a length: less is no difference.
enum Rounding {
  /// Metres.
  static let length = 1e-5
}
