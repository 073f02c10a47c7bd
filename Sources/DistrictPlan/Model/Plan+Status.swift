/// How far a feature had come, and who says so.
public struct StatusRecord: Hashable, Sendable {
  /// How far.
  public let status: Status
  /// The claim that says so.
  public let claim: Claim
}

/// What makes progress: a feature, or something of it that has a course of its own, such as its design.
public struct StatusSubject: Hashable, Sendable {
  /// The id of the feature.
  public let feature: String
  /// What of the feature; `nil` for the feature itself.
  public let what: String?

  /// Creates a subject.
  public init(feature: String, what: String?) {
    self.feature = feature
    self.what = what
  }
}

extension Plan {
  /// What the documents say of each feature's own progress, in the order of the documents.
  ///
  /// - Parameter day: Claims that can only be later are left out; `nil` takes all.
  public func statusHistory(asOf day: CalendarDay? = nil) -> [String: [StatusRecord]] {
    var history: [String: [StatusRecord]] = [:]
    for (subject, records) in statusHistories(asOf: day) where subject.what == nil {
      history[subject.feature] = records
    }
    return history
  }

  /// What the documents say of the progress of features and of what belongs to them, in the order of the
  /// documents.
  ///
  /// - Parameter day: Claims that can only be later are left out; `nil` takes all.
  public func statusHistories(asOf day: CalendarDay? = nil) -> [StatusSubject: [StatusRecord]] {
    var history: [StatusSubject: [StatusRecord]] = [:]
    // Claims of one document and day keep the order of the file.
    let spoken = spokenClaims(by: day).enumerated().sorted {
      ($0.element.sequence, $0.element.date.earliest, $0.offset)
        < ($1.element.sequence, $1.element.date.earliest, $1.offset)
    }
    for (_, claim) in spoken {
      guard case .statusAt(let reference, let status, let what) = claim.test else { continue }
      for feature in features(reference) {
        history[StatusSubject(feature: feature.id, what: what), default: []]
          .append(StatusRecord(status: status, claim: claim))
      }
    }
    return history
  }

  /// The last known progress of each feature at a day; features of which nothing is said are absent.
  ///
  /// A deadline that has passed without word of the result makes the status ``Status/unknown``. What is
  /// said of a feature's design is not said of the feature.
  public func statuses(asOf day: CalendarDay? = nil) -> [String: Status] {
    var result = statusHistory(asOf: day).compactMapValues { $0.last?.status }
    for overdue in overdueDeadlines(asOf: day) where overdue.what == nil {
      result[overdue.feature] = .unknown
    }
    return result
  }

  /// Deadlines that have passed, of features of which no document tells the result.
  ///
  /// A deadline has passed when `day` is later, or any document speaks later where no day is given. The
  /// result is told when this or a later document reports that the goal is reached, or a later one says
  /// anything of the feature that may have been said after the deadline.
  public func overdueDeadlines(asOf day: CalendarDay? = nil) -> [OverdueDeadline] {
    let history = statusHistories(asOf: day)
    let spoken = documents.map(\.date.earliest).filter { date in day.map { date <= $0 } ?? true }
    guard let present = day ?? spoken.max() else { return [] }
    var result: [OverdueDeadline] = []
    for claim in spokenClaims(by: day) {
      guard case .deadline(let reference, let goal, let by, let what) = claim.test, by < present
      else { continue }
      for feature in features(reference) {
        let subject = StatusSubject(feature: feature.id, what: what)
        let isToldOf = (history[subject] ?? []).contains { record in
          guard record.claim.sequence >= claim.sequence else { return false }
          if let rung = record.status.rung, let wanted = goal.rung, rung >= wanted { return true }
          return record.claim.sequence > claim.sequence && record.claim.date.latest > by
        }
        guard !isToldOf else { continue }
        result.append(
          OverdueDeadline(feature: feature.id, what: what, goal: goal, by: by, claim: claim))
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
  /// What of the feature was to be finished; `nil` for the feature itself.
  public let what: String?
  /// How far it was to come.
  public let goal: Status
  /// By which day.
  public let by: CalendarDay
  /// The claim that sets the deadline.
  public let claim: Claim
}
