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
    // Claims of one document and day keep the order of the file.
    let spoken = spokenClaims(by: day).enumerated().sorted {
      ($0.element.sequence, $0.element.date.earliest, $0.offset)
        < ($1.element.sequence, $1.element.date.earliest, $1.offset)
    }
    for (_, claim) in spoken {
      guard case .statusAt(let reference, let status) = claim.test else { continue }
      for feature in features(reference) {
        history[feature.id, default: []].append(StatusRecord(status: status, claim: claim))
      }
    }
    return history
  }

  /// The last known progress of each feature at a day; features of which nothing is said are absent.
  ///
  /// A deadline that has passed without word of the result makes the status ``Status/unknown``.
  public func statuses(asOf day: CalendarDay? = nil) -> [String: Status] {
    var result = statusHistory(asOf: day).compactMapValues { $0.last?.status }
    for overdue in overdueDeadlines(asOf: day) { result[overdue.feature] = .unknown }
    return result
  }

  /// Deadlines that have passed, of features of which no document tells the result.
  ///
  /// A deadline has passed when `day` is later, or any document speaks later where no day is given. The
  /// result is told when this or a later document reports that the goal is reached, or a later one says
  /// anything of the feature that may have been said after the deadline.
  public func overdueDeadlines(asOf day: CalendarDay? = nil) -> [OverdueDeadline] {
    let history = statusHistory(asOf: day)
    let spoken = documents.map(\.date.earliest).filter { date in day.map { date <= $0 } ?? true }
    guard let present = day ?? spoken.max() else { return [] }
    var result: [OverdueDeadline] = []
    for claim in spokenClaims(by: day) {
      guard case .deadline(let reference, let goal, let by) = claim.test, by < present else {
        continue
      }
      for feature in features(reference) {
        let isToldOf = (history[feature.id] ?? []).contains { record in
          guard record.claim.sequence >= claim.sequence else { return false }
          if let rung = record.status.rung, let wanted = goal.rung, rung >= wanted { return true }
          return record.claim.sequence > claim.sequence && record.claim.date.latest > by
        }
        guard !isToldOf else { continue }
        result.append(OverdueDeadline(feature: feature.id, goal: goal, by: by, claim: claim))
      }
    }
    return result
  }

  /// The claims that may have been made by a day; all of them where no day is given.
  public func spokenClaims(by day: CalendarDay?) -> [Claim] {
    guard let day else { return claims }
    return claims.filter { $0.date.earliest <= day }
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
