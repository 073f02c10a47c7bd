/// How far a feature had come, and who says so.
public struct StatusRecord: Hashable, Sendable {
  /// How far.
  public let status: Status
  /// The claim that says so.
  public let claim: Claim
}

extension Plan {
  /// What the documents say of each feature's progress, in the order of the documents.
  ///
  /// - Parameter day: Claims that can only be later are left out; `nil` takes all.
  public func statusHistory(asOf day: CalendarDay? = nil) -> [String: [StatusRecord]] {
    var history: [String: [StatusRecord]] = [:]
    let spoken = claims.filter { claim in day.map { claim.date.earliest <= $0 } ?? true }
    for claim in spoken {
      guard case .statusAt(let reference, let status) = claim.test else { continue }
      for feature in features(reference) {
        history[feature.id, default: []].append(StatusRecord(status: status, claim: claim))
      }
    }
    return history.mapValues { records in
      records.sorted {
        ($0.claim.sequence, $0.claim.date.earliest, $0.claim.id)
          < ($1.claim.sequence, $1.claim.date.earliest, $1.claim.id)
      }
    }
  }

  /// The last known progress of each feature at a day; features of which nothing is said are absent.
  ///
  /// A deadline that has passed without a later word makes the status ``Status/unknown``.
  public func statuses(asOf day: CalendarDay? = nil) -> [String: Status] {
    var result = statusHistory(asOf: day).compactMapValues { $0.last?.status }
    for overdue in overdueDeadlines(asOf: day) { result[overdue.feature] = .unknown }
    return result
  }

  /// Deadlines that have passed, of features whose completion no document reports.
  ///
  /// A deadline has passed when a document later than the one that set it speaks after the day, or
  /// when `day` itself is later.
  public func overdueDeadlines(asOf day: CalendarDay? = nil) -> [OverdueDeadline] {
    let history = statusHistory(asOf: day)
    let spoken = documents.map(\.date.earliest).filter { date in day.map { date <= $0 } ?? true }
    guard let present = day ?? spoken.max() else { return [] }
    var result: [OverdueDeadline] = []
    for claim in claims where day.map({ claim.date.earliest <= $0 }) ?? true {
      guard case .deadline(let reference, let goal, let by) = claim.test, by < present else {
        continue
      }
      for feature in features(reference) {
        let laterWords = (history[feature.id] ?? []).filter {
          $0.claim.sequence > claim.sequence
        }
        if laterWords.isEmpty {
          result.append(OverdueDeadline(feature: feature.id, goal: goal, by: by, claim: claim))
        }
      }
    }
    return result
  }
}

/// A deadline that passed without word of the result.
public struct OverdueDeadline: Hashable, Sendable {
  /// The feature that was to be finished.
  public let feature: String
  /// How far it was to come.
  public let goal: Status
  /// By which day.
  public let by: CalendarDay
  /// The claim that sets the deadline.
  public let claim: Claim
}
