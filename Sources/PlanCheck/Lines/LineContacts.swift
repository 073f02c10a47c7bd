internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Finds where lines of different features meet without sharing a vertex.
struct LineContacts {
  /// Two features and a place where they meet.
  struct Contact: Hashable {
    let first: Int
    let second: Int
    let point: PlanePoint
  }

  let set: EdgeSet
  let tolerance: Double
  /// How many pairs of features come near each other.
  private(set) var pairs = 0

  init(_ features: [PlanFeature], tolerance: Double) {
    set = EdgeSet(features)
    self.tolerance = tolerance
  }

  /// The places where two features cross, touch or begin to overlap and no vertex of both stands,
  /// each once.
  ///
  /// A line that ends on another makes a T-junction there, and is left out.
  mutating func unnoded() -> [Contact] {
    var contacts: [Contact] = []
    var near = Set<[Int]>()
    set.index.forEachPair(margin: tolerance) { i, j in
      let (a, b) = (set.edges[i], set.edges[j])
      guard a.feature != b.feature else { return }
      near.insert([min(a.feature, b.feature), max(a.feature, b.feature)])
      guard !isNode(a, b) else { return }
      for point in meetings(a, b) where !isNode(near: point, a.feature, b.feature) {
        contacts.append(
          Contact(
            first: min(a.feature, b.feature), second: max(a.feature, b.feature), point: point))
      }
    }
    pairs = near.count
    return distinct(contacts)
  }

  /// Whether the edges hang on one node: from there on they only part.
  private func isNode(_ a: EdgeSet.Edge, _ b: EdgeSet.Edge) -> Bool {
    a.vertices.contains { vertex in
      b.vertices.contains { $0.point.distance(to: vertex.point) <= tolerance }
    } || a.lineEnds.contains { b.segment.distance(to: $0) <= tolerance }
      || b.lineEnds.contains { a.segment.distance(to: $0) <= tolerance }
  }

  /// Where two edges cross, or where a vertex of one lies on the other.
  private func meetings(_ a: EdgeSet.Edge, _ b: EdgeSet.Edge) -> [PlanePoint] {
    let touching =
      a.vertices.map(\.point).filter { b.segment.distance(to: $0) <= tolerance }
      + b.vertices.map(\.point).filter { a.segment.distance(to: $0) <= tolerance }
    if !touching.isEmpty { return touching }
    return a.segment.crossing(with: b.segment).map { [$0] } ?? []
  }

  /// Whether both features have a vertex at the point, or one of them ends there.
  private func isNode(near point: PlanePoint, _ first: Int, _ second: Int) -> Bool {
    let around = set.edges(near: point, within: 2 * tolerance)
    func places(of feature: Int) -> (vertices: [PlanePoint], ends: [PlanePoint]) {
      let own = around.filter { $0.feature == feature }
      return (own.flatMap { $0.vertices.map(\.point) }, own.flatMap(\.lineEnds))
    }
    let (a, b) = (places(of: first), places(of: second))
    if (a.ends + b.ends).contains(where: { $0.distance(to: point) <= tolerance }) { return true }
    return a.vertices.contains { vertex in
      vertex.distance(to: point) <= 2 * tolerance
        && b.vertices.contains { $0.distance(to: vertex) <= tolerance }
    }
  }

  /// The contacts without those within the tolerance of an earlier one of the same features.
  private func distinct(_ contacts: [Contact]) -> [Contact] {
    var kept: [[Int]: [PlanePoint]] = [:]
    return contacts.filter { contact in
      let key = [contact.first, contact.second]
      let isKnown = kept[key, default: []].contains {
        $0.distance(to: contact.point) <= 2 * tolerance
      }
      if !isKnown { kept[key, default: []].append(contact.point) }
      return !isKnown
    }
  }
}
