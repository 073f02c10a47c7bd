internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// When a work takes place: from its first day to the day before its end, in days of the plan.
///
/// Half-open: `end_date` is the first day on which the work is over, so one that ends on the day on
/// which another starts is over when the other starts. A side that is not given is open: a work
/// without an end goes on until further notice.
struct WorkPeriod: Hashable {
  let start: CalendarDay?
  let end: CalendarDay?

  /// Whether no day belongs to it.
  var isEmpty: Bool {
    guard let start, let end else { return false }
    return end <= start
  }

  /// Whether both have a day in common.
  ///
  /// - Parameter touching: Whether the day on which one ends and the other starts counts.
  func overlaps(_ other: WorkPeriod, touching: Bool = false) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    func begins(_ a: WorkPeriod, beforeEndOf b: WorkPeriod) -> Bool {
      guard let start = a.start, let end = b.end else { return true }
      return touching ? start <= end : start < end
    }
    return begins(self, beforeEndOf: other) && begins(other, beforeEndOf: self)
  }

  /// What both have in common; empty where they share no day.
  func intersection(_ other: WorkPeriod) -> WorkPeriod {
    WorkPeriod(
      start: [start, other.start].compactMap { $0 }.max(),
      end: [end, other.end].compactMap { $0 }.min())
  }

  /// How many days it has; `nil` where one side is open.
  var days: Int? {
    guard let start, let end else { return nil }
    return max(0, start.days(until: end))
  }

  /// The first and last day in a sentence.
  var text: Wording {
    switch (start, end) {
    case (let start?, let end?) where end.previous <= start:
      Wording("on \(start)", zh: "\(start) 当日")
    case (let start?, let end?):
      Wording("from \(start) until \(end.previous)", zh: "\(start) 至 \(end.previous)")
    case (let start?, nil): Wording("from \(start) on", zh: "自 \(start) 起")
    case (nil, let end?): Wording("until \(end.previous)", zh: "至 \(end.previous)")
    default: Wording("at no stated time", zh: "时间未定")
    }
  }
}

extension PlanFeature {
  /// When the work takes place; `nil` where neither day is given or readable.
  var period: WorkPeriod? {
    let days = [FeatureKey.startDate, .endDate].map(day)
    return days == [nil, nil] ? nil : WorkPeriod(start: days[0], end: days[1])
  }

  /// The day under a key; `nil` where there is none or it is no day.
  func day(_ key: FeatureKey) -> CalendarDay? {
    guard case .text(let text) = attribute(key.rawValue) else { return nil }
    return CalendarDay(text)
  }

  /// How high the work takes place; `nil` where it does not say.
  var declaredLevel: Double? { attribute(.level)?.number }

  /// The ids under a key, one or several.
  func ids(_ key: FeatureKey) -> [String] {
    switch attribute(key.rawValue) {
    case .text(let id): [id]
    case .texts(let ids): ids
    default: []
    }
  }
}

extension ExampleFeature {
  /// A work along a line, from a day until the day before another.
  static func work(
    _ id: String, _ points: [(Double, Double)], _ start: String?, _ end: String?,
    _ properties: String = ""
  ) -> ExampleFeature {
    var members = properties.isEmpty ? [] : [properties]
    if let start { members.append("\"start_date\":\"\(start)\"") }
    if let end { members.append("\"end_date\":\"\(end)\"") }
    return .line(id, points, kind: "feature", members.joined(separator: ","))
  }
}
