internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// What the lines of two features have in common.
struct LineMeeting {
  /// A place where two lines meet in a point.
  struct Touch {
    let point: PlanePoint
    /// Whether the first line ends there.
    let firstEnds: Bool
    /// Whether the second line ends there.
    let secondEnds: Bool
  }

  let first: PlanFeature
  let second: PlanFeature
  /// The stretches that both run along.
  let overlaps: [Line<PlanePoint>]
  /// How long they are together, in metres.
  let overlapLength: Double
  /// Where the two meet beside that.
  let touches: [Touch]
  /// How many stretches are too short to count; they are touches.
  let noise: Int

  /// The touches of some kind, each place once.
  func places(where isMeant: (Touch) -> Bool, apart distance: Double) -> [PlanePoint] {
    var places: [PlanePoint] = []
    for touch in touches where isMeant(touch) {
      guard !places.contains(where: { $0.distance(to: touch.point) <= distance }) else { continue }
      places.append(touch.point)
    }
    return places.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }
}

/// Two edges that come together, and where along their parts they do.
private struct EdgeContact {
  let firstPart: Int
  let secondPart: Int
  var first: ClosedRange<Double>
  var second: ClosedRange<Double>
}

/// Finds what the lines of features have in common, pair by pair.
struct LineMeetings {
  private let first: LineSet
  private let second: LineSet
  private let minLength: Double
  private var contacts: [[Int]: [EdgeContact]] = [:]

  /// Holds the lines of a set against each other.
  ///
  /// - Parameter minLength: Stretches up to this long are noise.
  init(in set: LineSet, minLength: Double) {
    (first, second) = (set, set)
    self.minLength = minLength
    set.index.forEachPair(margin: set.tolerance) { i, j in
      let features = [i, j].map { set.features[set.parts[set.edges[$0].part].feature].id }
      guard features[0] != features[1] else { return }
      if features[0] < features[1] { add(i, j) } else { add(j, i) }
    }
  }

  /// Holds the lines of a set against those of another; what is in both is not held against itself.
  init(of first: LineSet, with second: LineSet, minLength: Double) {
    (self.first, self.second) = (first, second)
    self.minLength = minLength
    let (own, others) = (Set(first.features.map(\.id)), Set(second.features.map(\.id)))
    first.index.forEachPair(with: second.index, margin: first.tolerance) { i, j in
      let a = first.feature(ofPart: first.edges[i].part).id
      let b = second.feature(ofPart: second.edges[j].part).id
      // Two that are in both sets are held against each other once.
      guard a != b, a < b || !own.contains(b) || !others.contains(a) else { return }
      add(i, j)
    }
  }

  private mutating func add(_ i: Int, _ j: Int) {
    let (a, b) = (first.edges[i], second.edges[j])
    let features = [first.parts[a.part].feature, second.parts[b.part].feature]
    guard let along = a.segment.contact(with: b.segment, within: first.tolerance) else {
      if contacts[features] == nil { contacts[features] = [] }
      return
    }
    let other = b.segment.contact(with: a.segment, within: first.tolerance) ?? 0...0
    contacts[features, default: []].append(
      EdgeContact(
        firstPart: a.part, secondPart: b.part, first: a.along(along), second: b.along(other)))
  }

  /// How many pairs of features come near each other.
  var pairs: Int { contacts.count }

  /// The meetings, in order of the features.
  var all: [LineMeeting] {
    contacts.filter { !$0.value.isEmpty }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { meeting($0.key, $0.value) }
  }

  private func meeting(_ features: [Int], _ contacts: [EdgeContact]) -> LineMeeting {
    let (floor, joined) = (max(minLength, 2 * first.tolerance), clusters(of: contacts))
    let long = joined.filter { min($0.first.width, $0.second.width) > floor }
    let short = joined.filter { min($0.first.width, $0.second.width) <= floor }
    let (own, other) = (
      stretches(of: first, long.map { ($0.firstPart, $0.first) }),
      stretches(of: second, long.map { ($0.secondPart, $0.second) })
    )
    // A line that runs twice along a stretch of the other shares it once.
    let shared = own.length <= other.length + 1e-6 ? own : other
    let lines = shared.lines
    let touches = short.filter { contact in
      let point = middle(of: contact)
      return !lines.contains { $0.distance(to: point) <= 2 * first.tolerance }
    }
    return LineMeeting(
      first: first.features[features[0]], second: second.features[features[1]], overlaps: lines,
      overlapLength: shared.length,
      touches: touches.map { contact in
        LineMeeting.Touch(
          point: middle(of: contact),
          firstEnds: first.endsPart(contact.firstPart, in: contact.first),
          secondEnds: second.endsPart(contact.secondPart, in: contact.second))
      },
      noise: short.filter { min($0.first.width, $0.second.width) > 2 * first.tolerance }.count)
  }

  private func middle(of contact: EdgeContact) -> PlanePoint {
    first.point(
      ofPart: contact.firstPart, at: (contact.first.lowerBound + contact.first.upperBound) / 2)
  }

  /// The contacts joined where both lines go on from one to the next.
  private func clusters(of contacts: [EdgeContact]) -> [EdgeContact] {
    let gap = 2 * first.tolerance
    var done: [EdgeContact] = []
    var open: [EdgeContact] = []
    for contact in contacts.sorted(by: EdgeContact.precedes) {
      done += open.filter { !$0.reaches(contact, gap: gap) }
      open.removeAll { !$0.reaches(contact, gap: gap) }
      var joined = contact
      open.removeAll { other in
        guard other.second.widened(by: gap).overlaps(joined.second) else { return false }
        joined.first = other.first.union(joined.first)
        joined.second = other.second.union(joined.second)
        return true
      }
      open.append(joined)
    }
    return done + open
  }

  private func stretches(of set: LineSet, _ ranges: [(part: Int, range: ClosedRange<Double>)])
    -> (lines: [Line<PlanePoint>], length: Double)
  {
    var lines: [Line<PlanePoint>] = []
    var length = 0.0
    for (part, own) in Dictionary(grouping: ranges, by: \.part).sorted(by: { $0.key < $1.key }) {
      let joined = Stretches(own.map(\.range), joining: 2 * set.tolerance)
      length += joined.length
      lines += joined.all.compactMap { set.line(ofPart: part, between: $0) }
    }
    return (lines, length)
  }
}

extension LineSet {
  /// Whether a stretch of a part holds an end of the feature's line.
  fileprivate func endsPart(_ part: Int, in range: ClosedRange<Double>) -> Bool {
    let line = parts[part]
    return line.startIsFree && range.lowerBound <= tolerance
      || line.endIsFree && range.upperBound >= line.length - tolerance
  }
}

extension EdgeContact {
  /// By parts, then along the first.
  fileprivate static func precedes(_ a: EdgeContact, _ b: EdgeContact) -> Bool {
    (a.firstPart, a.secondPart, a.first.lowerBound, a.second.lowerBound)
      < (b.firstPart, b.secondPart, b.first.lowerBound, b.second.lowerBound)
  }

  /// Whether a later contact may go on from this one.
  fileprivate func reaches(_ later: EdgeContact, gap: Double) -> Bool {
    firstPart == later.firstPart && secondPart == later.secondPart
      && first.upperBound + gap >= later.first.lowerBound
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
  fileprivate func widened(by margin: Double) -> ClosedRange<Double> {
    (lowerBound - margin)...(upperBound + margin)
  }
  fileprivate func union(_ other: ClosedRange<Double>) -> ClosedRange<Double> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
