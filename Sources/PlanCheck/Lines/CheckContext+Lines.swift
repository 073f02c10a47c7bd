internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

extension CheckContext {
  /// What the lines of a task have in common, with each other or with those of the partners.
  func lineMeetings(for task: RuleTask) -> [LineMeeting] {
    let tolerance = task.quantity("tolerance")
    let set = LineSet(task.features, tolerance: tolerance)
    let minLength = task.quantity("min_length")
    let meetings =
      task.description.needsPartner
      ? LineMeetings(
        of: set, with: LineSet(task.partners, tolerance: tolerance), minLength: minLength)
      : LineMeetings(in: set, minLength: minLength)
    let all = meetings.all
    verified(pairs: meetings.pairs, belowNoiseFloor: all.reduce(0) { $0 + $1.noise })
    return all
  }

  /// A finding for each pair of lines that share a stretch.
  func overlapFindings(for task: RuleTask) -> [Finding] {
    lineMeetings(for: task).filter { !$0.overlaps.isEmpty }.map { meeting in
      let measure = meeting.measure(for: task)
      let (first, second, much) = (
        meeting.first.phrase, meeting.second.phrase, measure.phrase
      )
      return finding(
        about: meeting, at: [],
        Wording(
          "\(first.english) runs on \(second.english) for \(much.english)",
          zh: "\(first.chinese)与\(second.chinese)重合 \(much.chinese)"), measure, task)
    }
  }

  /// A finding for each pair of lines that meet where they may not.
  ///
  /// - Parameter isFault: Which touches are faults; a shared stretch always is.
  /// - Parameter verb: What the lines do there, after the first and before the second.
  func intersectionFindings(
    for task: RuleTask, verb: Wording, where isFault: (LineMeeting.Touch) -> Bool
  ) -> [Finding] {
    lineMeetings(for: task).compactMap { meeting in
      let places = meeting.places(where: isFault, apart: 2 * task.quantity("tolerance"))
      guard !places.isEmpty || !meeting.overlaps.isEmpty else { return nil }
      let measure = meeting.overlaps.isEmpty ? nil : meeting.measure(for: task)
      return finding(
        about: meeting, at: places, message(about: meeting, places.count, verb, measure?.phrase),
        measure, task)
    }
  }

  private func message(
    about meeting: LineMeeting, _ places: Int, _ verb: Wording, _ length: Wording?
  ) -> Wording {
    let (first, second) = (meeting.first.phrase, meeting.second.phrase)
    let count = places == 1 ? "1 place" : "\(places) places"
    guard let length else {
      return Wording(
        "\(first.english) \(verb.english) \(second.english) at \(count)",
        zh: "\(first.chinese)与\(second.chinese)\(verb.chinese) \(places) 处")
    }
    guard places > 0 else {
      return Wording(
        "\(first.english) runs on \(second.english) for \(length.english)",
        zh: "\(first.chinese)与\(second.chinese)重合 \(length.chinese)")
    }
    return Wording(
      "\(first.english) \(verb.english) \(second.english) at \(count) and runs on it for \(length.english)",
      zh: "\(first.chinese)与\(second.chinese)\(verb.chinese) \(places) 处，并重合 \(length.chinese)")
  }

  private func finding(
    about meeting: LineMeeting, at points: [PlanePoint], _ message: Wording, _ measure: Measure?,
    _ task: RuleTask
  ) -> Finding {
    var parts: [PlaneGeometry] = []
    if let first = points.first {
      parts.append(points.count == 1 ? .point(first) : .multiPoint(points))
    }
    if let first = meeting.overlaps.first {
      parts.append(meeting.overlaps.count == 1 ? .line(first) : .multiLine(meeting.overlaps))
    }
    let place = parts.count == 1 ? parts[0] : .collection(parts)
    let anchor = anchor(of: place)
    return task.finding(
      message,
      parties: [meeting.first.party(near: anchor), meeting.second.party(near: anchor)],
      measure: measure, place: self.place(place))
  }
}

extension LineMeeting {
  fileprivate func measure(for task: RuleTask) -> Measure {
    Measure(overlapLength, .metres, limit: task.quantity("min_length"))
  }
}
