internal import MapGeometry

extension PlaceFinder {
  /// An end that lies in the box of some edges of another line.
  private struct Candidate {
    let end: Int
    let run: LineRuns.Run
  }

  /// Lets a line's end meet another line that it touches between two vertices.
  mutating func joinTouchingEnds() {
    let candidates = touchCandidates()
    guard !candidates.isEmpty else { return }
    for candidate in candidates { _ = place(ofEnd: candidate.end) }
    var lineAt = [Int32](repeating: -1, count: table.points.count)
    var touches: [(line: Int, stop: Stop)] = []
    var line: Int32 = -1
    for candidate in candidates {
      if candidate.run.line != line {
        line = candidate.run.line
        for stop in stops[Int(line)] { lineAt[Int(stop.place)] = line }
      }
      let place = place(ofEnd: candidate.end)
      // A line meets a place once: where the first end that is there touches it.
      guard lineAt[place] != line, let stop = touch(candidate, place) else { continue }
      lineAt[place] = line
      touches.append((Int(line), stop))
    }
    stops.insert(touches) { lines.all[$0].course.points }
  }

  /// What may touch, in order of lines, of ends, and along each line.
  private func touchCandidates() -> [Candidate] {
    var candidates: [Candidate] = []
    var found: [Int] = []
    let runs = lines.runs
    for end in ends.all.indices {
      let point = ends.all[end]
      runs.forEach(near: point, within: tolerance, using: &found) { run in
        // Every line comes near its own ends.
        guard !isOwn(end, of: Int(run.line)) else { return }
        candidates.append(Candidate(end: end, run: run))
      }
    }
    return candidates.sorted {
      ($0.run.line, $0.end, $0.run.first) < ($1.run.line, $1.end, $1.run.first)
    }
  }

  /// Whether an end is that of a line, which meets it there already.
  private func isOwn(_ end: Int, of line: Int) -> Bool {
    // A course that lost a vertex may end before its line does, and then touch it.
    lines.all[line].isPlain
      && (ends.number(of: line, atEnd: false) == end
        || ends.number(of: line, atEnd: true) == end)
  }

  /// Where an end touches some edges: on the first that comes near enough.
  private func touch(_ candidate: Candidate, _ place: Int) -> Stop? {
    let points = lines.all[Int(candidate.run.line)].course.points
    let end = ends.all[candidate.end]
    for edge in LineRuns.edges(of: candidate.run, on: points) {
      let nearest = Segment(points[edge], points[edge + 1]).nearest(to: end).point
      guard nearest.distance(to: end) <= tolerance else { continue }
      return Stop(place: place, at: edge, beyond: points[edge].distance(to: nearest))
    }
    return nil
  }
}
