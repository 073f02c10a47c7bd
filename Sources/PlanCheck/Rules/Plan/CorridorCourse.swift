internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// Holds one corridor against the lines that it should follow, for K03.
struct CorridorCourse {
  let corridor: PlanFeature
  let lines: [PlanFeature]
  let along: Reference
  let task: RuleTask
  let claim: Claim
  let context: CheckContext

  private var limit: Double { task.quantity("within") }

  func findings() throws -> [Finding] {
    if let other = wrongGuide() { return [other] }
    let guides = lines.flatMap { $0.plane?.lines ?? [] }
    guard let band = corridor.plane, !band.polygons.isEmpty, !guides.isEmpty else { return [] }
    let axes = context.plan.features.filter {
      $0.kind == .corridorAxis && $0.text(.follows) == corridor.text(.follows)
        && $0.text(.follows) != nil
    }
    guard !axes.isEmpty else { return try bandWithoutGuide(band, guides) }
    return axes.flatMap { axis -> [Finding] in
      let points = axis.plane?.lines.flatMap { $0.samples(every: max(limit / 2, 1)) } ?? []
      return [
        strayed(axis, points, from: lines, .multiLine(guides)),
        strayed(axis, points, from: [corridor], band),
      ].compactMap { $0 }
    }
  }

  /// The corridor says that it follows something else.
  private func wrongGuide() -> Finding? {
    guard let follows = corridor.text(.follows), !lines.contains(where: { $0.id == follows })
    else { return nil }
    let other = context.plan.feature(follows)
    let names = Wording.phrases(lines)
    return task.finding(
      Wording(
        "\(corridor.phrase.english) follows '\(other?.displayName ?? follows)', not \(names.english)",
        zh: "\(corridor.phrase.chinese)循“\(other?.displayName ?? follows)”，而不是\(names.chinese)"),
      parties: ([corridor, other] + lines).compactMap { $0?.party } + [claim.party],
      place: context.place(of: corridor), statements: [claim.statement])
  }

  /// Where the axis is farthest from something, if that is too far.
  private func strayed(
    _ axis: PlanFeature, _ points: [PlanePoint], from others: [PlanFeature], _ shape: PlaneGeometry
  ) -> Finding? {
    let near = Vicinity(of: [shape], within: limit)
    let far = points.filter { !near.contains($0) }.map {
      (point: $0, distance: shape.distance(to: $0))
    }
    guard let worst = far.max(by: { $0.distance < $1.distance }) else { return nil }
    let measure = Measure(worst.distance, .metres, limit: limit)
    let names = Wording.phrases(others)
    var parties = [axis.party, corridor.party]
    for other in others where other.id != corridor.id { parties.append(other.party) }
    parties.append(claim.party)
    return task.finding(
      Wording(
        "\(axis.phrase.english) strays from \(names.english) by up to "
          + measure.phrase.english,
        zh: "\(axis.phrase.chinese)最远偏离\(names.chinese) \(measure.phrase.chinese)"),
      parties: parties,
      measure: measure, place: context.place(at: worst.point), statements: [claim.statement])
  }

  /// A band without an axis of its own must have the line running through most of its length.
  private func bandWithoutGuide(
    _ band: PlaneGeometry, _ guides: [Line<PlanePoint>]
  ) throws -> [Finding] {
    let inside = try context.topology.intersection(.multiLine(guides), band)?.length ?? 0
    let length = band.polygons.reduce(0) { $0 + $1.exterior.perimeter } / 2
    let share = length > 0 ? inside / length : 0
    guard share < 0.5 else { return [] }
    let measure = Measure(share * 100, .percent, limit: 50)
    let names = Wording.phrases(lines)
    return [
      task.finding(
        Wording(
          "\(names.english) runs through \(measure.text) of the length of \(corridor.phrase.english) "
            + "(limit 50%)",
          zh: "\(names.chinese)只穿过\(corridor.phrase.chinese)长度的 \(measure.text)（下限 50%）"),
        parties: [corridor.party] + lines.map(\.party) + [claim.party], measure: measure,
        place: context.place(of: corridor), statements: [claim.statement])
    ]
  }
}

extension Line where P == PlanePoint {
  /// The vertices, and points between them so that no two are farther apart than `distance`.
  fileprivate func samples(every distance: Double) -> [PlanePoint] {
    segments.flatMap { segment -> [PlanePoint] in
      let length = segment.start.distance(to: segment.end)
      let pieces = max(1, Int((length / distance).rounded(.up)))
      return (0..<pieces).map {
        segment.start.interpolated(to: segment.end, at: Double($0) / Double(pieces))
      }
    } + [end]
  }
}
