internal import MapGeometry

extension LineNetwork {
  /// A part of the network that is joined to no other.
  public struct Component: Sendable {
    /// Its members, in order.
    public let members: [Int]
    /// The length of its lines in metres.
    public let length: Double
  }

  /// The connected parts, longest first; equal lengths in order of members.
  public var components: [Component] {
    var parent = Array(members.indices)
    func root(_ member: Int) -> Int {
      var current = member
      while parent[current] != current {
        parent[current] = parent[parent[current]]
        current = parent[current]
      }
      return current
    }
    func join(_ first: Int, _ other: Int) {
      let (a, b) = (root(first), root(other))
      parent[max(a, b)] = min(a, b)
    }
    for node in nodes {
      guard let first = node.members.first else { continue }
      for other in node.members.dropFirst() { join(first, other) }
    }
    // The shore of an island belongs to the same water as the outer one.
    for (previous, member) in zip(members.indices, members.indices.dropFirst())
    where members[member].isClosed && members[member].polygon == members[previous].polygon {
      join(previous, member)
    }
    var groups: [[Int]] = []
    var groupOf = [Int](repeating: -1, count: members.count)
    for member in members.indices {
      let root = root(member)
      if groupOf[root] < 0 {
        groupOf[root] = groups.count
        groups.append([])
      }
      groups[groupOf[root]].append(member)
    }
    return groups.map { group in
      Component(members: group, length: group.reduce(0) { $0 + members[$1].line.length })
    }
    .sorted {
      $0.length != $1.length
        ? $0.length > $1.length : ($0.members.first ?? 0) < ($1.members.first ?? 0)
    }
  }
}
