internal import GeoJSONCoding
internal import MapGeometry
internal import PlanFindings

/// The positions of one feature as they stand in its file.
struct VertexText {
  private let source: SourceText
  private let offsets: [UInt32]
  private let runs: [VertexRun<GeoPosition>]
  private let decimals: Int

  /// Finds the positions; `nil` when the feature has none that can be told apart in the file.
  init?(_ feature: PlanFeature, in source: SourceText, decimals: Int) {
    guard let geometry = feature.geometry else { return nil }
    runs = geometry.vertexRuns
    offsets = feature.vertexOffsets
    guard runs.reduce(0, { $0 + $1.points.count }) == offsets.count else { return nil }
    self.source = source
    self.decimals = decimals
  }

  /// What an edit changes in the file; `nil` when it would leave no line or ring.
  func splices(for edit: VertexEdit) -> [TextSplice]? {
    switch edit {
    case .move(_, let vertex, let position):
      return twins(of: vertex).flatMap { moved($0, to: position) }
    case .insert(_, let vertex, let position):
      return inserted(position, after: vertex)
    case .remove(_, let vertex):
      return removed(vertex)
    case .reverse(_, let first, let last):
      return reversed(first, last)
    }
  }

  private func moved(_ vertices: [Int], to position: GeoPosition) -> [TextSplice]? {
    var result: [TextSplice] = []
    for vertex in vertices {
      guard let range = numbers(of: vertex) else { return nil }
      result.append(TextSplice(range: range, bytes: numbers(position)))
    }
    return result
  }

  /// A position that stands between two others; the last of a run has none behind it.
  private func inserted(_ position: GeoPosition, after vertex: Int) -> [TextSplice]? {
    guard let run = run(of: vertex), vertex < run.first + run.points.count - 1,
      let range = range(of: vertex), !hasHeight(vertex)
    else { return nil }
    let text = [UInt8(ascii: ","), UInt8(ascii: "[")] + numbers(position) + [UInt8(ascii: "]")]
    return [TextSplice(range: range.upperBound..<range.upperBound, bytes: text)]
  }

  private func removed(_ vertex: Int) -> [TextSplice]? {
    guard let run = run(of: vertex), run.points.count > (run.isRing ? 4 : 2) else { return nil }
    let (first, last) = (run.first, run.first + run.points.count - 1)
    // A ring without its first vertex starts, and so ends, at the second.
    if run.isRing, vertex == first || vertex == last {
      guard let second = range(of: first + 1), let start = range(of: first),
        let end = range(of: last)
      else { return nil }
      return [
        TextSplice(range: start.lowerBound..<second.lowerBound, bytes: []),
        TextSplice(range: end, bytes: source.bytes(in: second)),
      ]
    }
    if vertex == first {
      guard let start = range(of: vertex), let next = range(of: vertex + 1) else { return nil }
      return [TextSplice(range: start.lowerBound..<next.lowerBound, bytes: [])]
    }
    guard let previous = range(of: vertex - 1), let own = range(of: vertex) else { return nil }
    return [TextSplice(range: previous.upperBound..<own.upperBound, bytes: [])]
  }

  private func reversed(_ first: Int, _ last: Int) -> [TextSplice]? {
    guard first < last, let run = run(of: first), last < run.first + run.points.count else {
      return nil
    }
    var result: [TextSplice] = []
    for vertex in first...last {
      guard let own = range(of: vertex), let other = range(of: first + last - vertex) else {
        return nil
      }
      result.append(TextSplice(range: own, bytes: source.bytes(in: other)))
    }
    return result
  }

  private func run(of vertex: Int) -> VertexRun<GeoPosition>? {
    runs.first { vertex >= $0.first && vertex < $0.first + $0.points.count }
  }

  /// The vertex, and with it the other end of a ring that starts there.
  private func twins(of vertex: Int) -> [Int]? {
    guard let run = run(of: vertex) else { return nil }
    let last = run.first + run.points.count - 1
    return run.isRing && (vertex == run.first || vertex == last) ? [run.first, last] : [vertex]
  }

  /// Where a position stands, brackets included.
  private func range(of vertex: Int) -> Range<Int>? {
    guard offsets.indices.contains(vertex) else { return nil }
    let start = Int(offsets[vertex])
    // No position that anybody writes is longer.
    let text = source.bytes(in: start..<start + 4096)
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    return start..<start + end + 1
  }

  /// Where the longitude and latitude of a position stand.
  private func numbers(of vertex: Int) -> Range<Int>? {
    guard let range = range(of: vertex) else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    let text = source.bytes(in: inside)
    let commas = inside.filter { text[$0 - inside.lowerBound] == UInt8(ascii: ",") }
    return inside.lowerBound..<(commas.count > 1 ? commas[1] : inside.upperBound)
  }

  private func hasHeight(_ vertex: Int) -> Bool {
    range(of: vertex).map { range in
      source.bytes(in: range).count { $0 == UInt8(ascii: ",") } > 1
    } ?? false
  }

  private func numbers(_ position: GeoPosition) -> [UInt8] {
    let longitude = DecimalText.trimmed(position.longitude, decimals: decimals)
    let latitude = DecimalText.trimmed(position.latitude, decimals: decimals)
    return Array("\(longitude),\(latitude)".utf8)
  }
}
