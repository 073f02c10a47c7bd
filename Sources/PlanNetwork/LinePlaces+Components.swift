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
  public var components: [Component] { places.components }
}

extension LinePlaces {
  /// The parts that share no place with each other, longest first; equal lengths in order of lines.
  public var components: [LineNetwork.Component] {
    let lines = lines.all
    var parts = JoinedParts(count: lines.count)
    var lineAt = [Int32](repeating: -1, count: points.count)
    for line in lines.indices {
      for stop in stops[line] {
        let place = Int(stop.place)
        if lineAt[place] < 0 {
          lineAt[place] = Int32(line)
        } else {
          parts.join(Int(lineAt[place]), line)
        }
      }
    }
    // The shore of an island belongs to the same water as the outer one.
    for line in lines.indices.dropFirst()
    where lines[line].isClosed && lines[line].polygon == lines[line - 1].polygon {
      parts.join(line - 1, line)
    }
    return parts.all.map { part in
      LineNetwork.Component(
        members: part, length: part.reduce(0) { $0 + lines[$1].line.length })
    }
    .sorted {
      $0.length != $1.length
        ? $0.length > $1.length : ($0.members.first ?? 0) < ($1.members.first ?? 0)
    }
  }
}

/// Things by number that are joined two by two.
private struct JoinedParts {
  /// For each thing one before it in its part, or itself.
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(Int32(one)), root(Int32(other)))
    parents[Int(max(a, b))] = min(a, b)
  }

  private mutating func root(_ thing: Int32) -> Int32 {
    var current = thing
    while parents[Int(current)] != current {
      parents[Int(current)] = parents[Int(parents[Int(current)])]
      current = parents[Int(current)]
    }
    return current
  }

  /// The parts, each in order, in order of their first things.
  var all: [[Int]] {
    var parts = self
    var groups: [[Int]] = []
    var groupOf = [Int32](repeating: -1, count: parents.count)
    for thing in parents.indices {
      let root = Int(parts.root(Int32(thing)))
      if groupOf[root] < 0 {
        groupOf[root] = Int32(groups.count)
        groups.append([])
      }
      groups[Int(groupOf[root])].append(thing)
    }
    return groups
  }
}
