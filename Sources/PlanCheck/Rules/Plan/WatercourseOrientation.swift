internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which way lines run: the measurement behind K04 and K05.
enum WatercourseOrientation {
  static let within = RuleParameter(
    "within", .quantity(.angle), default: "45 deg",
    Wording("how far the line may turn from the axis", zh: "允许偏离轴向的角度"))

  /// The findings of claims that lines run along an axis.
  static func findings(
    along axis: GridAxis, for task: RuleTask, using context: CheckContext
  ) -> [Finding] {
    let limit = task.quantity("within")
    let words =
      axis == .vertical ? ("north to south", "南北向") : ("east to west", "东西向")
    return context.test(.orientation, by: task) { claim in
      guard case .orientation(let of, axis) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return context.plan.features(of).compactMap { feature in
        guard let deviation = feature.plane?.lines.compactMap({ $0.deviation(from: axis) }).max(),
          deviation > limit
        else { return nil }
        let measure = Measure(deviation, .degrees, limit: limit)
        return task.finding(
          Wording(
            "\(feature.phrase.english) is said to run \(words.0) and turns from it by "
              + measure.phrase.english,
            zh: "\(feature.phrase.chinese)应为\(words.1)，实际偏离 \(measure.phrase.chinese)"),
          parties: [feature.party, claim.party], measure: measure,
          place: context.place(of: feature), statements: [claim.statement])
      }
    }
  }
}

extension Line where P == PlanePoint {
  /// How far the line turns from an axis, in degrees; `nil` for a line without length.
  ///
  /// From end to end, or on the average of its segments by length, whichever is more.
  fileprivate func deviation(from axis: GridAxis) -> Double? {
    let wayThrough = Bearing(from: start, to: end)?.axisDeviation(from: axis.bearing)
    return [wayThrough, meanAxis?.axisDeviation(from: axis.bearing)].compactMap { $0 }.max()
  }

  /// The mean axis of the segments, weighted by length.
  ///
  /// Angles are doubled, so that north and south are one axis.
  private var meanAxis: Bearing? {
    var (sine, cosine) = (0.0, 0.0)
    for segment in segments {
      guard let bearing = Bearing(from: segment.start, to: segment.end) else { continue }
      let length = segment.start.distance(to: segment.end)
      sine += length * sin(bearing.degrees * .pi / 90)
      cosine += length * cos(bearing.degrees * .pi / 90)
    }
    guard sine != 0 || cosine != 0 else { return nil }
    return Bearing(degrees: atan2(sine, cosine) * 90 / .pi)
  }
}
